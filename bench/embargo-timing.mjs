// embargo-timing.mjs PAIRS ITEMS ONE OTHER ADDRESS…: asks each ADDRESS for /news/ONE-i and /news/OTHER-i in turns, PAIRS times on one
// connection, which of the two comes first changing each time, and prints both medians. Used by embargo-timing.sh.
import http from "node:http";

const [pairs, items, one, other, ...processes] = process.argv.slice(2).map((word, at) => at < 2 ? Number(word) : word);
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const warming = 500;

const ask = address => new Promise((done, fail) => {
  const start = process.hrtime.bigint();
  http.get(address, { agent }, answer => {
    const parts = [];
    answer.on("data", part => parts.push(part)).on("end", () => done({
      time: Number(process.hrtime.bigint() - start) / 1e6, status: answer.statusCode, bytes: Buffer.concat(parts).length,
    }));
  }).on("error", fail);
});

const at = (times, share) => times.toSorted((a, b) => a - b)[Math.floor(share * times.length)];
for (const [n, origin] of processes.entries()) {
  const times = { [one]: [], [other]: [] };
  const seen = new Set();
  for (let i = -warming; i < pairs; i++) {
    for (const name of i % 2 === 0 ? [one, other] : [other, one]) {
      const answer = await ask(`${origin}/news/${name}-${Math.abs(i) % items}`);
      seen.add(`${answer.status}, ${answer.bytes} bytes`);
      if (i >= 0) times[name].push(answer.time);
    }
  }

  const [first, second] = [one, other].map(name => ({ median: at(times[name], 0.5), late: at(times[name], 0.99) }));
  console.log(`process ${n + 1}: ${pairs} pairs, all ${[...seen].join(" and ")}`);
  console.log(`  ${one} median ${first.median.toFixed(4)} ms, p99 ${first.late.toFixed(4)} ms`);
  console.log(`  ${other} median ${second.median.toFixed(4)} ms, p99 ${second.late.toFixed(4)} ms`);
  const apart = Math.abs(first.median - second.median);
  console.log(`  medians differ by ${apart.toFixed(4)} ms (aim: 0.2 ms at most)`);
  if (apart > 0.2) process.exitCode = 1;
}

agent.destroy();
