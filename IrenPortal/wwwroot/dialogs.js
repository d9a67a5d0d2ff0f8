// Opens and closes dialogs in browsers that don't know a button's command attribute yet.
if (!("command" in HTMLButtonElement.prototype)) {
  document.addEventListener("click", event => {
    const button = event.target.closest?.("button[commandfor]");
    const dialog = button && document.getElementById(button.getAttribute("commandfor"));
    if (!(dialog instanceof HTMLDialogElement)) return;
    const command = button.getAttribute("command");
    if (command === "show-modal" && !dialog.open) dialog.showModal();
    if (command === "close" && dialog.open) dialog.close();
  });
}
