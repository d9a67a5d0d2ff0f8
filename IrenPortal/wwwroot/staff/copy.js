// A button with data-copy="ID" copies the field of that id; where the browser keeps the clipboard closed, it marks the text.
document.addEventListener("click", async event => {
  const button = event.target.closest?.("[data-copy]");
  const field = button && document.getElementById(button.dataset.copy);
  if (!field) return;
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = "Copied";
  } catch {
    field.focus();
  }
});
