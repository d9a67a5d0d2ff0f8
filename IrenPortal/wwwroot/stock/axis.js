// Gridlines and labels of the value axis at round values, in place of the library's, which are odd on a logarithmic scale and
// run under the values at the ends of the lines.
import * as format from "./formats.js";

const clear = 17;
const edge = 8;

export class ValueAxis {
  #series;
  #height = 0;
  #paneViews = [{ zOrder: () => "bottom", renderer: () => ({ draw: target => target.useMediaCoordinateSpace(scope => this.#drawGrid(scope)) }) }];
  #axisViews = [{ zOrder: () => "bottom", renderer: () => ({ draw: target => target.useMediaCoordinateSpace(scope => this.#drawLabels(scope)) }) }];
  colours = {};
  font = "";
  isLog = false;
  isChange = false;
  ends = [];

  attached({ series }) {
    this.#series = series;
  }

  paneViews() {
    return this.#paneViews;
  }

  priceAxisPaneViews() {
    return this.#axisViews;
  }

  // Values are prices, or with changes a hundred times the multiple of the first close.
  #ticks(height) {
    const [low, high] = [this.#series.coordinateToPrice(height), this.#series.coordinateToPrice(0)];
    if (low === null || high === null) return [];
    const unit = this.isChange ? 100 : 1;
    const values = this.isLog ? logarithmic(low / unit, high / unit).map(value => value * unit) : this.isChange ? between(low - 100, high - 100).map(value => value + 100) : between(low, high);
    const whole = values.every(value => Math.abs(value - Math.round(value)) < 1e-6);
    return values.map(value => ({
      y: this.#series.priceToCoordinate(value),
      label: this.isChange ? format.percent(value / 100 - 1, whole ? 0 : 1) : format.price(value, whole ? 0 : 2),
      isZero: this.isChange && Math.abs(value - 100) < 1e-6,
    })).filter(tick => tick.y > edge && tick.y < height - edge);
  }

  #drawGrid({ context, mediaSize }) {
    this.#height = mediaSize.height;
    for (const { y, isZero } of this.#ticks(mediaSize.height)) {
      context.fillStyle = isZero ? this.colours.control : this.colours.line;
      context.fillRect(0, Math.round(y), mediaSize.width, 1);
    }
  }

  #drawLabels({ context }) {
    const taken = this.ends.map(value => this.#series.priceToCoordinate(value));
    context.font = `400 14px ${this.font}`;
    context.fillStyle = this.colours.muted;
    context.textBaseline = "middle";
    for (const { y, label } of this.#ticks(this.#height)) {
      if (taken.every(end => Math.abs(end - y) > clear)) context.fillText(label, 9, y);
    }
  }
}

// Round values by the same rules as the server's drawing (Ui/Charts/NiceTicks.cs).
const steps = [1, 2, 2.5, 5, 10];
const digits = [[1], [1, 3], [1, 2, 5], [1, 1.5, 2, 3, 5, 7]];
const about = 4;
const tidy = value => Number(value.toFixed(10));

function between(low, high) {
  const span = high - low;
  if (!(span > 0 && span < Infinity)) return [];
  for (let parts = about; ; parts++) {
    const rough = span / parts;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = steps.find(s => s * power >= rough * 0.999 || s === 10) * power;
    const [first, last] = [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
    if (last - first >= 2 || parts > about + 8) return Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * step));
  }
}

function logarithmic(low, high) {
  for (const leading of low > 0 ? digits : []) {
    const ticks = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
      ticks.push(...leading.map(digit => tidy(digit * 10 ** power)).filter(tick => tick >= low && tick <= high));
    }
    if (ticks.length >= 3) return ticks;
  }
  return between(low, high);
}
