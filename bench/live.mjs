// live.mjs FIRST COUNT PORT PID: opens COUNT streams of /live on a portal of this machine, waits for the release due at the Unix
// second FIRST, and prints how long after its instant each stream had it, and the portal's resident memory. Used by live.sh.
import { readFileSync } from "node:fs";
import net from "node:net";

const [first, count, port, pid] = process.argv.slice(2).map(Number);
const due = first * 1000;
const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));
const resident = () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]);
const lags = [];
let early = 0;
let lost = 0;
let done;
const all = new Promise(end => done = end);

// Until its first block is there; then it listens.
const open = () => new Promise((opened, fail) => {
  const socket = net.connect(port, "127.0.0.1", () => socket.write("GET /live HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"));
  let text = "";
  let heard = false;
  socket.setEncoding("utf8");
  socket.on("data", part => {
    text += part;
    if (text.includes("\nid: ") || text.includes("retry: ")) opened(socket);
    if (/^HTTP\/1\.1 (?!200)/.test(text)) fail(new Error(text.slice(0, 40)));
    if (heard || !text.includes("measured-stream-0")) return;
    heard = true;
    const now = Date.now();
    if (now < due) early++;
    lags.push(now - due);
    if (lags.length === count) done();
  });
  socket.on("error", fault => { lost++; fail(fault); });
  socket.on("close", () => { if (!heard) lost++; });
});

const sockets = [];
async function openMore(to) {
  while (sockets.length < to) {
    sockets.push(...await Promise.all(Array.from({ length: Math.min(50, to - sockets.length) }, open)));
  }
}

// The first ones pay for code that was never run.
const warm = Math.min(50, Math.floor(count / 4));
await openMore(warm);
await pause(2000);
const before = resident();
await openMore(count);
await pause(2000);
const after = resident();
if (Date.now() > due) throw new Error("the release came before all streams were open");
console.log(`${count} streams: resident memory ${before} KB with ${warm}, ${after} KB with all, ${((after - before) / (count - warm)).toFixed(1)} KB each`);

await Promise.race([all, pause(due + 30_000 - Date.now())]);
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
const sorted = lags.toSorted((a, b) => a - b);
console.log(`heard by ${sorted.length} of ${count}: median ${at(sorted, 0.5)} ms, p99 ${at(sorted, 0.99)} ms, most ${sorted.at(-1)} ms after T; before it ${early}; connections lost ${lost}`);
sockets.forEach(socket => socket.destroy());
process.exit(sorted.length === count && sorted.at(-1) <= 1000 && early === 0 ? 0 : 1);
