// What stands under the chart: which marks it shows, the whole screen, a picture to keep.
import { colours, font } from "./theme.js";

// A box for each category that has a release, and one for events.
const events = "Events";

export class Filter {
  #off = new Set();

  constructor(details, marks, changed) {
    const counts = new Map();
    for (const mark of marks) counts.set(kindOf(mark), (counts.get(kindOf(mark)) ?? 0) + 1);
    const fieldset = details.querySelector("fieldset");
    const kinds = [...counts.keys()].sort((a, b) => (a === events) - (b === events) || a.localeCompare(b));
    for (const kind of kinds) {
      const label = document.createElement("label");
      const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
      const count = Object.assign(document.createElement("span"), { className: "muted", textContent: counts.get(kind) });
      label.append(box, kind, count);
      fieldset.append(label);
      box.addEventListener("change", () => {
        if (box.checked) this.#off.delete(kind);
        else this.#off.add(kind);
        changed();
      });
    }
    details.addEventListener("keydown", event => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      details.querySelector("summary").focus();
    });
  }

  shows(mark) {
    return !this.#off.has(kindOf(mark));
  }
}

const kindOf = mark => mark.category ?? events;

// The chart's part of the page over the whole screen; where the browser has no full screen for it, over the whole window.

export class FullScreen {
  #section;
  #button;
  #changed;

  constructor(section, button, changed) {
    [this.#section, this.#button, this.#changed] = [section, button, changed];
    button.addEventListener("click", () => (this.#isOn ? this.#leave() : this.#enter()));
    section.addEventListener("fullscreenchange", () => this.#show());
    section.addEventListener("keydown", event => event.key === "Escape" && !event.defaultPrevented && this.#isFallback && this.#leave());
  }

  get #isOn() {
    return document.fullscreenElement === this.#section || this.#isFallback;
  }

  get #isFallback() {
    return this.#section.classList.contains("is-full");
  }

  async #enter() {
    try {
      await this.#section.requestFullscreen();
    } catch {
      this.#cover(true);
    }
  }

  #leave() {
    if (this.#isFallback) this.#cover(false);
    else document.exitFullscreen();
  }

  // What lies under the chart can't be reached while it does.
  #cover(isOn) {
    this.#section.classList.toggle("is-full", isOn);
    for (let element = this.#section; element !== document.body; element = element.parentElement) {
      for (const other of element.parentElement.children) other.inert = isOn && other !== element;
    }
    this.#show();
  }

  #show() {
    this.#button.textContent = this.#isOn ? "Leave full screen" : "Full screen";
    this.#changed(this.#isOn);
  }
}

// The chart as a PNG with a title above and its source below.
export function save(chart, title, source, name) {
  const { canvas, scale } = chart.picture();
  const [margin, head, foot] = [24 * scale, 56 * scale, 44 * scale];
  const sheet = document.createElement("canvas");
  [sheet.width, sheet.height] = [canvas.width + 2 * margin, canvas.height + head + foot];
  const context = sheet.getContext("2d");
  const c = colours();
  const write = (text, y, size, weight, colour) => {
    context.fillStyle = colour;
    context.font = `${weight} ${size * scale}px ${font()}`;
    context.fillText(text, margin, y, canvas.width);
  };
  context.fillStyle = c.page;
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.drawImage(canvas, margin, head);
  write(title, 36 * scale, 20, 640, c.ink);
  write(source, sheet.height - 18 * scale, 13, 400, c.muted);
  sheet.toBlob(blob => {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });
}
