// Releases and events on the chart: numbered circles above the plot with a leader down to the close of their session, as the
// server draws them, and diamonds for events at its foot. A primitive of the library, so that pictures have them too.

const row = 30;
const gap = 27;
const radius = 12;
const foot = 12;

export class Marks {
  #chart;
  #series;
  #update = () => {};
  #placed = [];
  #rows = 1;
  #leaders = { zOrder: () => "bottom", renderer: () => ({ draw: target => target.useMediaCoordinateSpace(scope => this.#drawLeaders(scope)) }) };
  #circles = { zOrder: () => "top", renderer: () => ({ draw: target => target.useMediaCoordinateSpace(scope => this.#drawCircles(scope)) }) };
  #views = [this.#leaders, this.#circles];
  colours = {};
  font = "";
  #items = [];
  #last = 0;
  #selected = null;

  attached({ chart, series, requestUpdate }) {
    [this.#chart, this.#series, this.#update] = [chart, series, requestUpdate];
  }

  detached() {
    this.#update = () => {};
  }

  paneViews() {
    return this.#views;
  }

  // Items with the row and the value at which they stand, ascending, and the last row.
  show(items, last) {
    [this.#items, this.#last, this.#selected] = [items, last, null];
    this.#update();
  }

  // Fills the marks of a row; of null none.
  select(at) {
    this.#selected = at;
    this.#update();
  }

  // How much of the pane's upper edge the circles take in pixels, for a plot of this width that shows these rows.
  bandFor(width, first, count) {
    const wanted = this.#releases().filter(item => item.at >= first).map(item => ((item.at - first + 0.5) / count) * width);
    this.#rows = rowsFor(wanted, width, gap);
    return wanted.length === 0 ? 8 : this.#rows * row + 34;
  }

  updateAllViews() {
    const scale = this.#chart.timeScale();
    const width = scale.width();
    const places = this.#items.map(item => ({ item, x: scale.logicalToCoordinate(item.at), y: this.#series.priceToCoordinate(item.value) }))
      .filter(place => place.x !== null && place.y !== null && place.x >= 0 && place.x <= width);
    const releases = places.filter(place => place.item.number);
    const right = Math.min(width, (scale.logicalToCoordinate(this.#last) ?? width) + 2 * radius) - radius - 1;
    const centres = apart(releases.map(place => place.x), gap / this.#rows, radius + 1, right);
    releases.forEach((place, n) => {
      place.cx = centres[n];
      place.cy = 14 + (n % this.#rows) * row;
    });
    this.#placed = places;
  }

  // What is drawn within reach of a point of the pane; null where nothing is.
  at(x, y, reach) {
    let best = null;
    let least = reach;
    const height = this.#chart.panes()[0].getHeight();
    for (const place of this.#placed) {
      const away = place.item.number ? Math.hypot(x - place.cx, y - place.cy) : Math.hypot(x - place.x, y - (height - foot));
      if (away <= least) [best, least] = [place.item, away];
    }
    return best;
  }

  hitTest(x, y) {
    return this.at(x, y, radius + 2) ? { externalId: "mark", cursorStyle: "pointer", zOrder: "top" } : null;
  }

  #releases() {
    return this.#items.filter(item => item.number);
  }

  #drawLeaders({ context }) {
    const bend = this.#rows * row + 4;
    context.strokeStyle = this.colours.accent;
    context.lineWidth = 1.25;
    for (const { item, x, y, cx, cy } of this.#placed) {
      if (!item.number) continue;
      context.beginPath();
      context.moveTo(cx, cy + radius);
      context.lineTo(cx, bend);
      context.lineTo(x, bend + 12);
      if (y - 5 > bend + 12) context.lineTo(x, y - 5);
      context.stroke();
    }
  }

  #drawCircles({ context, mediaSize }) {
    const { accent, page, muted } = this.colours;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = `600 13px ${this.font}`;
    for (const { item, x, y, cx, cy } of this.#placed) {
      const chosen = item.at === this.#selected;
      if (!item.number) {
        shape(context, chosen ? muted : page, muted, 1.5, () => diamond(context, x, mediaSize.height - foot, 6));
        continue;
      }
      shape(context, accent, page, 2, () => context.arc(x, y, 4.5, 0, 7));
      shape(context, chosen ? accent : page, accent, 1.5, () => context.arc(cx, cy, radius, 0, 7));
      context.fillStyle = chosen ? this.colours["on-accent"] : accent;
      context.fillText(item.number, cx, cy + 0.5);
    }
  }
}

function shape(context, fill, stroke, width, path) {
  context.beginPath();
  path();
  context.fillStyle = fill;
  context.strokeStyle = stroke;
  context.lineWidth = width;
  context.fill();
  context.stroke();
}

function diamond(context, x, y, size) {
  context.moveTo(x - size, y);
  context.lineTo(x, y - size);
  context.lineTo(x + size, y);
  context.lineTo(x, y + size);
  context.closePath();
}

// Kept apart along a line by the same rule as in the server's drawing (Ui/Charts/Spread.cs).
function apart(wanted, gap, low, high) {
  if (wanted.length > 1) gap = Math.min(gap, (high - low) / (wanted.length - 1));
  const pools = [];
  wanted.forEach((at, i) => {
    pools.push({ sum: at - i * gap, count: 1 });
    while (pools.length > 1 && mean(pools.at(-2)) > mean(pools.at(-1))) {
      const last = pools.pop();
      pools.at(-1).sum += last.sum;
      pools.at(-1).count += last.count;
    }
  });
  const top = high - (wanted.length - 1) * gap;
  return pools.flatMap(pool => Array(pool.count).fill(Math.max(low, Math.min(top, mean(pool))))).map((at, i) => at + i * gap);
}

// As many rows as the numbers need, and up to three where a number would stand far from its session.
function rowsFor(wanted, width, gap) {
  let rows = Math.max(1, Math.ceil((wanted.length * gap) / width));
  while (rows < 3 && apart(wanted, gap / rows, 0, width).some((at, i) => Math.abs(at - wanted[i]) > 48)) rows++;
  return rows;
}

const mean = pool => pool.sum / pool.count;
