// Reads a drawn chart by pointer, touch and keyboard. The chart is an image; its figures come from its own table on the page,
// one row for each equal slot of the axis. Without this module the image and the table are complete.
for (const figure of document.querySelectorAll("figure[data-table]")) {
  const table = document.getElementById(figure.dataset.table);
  const line = figure.querySelector(".readout");
  if (table?.tHead && line) {
    const rows = [...table.tBodies[0].rows];
    if (figure.dataset.order === "descending") rows.reverse();
    if (rows.length > 1) enhance(figure, rows.map(reading(table, figure.dataset.columns)), line);
  }
}

// A row as [where, values]: its row heads, then the cells under the columns asked for, each with its column's word.
function reading(table, keys) {
  const heads = [...table.tHead.rows[0].cells];
  const words = heads.map(head => head.dataset.word ?? head.textContent.trim());
  const asked = keys ? keys.split(" ").map(key => heads.findIndex(head => head.dataset.key === key)) : heads.keys();
  const said = (cell, i) => `${words[i]} ${text(cell)}`.trim();
  return row => {
    const cells = [...row.cells];
    const where = cells.flatMap((cell, i) => cell.tagName === "TH" ? [said(cell, i)] : []).join(", ");
    const values = [...asked].filter(i => cells[i]?.tagName === "TD" && !["", "–"].includes(text(cells[i]))).map(i => said(cells[i], i));
    return [where, values.join(", ") || "no figures"];
  };
}

// What a cell says, without the small print under it.
function text(cell) {
  return [...cell.childNodes].filter(node => node.nodeName !== "SMALL").map(node => node.textContent).join("").trim();
}

function enhance(figure, readings, line) {
  const where = document.createElement("b");
  const values = document.createElement("span");
  const start = figure.dataset.start === undefined ? readings.length - 1 : Number(figure.dataset.start);
  const readers = [...figure.querySelectorAll(".plot > svg.drawing")].map(add);
  let at = null;
  where.ariaHidden = "true";
  figure.classList.add("readable");

  function show(index) {
    at = Math.min(Math.max(index, 0), readings.length - 1);
    const [place, said] = readings[at];
    if (!line.firstChild) line.append(where, " ", values);
    where.textContent = place + ":";
    values.textContent = said;
    for (const { reader, cursor } of readers) {
      reader.setAttribute("aria-valuenow", at + 1);
      reader.setAttribute("aria-valuetext", place);
      cursor.style.left = `${(at + 0.5) / readings.length * 100}%`;
      cursor.hidden = false;
    }
  }

  function clear() {
    at = null;
    line.replaceChildren();
    for (const { cursor } of readers) cursor.hidden = true;
  }

  function move(key) {
    const from = at ?? start;
    switch (key) {
      case "ArrowLeft": case "ArrowDown": return show(from - 1);
      case "ArrowRight": case "ArrowUp": return show(from + 1);
      case "PageDown": return show(from - 5);
      case "PageUp": return show(from + 5);
      case "Home": return show(0);
      case "End": return show(readings.length - 1);
      case "Escape": return clear();
      default: return false;
    }
  }

  function add(svg) {
    const reader = document.createElement("div");
    const cursor = document.createElement("i");
    reader.className = "reader";
    cursor.className = "cursor";
    cursor.hidden = true;
    for (const [name, value] of Object.entries({
      "tabindex": 0, "role": "slider", "aria-label": `Read the chart: ${figure.dataset.name}`, "aria-valuemin": 1, "aria-valuemax": readings.length,
      "aria-valuenow": start + 1, "aria-valuetext": readings[start][0],
    })) reader.setAttribute(name, value);
    reader.append(cursor);
    svg.after(reader);

    const point = event => {
      const { left, width } = reader.getBoundingClientRect();
      const index = Math.floor((event.clientX - left) / width * readings.length);
      if (index !== at) show(index);
    };
    reader.addEventListener("pointermove", point);
    reader.addEventListener("pointerdown", point);
    reader.addEventListener("pointerleave", event => { if (event.pointerType === "mouse" && document.activeElement !== reader) clear(); });
    reader.addEventListener("focus", () => show(at ?? start));
    reader.addEventListener("blur", clear);
    reader.addEventListener("keydown", event => {
      if (event.altKey || event.ctrlKey || event.metaKey || move(event.key) === false) return;
      event.preventDefault();
    });
    return { reader, cursor };
  }
}
