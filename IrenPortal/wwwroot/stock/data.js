// Prices and marks: each symbol is fetched once, when it is first shown.
const kept = new Map();

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

export function once(address) {
  if (!kept.has(address)) {
    const asked = json(address);
    asked.catch(() => kept.delete(address));
    kept.set(address, asked);
  }
  return kept.get(address);
}

const closesBy = series => (series.closes ??= new Map(series.dates.map((date, i) => [date, series.close[i]])));

// The rows of the chart, and its values: prices, or a hundred times the multiple of the first close. Alone the share has all its sessions, of which those from `first` on are shown; beside others it
// has those from the first that all have, where every line is 1. Closes count on their own date alone.
export function rowsOf(share, others, from) {
  const start = share.dates.findIndex(date => date >= from);
  let common = share.dates.slice(start);
  const beside = [];
  for (const other of others) {
    const shared = common.filter(date => closesBy(other).has(date));
    if (shared.length === 0) continue;
    common = shared;
    beside.push(other);
  }
  const compared = beside.length > 0;
  const offset = compared ? share.dates.indexOf(common[0]) : 0;
  const base = compared ? share.close[offset] : 1;
  const rows = share.dates.slice(offset).map((date, n) => {
    const i = offset + n;
    const before = i > 0 ? share.close[i - 1] : null;
    const of = list => (list ? list[i] : null);
    return {
      date, open: of(share.open), high: of(share.high), low: of(share.low), close: share.close[i], volume: of(share.volume),
      change: before ? share.close[i] / before - 1 : null,
      beside: beside.map(other => (closesBy(other).has(date) ? closesBy(other).get(date) / closesBy(other).get(common[0]) : null)),
    };
  });
  return {
    rows, first: compared ? 0 : start, compared, since: common[0], symbols: beside.map(other => other.symbol),
    multipleOf: price => price / base, valueOf: price => (compared ? (price / base) * 100 : price),
  };
}
