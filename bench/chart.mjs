// chart.mjs URL [ROUNDS]: how long /stock takes from navigation to an interactive chart in Chromium with a CPU four times
// slower and an empty cache, the bytes of its scripts as sent, and how far anything on the page moved. Needs Node.js and
// Chromium, and nothing else.
import { startBrowser } from "./browser.mjs";

const [address, rounds = "7"] = process.argv.slice(2);
if (!address) {
  console.error("usage: node bench/chart.mjs http://localhost:5080/stock [ROUNDS]");
  process.exit(2);
}

const { open, close } = startBrowser();

// Runs in the page: the mark's time counts from the start of the navigation.
const measure = `(async () => {
  const seen = (type, found) => new Promise(done => new PerformanceObserver(list => found(list.getEntries(), done)).observe({ type, buffered: true }));
  await seen("mark", (entries, done) => entries.some(e => e.name === "stock-chart-ready") && done());
  let moved = 0;
  new PerformanceObserver(list => list.getEntries().forEach(e => moved += e.value)).observe({ type: "layout-shift", buffered: true });
  await new Promise(done => setTimeout(done, 300));
  const scripts = performance.getEntriesByType("resource").filter(e => new URL(e.name).pathname.endsWith(".js"));
  return {
    ready: performance.getEntriesByName("stock-chart-ready")[0].startTime,
    painted: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    bytes: scripts.reduce((sum, e) => sum + e.encodedBodySize, 0), scripts: scripts.length, moved,
  };
})()`;

async function round() {
  const page = await open();
  await page.ask("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.ask("Page.enable");
  await page.ask("Page.navigate", { url: address });
  const found = await page.run(measure);
  await page.close();
  return found;
}

try {
  await round();
  const found = [];
  for (let n = 1; n <= Number(rounds); n++) {
    found.push(await round());
    const { painted, ready, moved } = found.at(-1);
    console.log(`round ${n}: first paint ${Math.round(painted)} ms, chart ready ${Math.round(ready)} ms, moved ${moved.toFixed(4)}`);
  }
  const middle = found.map(f => f.ready).sort((a, b) => a - b)[Math.floor(found.length / 2)];
  console.log(`median: chart ready ${Math.round(middle)} ms; scripts: ${found[0].bytes} bytes in ${found[0].scripts} files`);
} finally {
  await close();
}
