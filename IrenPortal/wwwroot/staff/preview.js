// Shows the reader's page at the width of a desktop or a phone, and loads it again without losing the place.
const frame = document.querySelector("[data-preview-frame]");
const view = document.querySelector("[data-window]");
const desktop = 1240;

function fit() {
  const phone = view.dataset.mode === "phone";
  const scale = phone ? 1 : Math.min(1, view.clientWidth / desktop);
  frame.style.width = phone ? "" : `${view.clientWidth / scale}px`;
  frame.style.height = phone ? "" : `${view.clientHeight / scale}px`;
  frame.style.transform = phone || scale === 1 ? "" : `scale(${scale})`;
}

for (const button of document.querySelectorAll("[data-width]")) {
  button.addEventListener("click", () => {
    view.dataset.mode = button.dataset.width;
    for (const other of document.querySelectorAll("[data-width]")) other.setAttribute("aria-pressed", other === button);
    fit();
  });
}

// The reader's page asks for the scheme of the frame that it stands in.
const dark = document.querySelector("[data-dark]");
const theme = matchMedia("(prefers-color-scheme: dark)");
const shade = on => {
  frame.style.colorScheme = on ? "dark" : "light";
  dark.setAttribute("aria-pressed", on);
};
dark.addEventListener("click", () => shade(dark.getAttribute("aria-pressed") !== "true"));
theme.addEventListener("change", () => shade(theme.matches));
shade(theme.matches);

new ResizeObserver(fit).observe(view);
if (innerWidth < 640) document.querySelector("[data-width=phone]").click();

// Replaces what the frame shows; its place in the session's history too, so that Back leaves the editor.
export function show(address) {
  const top = frame.contentWindow.scrollY;
  frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, top), { once: true });
  frame.contentWindow.location.replace(address);
}
