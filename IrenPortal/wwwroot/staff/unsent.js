// Several small forms stand on one page, and sending one leaves the words in the others. The first press says so beside them and
// stays; a second one goes on without them.
const told = new WeakMap();
document.addEventListener("submit", event => {
  if (event.defaultPrevented) return;
  const left = unsentBeside(event.target);
  if (!left || told.get(left) === left.value) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  told.set(left, left.value);
  say(left);
  left.focus();
}, true);

function unsentBeside(sent) {
  return [...document.querySelectorAll("form[method=post] textarea:not([data-quotable])")]
    .find(field => field.form !== sent && field.form?.id !== "draft" && field.value.trim() && field.value !== field.defaultValue);
}

function say(field) {
  const id = `${field.id}-unsent`;
  if (document.getElementById(id)) return;
  const note = document.createElement("p");
  note.id = id;
  note.className = "small";
  note.setAttribute("role", "alert");
  note.textContent = "Not sent yet: send it first. Press the other button again to leave these words behind.";
  field.after(note);
  field.setAttribute("aria-describedby", [field.getAttribute("aria-describedby"), id].filter(Boolean).join(" "));
}
