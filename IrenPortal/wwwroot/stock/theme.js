// The site's colours for a canvas, which knows no custom properties; system colours where the reader has forced them.
const names = ["page", "line", "control", "muted", "ink", "inverse", "on-inverse", "accent", "on-accent", "up", "down", "index"];
const forced = matchMedia("(forced-colors: active)");
const dark = matchMedia("(prefers-color-scheme: dark)");
const system = { page: "Canvas", inverse: "CanvasText", "on-inverse": "Canvas", accent: "LinkText", "on-accent": "Canvas", line: "GrayText" };

export function colours() {
  const style = getComputedStyle(document.documentElement);
  if (!forced.matches) return Object.fromEntries(names.map(name => [name, style.getPropertyValue("--" + name).trim()]));
  const probe = document.body.appendChild(document.createElement("span"));
  const read = colour => {
    probe.style.color = colour;
    return getComputedStyle(probe).color;
  };
  const found = Object.fromEntries(names.map(name => [name, read(system[name] ?? "CanvasText")]));
  probe.remove();
  return found;
}

export const font = () => getComputedStyle(document.documentElement).getPropertyValue("--font").trim();

export const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export function onChange(then) {
  for (const query of [forced, dark]) query.addEventListener("change", then);
}
