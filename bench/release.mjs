// release.mjs FIRST COUNT NEWSROOM READERS: asks both processes for each of COUNT releases, due a second apart from the Unix
// second FIRST, until its page, the list and the API show it, and prints how long after its instant that was. Used by release.sh.
import http from "node:http";

const [first, count, newsroom, readers] = process.argv.slice(2).map((word, at) => at < 2 ? Number(word) : word);
const agent = new http.Agent({ keepAlive: true });
const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

const ask = address => new Promise((done, fail) => http.get(address, { agent }, answer => {
  let body = "";
  answer.setEncoding("utf8").on("data", part => body += part).on("end", () => done({ status: answer.statusCode, body }));
}).on("error", fail));

const channels = [
  { name: "page", address: slug => `/news/${slug}`, shows: answer => answer.status === 200 },
  { name: "list", address: () => "/news", shows: (answer, slug) => answer.body.includes(`/news/${slug}"`) },
  { name: "API", address: slug => `/api/v1/announcements/${slug}`, shows: answer => answer.status === 200 },
];

let early = 0;
async function watch(channel, process, lags) {
  for (let i = 0; i < count; i++) {
    const slug = `measured-release-${i}`;
    const due = (first + i) * 1000;
    await pause(due - 30 - Date.now());
    for (;;) {
      const answer = await ask(process + channel.address(slug));
      const now = Date.now();
      if (channel.shows(answer, slug)) {
        if (now < due) early++;
        lags.push(now - due);
        break;
      }

      if (now > due + 30_000) throw new Error(`${slug} is not on the ${channel.name} half a minute after its time`);
      await pause(3);
    }
  }
}

const rows = [["newsroom process", newsroom], ["Public process", readers]]
  .flatMap(([name, process]) => channels.map(channel => ({ name: `${channel.name}, ${name}`, lags: [], channel, process })));
await Promise.all(rows.map(row => watch(row.channel, row.process, row.lags)));
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
for (const { name, lags } of rows) {
  const sorted = lags.toSorted((a, b) => a - b);
  console.log(`${name}: ${sorted.length} releases, median ${at(sorted, 0.5)} ms, p99 ${at(sorted, 0.99)} ms, most ${sorted.at(-1)} ms`);
}

console.log(`seen before their time: ${early}`);
agent.destroy();
