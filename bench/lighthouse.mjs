// lighthouse.mjs PAGE REPORT...: the median run by performance, its four scores, its bytes, and the audits that cost a point.
import { readFileSync } from "node:fs";

const [page, ...paths] = process.argv.slice(2);
const runs = paths.map(path => JSON.parse(readFileSync(path))).sort((a, b) => a.categories.performance.score - b.categories.performance.score);
const report = runs[Math.floor(runs.length / 2)];
const scores = Object.values(report.categories).map(c => `${c.title} ${Math.round(c.score * 100)}`);
const value = id => report.audits[id]?.displayValue?.replaceAll("\u00a0", " ") ?? "?";
console.log(`${page}: ${scores.join(", ")}; first paint ${value("first-contentful-paint")}, largest ${value("largest-contentful-paint")}, blocked ${value("total-blocking-time")}, shift ${value("cumulative-layout-shift")}, ${Math.round((report.audits["total-byte-weight"]?.numericValue ?? 0) / 1024)} KB`);
for (const category of Object.values(report.categories).filter(c => c.score < 1)) {
  for (const { id, weight } of category.auditRefs) {
    const audit = report.audits[id];
    if (weight > 0 && audit.score !== null && audit.score < 0.995) {
      console.log(`  ${category.title}: ${audit.title} (${audit.displayValue ?? audit.score})`);
    }
  }
}
