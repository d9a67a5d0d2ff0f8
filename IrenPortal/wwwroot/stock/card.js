// The card of a session's marks: what was said, when, and what the share did.
import * as format from "./formats.js";

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter(Boolean));
  return made;
};

const line = text => text && element("p", { textContent: text });

function movesOf(move, days, { firm, benchmark }) {
  const moves = [move.firm === undefined ? null : `${firm} ${format.percent(move.firm)}`, move.benchmark === undefined ? null : `${benchmark} ${format.percent(move.benchmark)}`];
  return `${days}: ${moves.filter(Boolean).join(", ")}`;
}

function estimateOf(move, { benchmark }) {
  const estimate = move.abnormal;
  if (!estimate) return null;
  const zero = estimate.low <= 0 && estimate.high >= 0 ? "includes zero" : "excludes zero";
  return `Not explained by ${benchmark}: ${format.percent(estimate.value)}; 95% range ${format.percent(estimate.low)} to ${format.percent(estimate.high)}, ${zero}`;
}

function release(mark, names) {
  const timing = mark.timing[0].toLowerCase() + mark.timing.slice(1);
  return element("div", { className: "item" },
    element("p", { className: "title" }, element("a", { href: mark.url, textContent: mark.headline })),
    line(`Release ${mark.number}: ${mark.when}, ${timing}. ${mark.category}.`),
    line(movesOf(mark.day0, `Session of ${format.date(mark.session)}`, names)),
    line(estimateOf(mark.day0, names)),
    mark.threeSessions && line(movesOf(mark.threeSessions, "Days −1 to +1", names)),
    mark.threeSessions && line(estimateOf(mark.threeSessions, names)));
}

const entry = mark => element("div", { className: "item" },
  element("p", { className: "title" }, element("a", { href: mark.url, textContent: mark.title })), line(`Event: ${mark.when}`));

export class Card {
  #stage;
  #shown = null;
  #closed;

  constructor(stage, closed) {
    this.#stage = stage;
    this.#closed = closed;
  }

  get isOpen() {
    return this.#shown !== null;
  }

  open(marks, names, left) {
    this.hide();
    const close = element("button", { type: "button", className: "close", textContent: "×" });
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", () => this.close());
    this.#shown = element("div", { className: "card" }, ...marks.map(mark => (mark.number ? release(mark, names) : entry(mark))), close);
    this.#shown.setAttribute("role", "dialog");
    this.#shown.setAttribute("aria-label", format.date(marks[0].session));
    this.#shown.addEventListener("keydown", event => event.key === "Escape" && (event.preventDefault(), this.close()));
    this.#stage.append(this.#shown);
    // To the right of its session where there is room, else to the left.
    const [width, room] = [this.#shown.offsetWidth, this.#stage.clientWidth];
    const right = left + 16;
    this.#shown.style.left = `${Math.max(0, right + width <= room ? right : Math.min(left - 16 - width, room - width))}px`;
    this.#shown.style.top = "44px";
    this.#shown.querySelector("a").focus({ preventScroll: true });
  }

  // Puts the focus back where it came from.
  close() {
    if (!this.isOpen) return;
    this.hide();
    this.#closed();
  }

  hide() {
    this.#shown?.remove();
    this.#shown = null;
  }
}
