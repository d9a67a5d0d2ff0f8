// Puts Markdown around the chosen text, so that the browser's own undo takes it back.
const wraps = { bold: ["**", "**", "bold text"], italic: ["*", "*", "italic text"], link: ["[", "](https://)", "words"] };
const table = "| Item | Figure |\n| --- | ---: |\n| Words | 0 |\n";

export function wire(text, bar) {
  bar.addEventListener("click", event => {
    const button = event.target.closest("[data-md]");
    if (button) apply(text, button.dataset.md);
  });
  rove(bar);
  text.addEventListener("keydown", event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const button = [...bar.querySelectorAll("[data-md]")].find(tool => tool.dataset.key === event.key.toLowerCase() && "shift" in tool.dataset === event.shiftKey);
    if (!button) return;
    event.preventDefault();
    apply(text, button.dataset.md);
  });
}

// One stop of the Tab key; arrows, Home and End go from button to button.
function rove(bar) {
  const buttons = [...bar.querySelectorAll("button")];
  const stop = chosen => { for (const button of buttons) button.tabIndex = button === chosen ? 0 : -1; };
  stop(buttons[0]);
  bar.addEventListener("focusin", event => stop(event.target));
  bar.addEventListener("keydown", event => {
    const place = buttons.indexOf(document.activeElement);
    const next = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined || place < 0) return;
    event.preventDefault();
    buttons.at(next % buttons.length).focus();
  });
}

export function insert(text, words) {
  text.focus();
  if (!document.execCommand("insertText", false, words)) text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

function apply(text, kind) {
  if (text.readOnly) return;
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

export function startOfBlock(text) {
  const before = text.value.slice(0, text.selectionStart);
  return before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
}

// Words before the cursor on its line, or after it: it stands inside a sentence.
export function inSentence(text) {
  const before = text.value.slice(0, text.selectionStart).split("\n").at(-1);
  const after = text.value.slice(text.selectionEnd).split("\n")[0];
  return Boolean(before.trim() || after.trim());
}
