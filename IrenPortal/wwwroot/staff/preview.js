// Shows the reader's page at the width of a desktop, a phone or a printed sheet, and loads it again without losing the place.
const frame = document.querySelector("[data-preview-frame]");
const view = document.querySelector("[data-window]");
const widths = { desktop: 1240, print: 210 / 25.4 * 96 };

function fit() {
  const phone = view.dataset.mode === "phone";
  const width = widths[view.dataset.mode] ?? widths.desktop;
  const scale = phone ? 1 : Math.min(1, view.clientWidth / width);
  frame.style.width = phone ? "" : `${view.dataset.mode === "print" ? width : view.clientWidth / scale}px`;
  frame.style.height = phone ? "" : `${view.clientHeight / scale}px`;
  frame.style.transform = phone || scale === 1 ? "" : `scale(${scale})`;
}

for (const button of document.querySelectorAll("[data-width]")) {
  button.addEventListener("click", () => {
    view.dataset.mode = button.dataset.width;
    for (const other of document.querySelectorAll("[data-width]")) other.setAttribute("aria-pressed", other === button);
    fit();
    print();
  });
}

// The reader's page asks for the scheme of the frame that it stands in.
const dark = document.querySelector("[data-dark]");
const theme = matchMedia("(prefers-color-scheme: dark)");
const shade = on => {
  dark.setAttribute("aria-pressed", on);
  frame.style.colorScheme = on && view.dataset.mode !== "print" ? "dark" : "light";
};
dark.addEventListener("click", () => shade(dark.getAttribute("aria-pressed") !== "true"));
theme.addEventListener("change", () => shade(theme.matches));
shade(theme.matches);

// The reader's own style sheets with their printed rules taken for the screen's, and paper is light: what is shown is what is
// printed, for there is no second sheet.
let paper = [];
function print() {
  const on = view.dataset.mode === "print";
  for (const media of paper) media.mediaText = "print";
  paper = on ? [...frame.contentDocument.styleSheets].flatMap(sheet => printed(sheet.cssRules)) : [];
  for (const media of paper) media.mediaText = "all";
  dark.disabled = on;
  shade(dark.getAttribute("aria-pressed") === "true");
}

function printed(rules) {
  return [...rules].flatMap(rule => [...(rule.media?.mediaText === "print" ? [rule.media] : []), ...printed(rule.cssRules ?? [])]);
}

frame.addEventListener("load", () => { paper = []; print(); });

new ResizeObserver(fit).observe(view);
if (innerWidth < 640) document.querySelector("[data-width=phone]").click();

// Replaces what the frame shows; its place in the session's history too, so that Back leaves the editor.
export function show(address) {
  const top = frame.contentWindow.scrollY;
  frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, top), { once: true });
  frame.contentWindow.location.replace(address);
}

// The text as it is typed: only its words are put in anew, one answer at a time. The whole page comes with the save.
let asking = false;
let newer = false;
export async function showTyped(form, text) {
  newer = true;
  if (asking) return;
  asking = true;
  try {
    while (newer) {
      newer = false;
      const body = new URLSearchParams({ [text.name]: text.value, __RequestVerificationToken: form.querySelector("input[name=__RequestVerificationToken]").value });
      const answer = await fetch(form.dataset.preview, { method: "POST", body, redirect: "manual" });
      const place = frame.contentDocument?.querySelector("main :is(.article, .words, .body)");
      if (answer.ok && place) place.innerHTML = await answer.text();
    }
  } catch {
    // No connection: the save says so.
  } finally {
    asking = false;
  }
}
