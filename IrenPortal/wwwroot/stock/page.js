// Puts the interactive chart over the drawn one once both the page and the chart's data are there. Whatever fails on the
// way, the drawn chart stays and links go on working.
import { addressOf, drawn, named, refresh } from "./address.js";
import { Card } from "./card.js";
import { PriceChart } from "./chart.js";
import { once, rowsOf } from "./data.js";
import * as format from "./formats.js";
import { Readout } from "./readout.js";
import { Filter, FullScreen, save } from "./tools.js";

const section = document.querySelector("[data-stock]");
const stage = section.querySelector("[data-stage]");
const { symbol, benchmark, currency } = stage.dataset;
const names = { firm: symbol, benchmark };
const seriesOf = name => once(`${stage.dataset.series}${name}.json`);
const idle = window.requestIdleCallback ?? (then => setTimeout(then, 1));

const [library, share, known] = await Promise.all([import(stage.dataset.library), seriesOf(symbol), once(stage.dataset.markers)]);
const marks = [...known.announcements, ...known.events];

let state = drawn();
let shown;
let placed = [];
let at = null;

const surface = Object.assign(document.createElement("div"), { className: "surface", tabIndex: 0 });
const canvas = Object.assign(document.createElement("div"), { className: "canvas" });
let chart, readout, card, filter;

idle(begin, { timeout: 200 });

async function begin() {
  const others = await Promise.all(state.beside.map(seriesOf));
  for (const [name, value] of [["role", "application"], ["aria-roledescription", "interactive price chart"], ["aria-describedby", "chart-keys"]]) surface.setAttribute(name, value);
  canvas.setAttribute("aria-hidden", "true");
  surface.append(canvas);
  stage.append(surface);
  chart = new PriceChart(library, canvas, names, { onPoint, onPress });
  readout = new Readout(section);
  card = new Card(stage, () => surface.focus({ preventScroll: true }));
  filter = new Filter(section.querySelector("[data-filter]"), marks.filter(item => share.dates.includes(item.session)), mark);
  new FullScreen(section, section.querySelector("[data-full]"), isOn => chart.wheel(isOn));
  await apply(others);
  section.classList.add("is-live");
  surface.addEventListener("keydown", onKey);
  surface.addEventListener("pointerleave", () => onPoint(null));
  section.addEventListener("click", onClick);
  section.addEventListener("submit", event => {
    event.preventDefault();
    event.target.closest("details").open = false;
    const address = addressOf(event.target);
    next(() => [address, state.from]);
  });
  section.querySelector("[data-picture]").addEventListener("click", picture);
  requestAnimationFrame(() => performance.mark("stock-chart-ready"));
}

async function apply(others) {
  shown = rowsOf(share, others ?? (await Promise.all(state.beside.map(seriesOf))), state.from);
  chart.show(shown, state);
  mark();
  caption();
}

function mark() {
  const rowOf = new Map(shown.rows.map((row, i) => [row.date, i]));
  placed = marks.filter(item => filter.shows(item) && rowOf.has(item.session)).map(item => ({ ...item, at: rowOf.get(item.session) }))
    .sort((a, b) => a.at - b.at || (a.number ?? 0) - (b.number ?? 0));
  at = null;
  card.hide();
  chart.mark(placed);
}

// What the server says of the chart in one sentence is the name of the interactive one too.
function caption() {
  surface.setAttribute("aria-label", section.querySelector("[data-part=drawn] svg[role=img]").getAttribute("aria-label"));
  onPoint(null);
}

// A link or the form of the section: the chart changes at once, the rest of the section when the server has answered. One
// at a time, since the links of the rest say what they add to the address that they came with.
let turn = Promise.resolve();

function next(read) {
  turn = turn.then(async () => {
    const [address, from] = read();
    history.replaceState(null, "", address);
    try {
      state = named(address, from);
      await Promise.all([apply(), refresh(section, address)]);
      caption();
    } catch {
      location.assign(address);
    }
  });
}

function onClick(event) {
  const link = event.target.closest("a[href]");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const address = new URL(link.href);
  if (address.origin !== location.origin || address.pathname !== location.pathname) return;
  event.preventDefault();
  next(() => {
    const now = link.isConnected ? link : [...section.querySelectorAll("[data-part] a")].find(other => other.textContent === link.textContent) ?? link;
    return [now.getAttribute("href"), now.dataset.from ?? state.from];
  });
}

const marksAt = row => placed.filter(item => item.at === row);

function onPoint(logical) {
  const row = logical === null ? null : Math.max(0, Math.min(shown.rows.length - 1, Math.round(logical)));
  readout.show(shown.rows[row ?? at ?? shown.rows.length - 1], shown, symbol, row === null && at === null);
}

function onPress(logical, pressed) {
  if (logical === null) return;
  at = pressed?.at ?? Math.max(0, Math.min(shown.rows.length - 1, Math.round(logical)));
  chart.point(at);
  readout.say(shown.rows[at], shown, symbol, marksAt(at));
  if (pressed) card.open(marksAt(at), names, chart.left(at));
  else card.hide();
}

function rest() {
  at = null;
  chart.point(null);
  onPoint(null);
}

function onKey(event) {
  if (event.target !== surface) return;
  if (event.key === "Enter" && at !== null && marksAt(at).length > 0) {
    event.preventDefault();
    card.open(marksAt(at), names, chart.left(at));
    return;
  }
  if (event.key === "Escape" && (card.isOpen || at !== null)) {
    event.preventDefault();
    if (card.isOpen) card.close();
    else rest();
    return;
  }
  const row = rowFor(event, at, shown.rows, placed);
  if (row === undefined) return;
  event.preventDefault();
  card.hide();
  at = row;
  chart.point(at);
  readout.say(shown.rows[at], shown, symbol, marksAt(at));
}

function picture() {
  const [first, last] = [shown.rows[shown.first].date, shown.rows.at(-1).date];
  const what = shown.compared
    ? `${[symbol, ...shown.symbols].join(", ")}: change since the close of ${format.date(shown.since)}`
    : `${symbol}, daily prices in ${currency}, ${format.date(first)} to ${format.date(last)}`;
  const source = `Source: ${location.origin}/stock, ${format.date(last)}. Daily closes, without dividends. Chart: TradingView Lightweight Charts™, tradingview.com`;
  save(chart, what, source, `${symbol}-${first}-${last}.png`);
}

// From a key to the row it leads to; undefined where the key means nothing here.
function rowFor(event, at, rows, marks) {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const last = rows.length - 1;
  const step = event.shiftKey ? 5 : 1;
  const from = at ?? last + 1;
  switch (event.key) {
    case "ArrowLeft": return Math.max(0, from - step);
    case "ArrowRight": return Math.min(last, (at ?? last) + step);
    case "Home": return 0;
    case "End": return last;
    case "ArrowUp": return marks.findLast(mark => mark.at < from)?.at ?? at ?? last;
    case "ArrowDown": return marks.find(mark => mark.at > (at ?? -1))?.at ?? at ?? last;
    default: return undefined;
  }
}
