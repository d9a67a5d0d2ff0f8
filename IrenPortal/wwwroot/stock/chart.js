// The chart itself: scales, crosshair and what is drawn on the series, over rows that data.js made.
import { ValueAxis } from "./axis.js";
import * as format from "./formats.js";
import { Marks } from "./marks.js";
import { SeriesSet } from "./series.js";
import { colours, font, isStill, onChange } from "./theme.js";

const magnet = 1;
const logarithmic = 1;
const normal = 0;
const nameWidth = 84;
const reach = 22;

export class PriceChart {
  #host;
  #chart;
  #series;
  #marks = new Marks();
  #axis = new ValueAxis();
  #shown = null;

  constructor(library, host, names, { onPoint, onPress }) {
    this.#host = host;
    this.#chart = library.createChart(host, {
      autoSize: true,
      layout: { attributionLogo: false, fontSize: 14, panes: { enableResize: false } },
      grid: { vertLines: { visible: false }, horzLines: { visible: false } },
      crosshair: { mode: magnet },
      rightPriceScale: { borderVisible: false },
      timeScale: { fixLeftEdge: true, lockVisibleTimeRangeOnResize: true, minBarSpacing: 0.05, allowBoldLabels: false, ticksVisible: true, tickMarkMaxCharacterLength: 6, tickMarkFormatter },
      localization: { timeFormatter: format.date },
      handleScroll: { mouseWheel: false, vertTouchDrag: false },
      handleScale: { mouseWheel: false, axisPressedMouseMove: { time: true, price: false } },
      kineticScroll: { touch: !isStill(), mouse: false },
    });
    this.#series = new SeriesSet(library, this.#chart, names);
    this.#chart.subscribeCrosshairMove(event => event.sourceEvent && onPoint(event.logical ?? null));
    this.#chart.subscribeClick(event => event.point && onPress(event.logical ?? null, event.paneIndex === 0 ? this.#marks.at(event.point.x, event.point.y, reach) : null));
    new ResizeObserver(() => this.#shown && this.#fit()).observe(host);
    onChange(() => this.#paint());
    document.fonts.ready.then(() => this.#paint());
  }

  // Shows rows over the range that the address names, with room at the right for the names of several lines.
  show(shown, state) {
    this.#shown = shown;
    const { rows, first, compared, symbols, valueOf } = shown;
    this.#series.show(shown, state.candles);
    const { main } = this.#series;
    main.attachPrimitive(this.#axis);
    main.attachPrimitive(this.#marks);
    const last = of => rows.findLast(row => of(row) !== null);
    this.#axis.isLog = state.log;
    this.#axis.isChange = compared;
    this.#axis.ends = [valueOf(rows.at(-1).close), ...symbols.map((_, n) => last(row => row.beside[n]).beside[n] * 100)];
    main.priceScale().applyOptions({ mode: state.log ? logarithmic : normal, autoScale: true, minimumWidth: compared ? 76 : 56 });
    this.#paint();
    const beside = compared ? ((rows.length - first) * nameWidth) / Math.max(nameWidth, this.#chart.timeScale().width() - nameWidth) : 0;
    this.#chart.applyOptions({ timeScale: { fixRightEdge: !compared } });
    this.#chart.timeScale().setVisibleLogicalRange({ from: first - 0.5, to: rows.length - 0.5 + beside });
  }

  mark(marks) {
    const { rows, valueOf } = this.#shown;
    this.#marks.show(marks.map(mark => ({ ...mark, value: valueOf(rows[mark.at].close) })), rows.length - 1);
    this.#fit();
  }

  // Puts the crosshair on a row, and moves the chart where the row is out of sight; null takes it away.
  point(at) {
    this.#marks.select(at);
    if (at === null) {
      this.#chart.clearCrosshairPosition();
      return;
    }
    const scale = this.#chart.timeScale();
    const { from, to } = scale.getVisibleLogicalRange();
    const shift = at < from ? at - from - 0.5 : at > to ? at - to + 0.5 : 0;
    if (shift) scale.setVisibleLogicalRange({ from: from + shift, to: to + shift });
    const { rows, valueOf } = this.#shown;
    this.#chart.setCrosshairPosition(valueOf(rows[at].close), rows[at].date, this.#series.main);
  }

  // Pixels from the left edge of the chart to a row.
  left(at) {
    return this.#chart.timeScale().logicalToCoordinate(at) ?? 0;
  }

  // Whether the wheel zooms; on a page that scrolls it must not.
  wheel(isOn) {
    this.#chart.applyOptions({ handleScroll: { mouseWheel: isOn }, handleScale: { mouseWheel: isOn } });
  }

  // A canvas with what is shown, the crosshair left out, and its pixels for each pixel of the page.
  picture() {
    const canvas = this.#chart.takeScreenshot(true, false);
    return { canvas, scale: canvas.width / this.#host.clientWidth };
  }

  // Keeps the marks clear of the lines whatever the height.
  #fit() {
    const { rows, first, compared } = this.#shown;
    const height = this.#chart.panes()[0].getHeight();
    const band = this.#marks.bandFor(this.#chart.timeScale().width() - (compared ? nameWidth : 0), first, rows.length - first);
    this.#series.main.priceScale().applyOptions({ scaleMargins: { top: Math.min(0.6, band / Math.max(1, height)), bottom: 0.1 } });
  }

  #paint() {
    const c = colours();
    this.#chart.applyOptions({
      layout: { background: { type: "solid", color: c.page }, textColor: c.muted, fontFamily: font(), panes: { separatorColor: c.page, separatorHoverColor: c.page } },
      crosshair: { vertLine: { color: c.muted, labelBackgroundColor: c.inverse }, horzLine: { color: c.muted, labelBackgroundColor: c.inverse } },
      timeScale: { borderColor: c.control },
    });
    for (const drawn of [this.#axis, this.#marks]) Object.assign(drawn, { colours: c, font: font() });
    this.#series.paint(c);
  }
}

// Kinds of ticks: 0 a year, 1 a month, 2 a day.
function tickMarkFormatter(time, kind) {
  if (kind === 0) return `${format.month(time)} ${time.slice(0, 4)}`;
  return kind === 1 ? format.month(time) : format.day(time);
}
