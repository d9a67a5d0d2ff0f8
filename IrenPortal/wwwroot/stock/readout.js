// What the crosshair stands on, in figures for the eye and in a sentence for a screen reader.
import * as format from "./formats.js";

export class Readout {
  #section;
  #live;
  #timer = 0;

  constructor(section) {
    this.#section = section;
    this.#live = document.createElement("p");
    this.#live.className = "visually-hidden";
    this.#live.setAttribute("aria-live", "polite");
    section.append(this.#live);
  }

  // At rest every line says where it ended, also one that ended before the newest session.
  show(row, shown, symbol, atRest = false) {
    const known = (value, write) => (value === null ? format.none : write(value));
    const texts = {
      date: format.date(row.date), open: known(row.open, format.price), high: known(row.high, format.price), low: known(row.low, format.price),
      close: format.price(row.close), change: known(row.change, format.percent), volume: known(row.volume, format.compact),
    };
    for (const [name, text] of Object.entries(texts)) this.#section.querySelector(`[data-of="${name}"]`).textContent = text;
    for (const [name, change] of this.#changes(row, shown, symbol, atRest)) {
      const value = this.#section.querySelector(`[data-value="${CSS.escape(name)}"]`);
      if (value) value.textContent = known(change, format.percent);
    }
    return texts;
  }

  // Said a moment later, so that a held key is not read out session by session.
  say(row, shown, symbol, marks) {
    const t = this.show(row, shown, symbol);
    const beside = shown.compared ? ` Since ${format.date(shown.since)}: ${this.#changes(row, shown, symbol).map(([name, c]) => `${name} ${c === null ? "no close" : format.percent(c)}`).join(", ")}.` : "";
    const words = marks.map(mark => (mark.number ? ` Release ${mark.number}: ${mark.headline}.` : ` Event: ${mark.title}.`)).join("");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#live.textContent = `${t.date}: close ${t.close}, ${t.change}; open ${t.open}, high ${t.high}, low ${t.low}, volume ${t.volume}.${beside}${words}`;
    }, 150);
  }

  #changes(row, shown, symbol, atRest) {
    if (!shown.compared) return [];
    const multiple = n => (atRest ? shown.rows.findLast(r => r.beside[n] !== null).beside[n] : row.beside[n]);
    return [[symbol, shown.multipleOf(row.close)], ...shown.symbols.map((name, n) => [name, multiple(n)])].map(([name, m]) => [name, m === null ? null : m - 1]);
  }
}
