// The series of the chart: the share as line or candles, the others as lines, the volume in a pane of its own.
import * as format from "./formats.js";

const solid = 0;
const dotted = 1;
const dashes = [2, 3, 4]; // dashed, long dashes, dots far apart: peers in their order
const volumePane = 1;

export class SeriesSet {
  #library;
  #chart;
  #names;
  #volume;
  #painted = []; // pairs of a series and its options by the colours
  #prices = [];
  main;

  constructor(library, chart, names) {
    [this.#library, this.#chart, this.#names] = [library, chart, names];
    chart.panes()[0].setPreserveEmptyPane(true);
    this.#volume = chart.addSeries(library.HistogramSeries, { priceScaleId: "volume", lastValueVisible: false, priceLineVisible: false }, volumePane);
    this.#volume.priceScale().applyOptions({ scaleMargins: { top: 0.1, bottom: 0 } });
    this.#painted.push([this.#volume, c => ({ color: c.control })]);
    chart.panes()[0].setStretchFactor(4);
    chart.panes()[volumePane].setStretchFactor(1);
  }

  // Every series anew, since their kinds change with the state. Beside others values are a hundred times the multiple.
  show({ rows, compared, symbols, valueOf }, isCandles) {
    for (const series of this.#prices.splice(0)) this.#chart.removeSeries(series);
    this.#painted.length = 1;
    const priceFormat = { type: "custom", minMove: 0.01, formatter: compared ? value => format.percent(value / 100 - 1) : value => format.price(value), tickmarksFormatter: values => values.map(() => "") };
    const peers = [...dashes];
    symbols.forEach((symbol, n) => this.#addLine(rows, n, { priceFormat, title: symbol }, symbol === this.#names.benchmark ? dotted : peers.shift()));
    const options = { priceFormat, title: compared ? this.#names.firm : "" };
    if (isCandles) {
      this.main = this.#add("CandlestickSeries", options, c => ({ upColor: c.page, borderUpColor: c.up, wickUpColor: c.up, downColor: c.down, borderDownColor: c.down, wickDownColor: c.down }));
      this.main.setData(rows.map(r => ({ time: r.date, open: valueOf(r.open ?? r.close), high: valueOf(r.high ?? r.close), low: valueOf(r.low ?? r.close), close: valueOf(r.close) })));
    } else {
      this.main = this.#add("LineSeries", { ...options, lineWidth: 2, lineStyle: solid }, c => ({ color: c.ink }));
      this.main.setData(rows.map(r => ({ time: r.date, value: valueOf(r.close) })));
    }
    this.#volume.setData(rows.filter(r => r.volume !== null).map(r => ({ time: r.date, value: r.volume })));
  }

  paint(colours) {
    for (const [series, options] of this.#painted) series.applyOptions(options(colours));
  }

  // A line for each run without a missing close; the last one carries name and value.
  #addLine(rows, n, options, lineStyle) {
    const runs = [];
    let before = null;
    for (const row of rows) {
      if (row.beside[n] !== null) {
        if (before === null) runs.push([]);
        runs.at(-1).push({ time: row.date, value: row.beside[n] * 100 });
      }
      before = row.beside[n];
    }
    runs.forEach((run, i) => {
      const isLast = i === runs.length - 1;
      const line = this.#add("LineSeries", { ...options, lineStyle, lineWidth: 2, title: isLast ? options.title : "", lastValueVisible: isLast, pointMarkersVisible: run.length === 1 },
        c => ({ color: lineStyle === dotted ? c.index : c.muted }));
      line.setData(run);
    });
  }

  #add(kind, options, colours) {
    const series = this.#chart.addSeries(this.#library[kind], { ...options, priceLineVisible: false });
    this.#prices.push(series);
    this.#painted.push([series, colours]);
    return series;
  }
}
