// Makes a Markdown table of cells that were copied from a spreadsheet or a page.
import { insert, startOfBlock } from "./markdown.js";

const mostColumns = 20;

export function wirePaste(text, refuse) {
  text.addEventListener("paste", event => {
    const rows = text.readOnly ? null : fromHtml(event.clipboardData.getData("text/html")) ?? fromTabs(event.clipboardData.getData("text/plain"));
    refuse("");
    if (!rows) return;
    event.preventDefault();
    const columns = Math.max(...rows.map(row => row.length));
    if (columns > mostColumns) {
      refuse(`Not pasted: the table has ${columns} columns, and readers' pages take ${mostColumns}. Copy fewer columns, or attach it as a file.`);
      return;
    }
    insert(text, startOfBlock(text) + toMarkdown(rows, columns));
  });
}

// Only what is a table and nothing else; a page's text with a table in it is pasted as words.
export function fromHtml(html) {
  if (!html) return null;
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const other of page.querySelectorAll("style, script, meta, title")) other.remove();
  const tables = page.querySelectorAll("table");
  if (tables.length !== 1 || page.body.textContent.trim() !== tables[0].textContent.trim()) return null;
  const rows = [...tables[0].rows].map(row => [...row.cells].flatMap(cell => [cell.textContent, ...Array(cell.colSpan - 1).fill("")]));
  return shaped(rows);
}

// Tab-separated lines; a spreadsheet quotes a cell that holds a line's end, a tab or a quote.
export function fromTabs(words) {
  if (!words.includes("\t")) return null;
  const rows = [[]];
  for (const [, quoted, plain, end] of words.replace(/\r\n?/g, "\n").matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  const filled = rows.filter(row => row.some(cell => cell.trim()));
  return filled.length > 1 && filled.every(row => row.length > 1) ? shaped(filled) : null;
}

export function toMarkdown(rows, columns) {
  const full = rows.map(row => [...row, ...Array(columns - row.length).fill("")]);
  const line = cells => `| ${cells.join(" | ")} |`;
  const marks = full[0].map((_, i) => full.length > 1 && full.slice(1).every(row => isFigure(row[i])) ? "---:" : "---");
  return [line(full[0]), line(marks), ...full.slice(1).map(line)].join("\n") + "\n";
}

function shaped(rows) {
  const clean = rows.map(row => row.map(cell => cell.replace(/\s+/g, " ").trim().replaceAll("\\", "\\\\").replaceAll("|", "\\|"))).filter(row => row.some(Boolean));
  return clean.length > 0 && Math.max(...clean.map(row => row.length)) > 1 ? clean : null;
}

function isFigure(cell) {
  return /^[-+−(]?\s?[$€£]?\s?[-−]?[\d.,'\u00a0\u202f ]*\d[)%]?$/.test(cell);
}
