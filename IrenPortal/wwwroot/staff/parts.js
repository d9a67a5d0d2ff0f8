// Puts the parts of the page that follow from the text in place of those before: the server draws them.
const shown = {};

export function showParts(parts) {
  for (const [name, html] of Object.entries(parts)) {
    const old = document.querySelector(`[data-part=${name}]`);
    if (!old || shown[name] === html) continue;
    shown[name] = html;
    const part = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
    // What was open stays open, and the keyboard where it was.
    for (const open of old.querySelectorAll("details[open][id]")) part.querySelector(`#${open.id}`)?.setAttribute("open", "");
    const focused = old.contains(document.activeElement) && document.activeElement.id;
    old.replaceWith(part);
    if (focused) document.getElementById(focused)?.focus();
  }
}
