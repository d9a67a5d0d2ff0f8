// Puts Markdown around the chosen text, so that the browser's own undo takes it back.
const wraps = { bold: ["**", "**", "bold text"], italic: ["*", "*", "italic text"], link: ["[", "](https://)", "words"] };
const table = "| Item | Figure |\n| --- | ---: |\n| Words | 0 |\n";

export function wire(text, bar) {
  bar.addEventListener("click", event => {
    const button = event.target.closest("[data-md]");
    if (button) apply(text, button.dataset.md);
  });
  bar.addEventListener("keydown", event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...bar.querySelectorAll("button")];
    const place = buttons.indexOf(document.activeElement);
    if (step && place >= 0) buttons.at((place + step) % buttons.length).focus();
  });
  text.addEventListener("keydown", event => {
    const kind = (event.ctrlKey || event.metaKey) && !event.altKey && { b: "bold", i: "italic", k: "link" }[event.key];
    if (!kind) return;
    event.preventDefault();
    apply(text, kind);
  });
}

export function insert(text, words) {
  text.focus();
  if (!document.execCommand("insertText", false, words)) text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

function apply(text, kind) {
  const chosen = text.value.slice(text.selectionStart, text.selectionEnd);
  if (wraps[kind]) {
    const [before, after, stand] = wraps[kind];
    insert(text, before + (chosen || stand) + after);
  } else if (kind === "table") {
    insert(text, startOfBlock(text) + table);
  } else {
    const mark = kind === "list" ? "- " : "## ";
    insert(text, startOfBlock(text) + (chosen || (kind === "list" ? "item" : "Heading")).split("\n").map(line => mark + line).join("\n"));
  }
}

function startOfBlock(text) {
  const before = text.value.slice(0, text.selectionStart);
  return before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
}
