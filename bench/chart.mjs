// chart.mjs URL [ROUNDS]: how long /stock takes from navigation to an interactive chart in Chromium with a CPU four times
// slower and an empty cache, the bytes of its scripts as sent, and how far anything on the page moved. Needs Node.js and
// Chromium (CHROMIUM names another one than the usual) and nothing else: it speaks the browser's protocol through a pipe.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [address, rounds = "7"] = process.argv.slice(2);
if (!address) {
  console.error("usage: node bench/chart.mjs http://localhost:5080/stock [ROUNDS]");
  process.exit(2);
}

const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const profile = mkdtempSync(join(tmpdir(), "chart-"));
const browser = spawn(places.find(place => place && existsSync(place)), [
  "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run", `--user-data-dir=${profile}`,
], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
const [, , , input, output] = browser.stdio;

const waiting = new Map();
let last = 0;
let rest = "";
output.on("data", data => {
  const messages = (rest + data).split("\0");
  rest = messages.pop();
  for (const { id, result, error } of messages.map(message => JSON.parse(message))) {
    const { done, fail } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) fail?.(new Error(error.message));
    else done?.(result);
  }
});

const ask = (method, params = {}, sessionId = undefined) => new Promise((done, fail) => {
  waiting.set(++last, { done, fail });
  input.write(JSON.stringify({ id: last, method, params, sessionId }) + "\0");
});

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
  const { browserContextId } = await ask("Target.createBrowserContext");
  const { targetId } = await ask("Target.createTarget", { url: "about:blank", browserContextId, width: 1440, height: 900 });
  const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
  await ask("Emulation.setCPUThrottlingRate", { rate: 4 }, sessionId);
  await ask("Page.enable", {}, sessionId);
  await ask("Page.navigate", { url: address }, sessionId);
  const { result, exceptionDetails } = await ask("Runtime.evaluate", { expression: measure, awaitPromise: true, returnByValue: true }, sessionId);
  await ask("Target.disposeBrowserContext", { browserContextId });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
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
  browser.kill();
  await new Promise(done => browser.once("exit", done));
  rmSync(profile, { recursive: true, force: true });
}
