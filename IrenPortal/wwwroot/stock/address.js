// The address holds what is shown. A link or the form of the section names a new one; the chart shows it at once, and the rest
// of the section, links, legend, drawn chart, files and table, comes from the server.

export const drawn = () => {
  const { from, view, scale, with: beside } = document.querySelector("[data-state]").dataset;
  return { from, candles: view === "candles", log: scale === "log", beside: beside ? beside.split(",") : [] };
};

// The links of the page are normalised, so that reading them takes no more than this.
export function named(address, from) {
  const query = new URL(address, location.href).searchParams;
  const beside = query.getAll("with").join(",").split(",").filter(Boolean).slice(0, 3);
  return { from, candles: query.get("view") === "candles", log: query.get("scale") === "log", beside };
}

export function addressOf(form) {
  const fields = new Map();
  for (const [name, value] of new FormData(form)) fields.set(name, fields.has(name) ? `${fields.get(name)},${value}` : value);
  const query = [...fields].map(([name, value]) => `${name}=${value}`).join("&");
  return form.getAttribute("action") + (query ? "?" + query : "");
}

export async function refresh(section, address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const back = focusIn(section);
  for (const part of section.querySelectorAll("[data-part]")) {
    const fresh = page.querySelector(`[data-part="${part.dataset.part}"]`);
    const open = [...part.querySelectorAll("details")].map(details => details.open);
    part.replaceChildren(...fresh.childNodes);
    part.querySelectorAll("details").forEach((details, i) => (details.open = open[i]));
  }
  back();
}

// Remembers where the focus is among the parts, and puts it on the same control again, or on the one in its place.
function focusIn(section) {
  const active = document.activeElement;
  const name = active?.closest("[data-part]")?.dataset.part;
  if (!name) return () => {};
  const controls = () => [...section.querySelectorAll(`[data-part="${name}"] :is(a, summary)`)];
  const from = active.closest("details")?.querySelector("summary") ?? active;
  const [at, text] = [controls().indexOf(from), from.textContent];
  return () => {
    const now = controls();
    (now.find(control => control.textContent === text) ?? now[Math.min(at, now.length - 1)])?.focus({ preventScroll: true });
  };
}
