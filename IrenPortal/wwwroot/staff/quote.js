// Quotes what is selected in the text, or in its changes, in a new comment. The selection is remembered, for on the way to
// the button the focus goes elsewhere.
const place = document.getElementById("comment-place");
if (place) wire(place.form);

function wire(form) {
  const panel = form.querySelector("[data-quoting]");
  const button = panel.querySelector("button");
  const note = document.getElementById(button.getAttribute("aria-describedby"));
  const base = document.querySelector("#draft input[name=base]");
  let taken = null;
  panel.hidden = false;
  document.addEventListener("selectionchange", () => {
    const selected = inField(document.activeElement) ?? inCells(getSelection());
    if (!selected) return;
    taken = selected.words ? selected : null;
    button.disabled = !taken;
    note.hidden = Boolean(taken);
    if (taken) button.removeAttribute("aria-describedby");
    else button.setAttribute("aria-describedby", note.id);
  });
  button.addEventListener("click", () => {
    form.elements.quote.value = taken.words;
    place.value = taken.place;
    if (place.selectedIndex < 0) place.value = "";
    form.elements.words.focus();
  });
  // Words without a line may have been typed after the page was loaded: they stand in the newest save.
  form.addEventListener("submit", () => {
    if (base && form.elements.quote.value && !place.value) form.elements.revision.value = base.value;
  });
}

// The lines to choose from are those of the text that the page was loaded with.
function inField(field) {
  if (!field?.matches("textarea[data-quotable]")) return null;
  const words = field.value.slice(field.selectionStart, field.selectionEnd);
  const before = field.value.slice(0, field.selectionStart) + words.slice(0, words.length - words.trimStart().length);
  const line = field.value === field.defaultValue && !words.trim().includes("\n");
  return { words: words.trim(), place: line ? String(before.split("\n").length) : "" };
}

function inCells(selection) {
  if (!selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const cells = [...document.querySelectorAll("td[data-quotable]")].filter(cell => range.intersectsNode(cell));
  if (!cells.length) return null;
  const parts = cells.map(cell => ({ words: wordsIn(cell, range), place: cell.dataset.quotable })).filter(part => part.words);
  return { words: parts.map(part => part.words).join("\n"), place: parts.length === 1 ? parts[0].place : "" };
}

function wordsIn(cell, range) {
  const part = document.createRange();
  part.selectNodeContents(cell);
  if (cell.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (cell.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  return part.toString().trim();
}
