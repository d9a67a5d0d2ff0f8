// Keeps the clock of a page that stays open at the minute.
const clock = document.querySelector("time[data-zone]");

function read(zone, parts) {
  return new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", ...parts }).format(new Date());
}

function tick() {
  const { zone, name } = clock.dataset;
  const day = read(zone, { weekday: "short", day: "numeric", month: "short", year: "numeric" }).replace(",", "").replace("Sept", "Sep");
  clock.textContent = `${day}, ${read(zone, { hour: "2-digit", minute: "2-digit" })} ${name}`;
  clock.nextElementSibling.textContent = `${read("UTC", { hour: "2-digit", minute: "2-digit" })} UTC`;
}

if (clock) setInterval(tick, 60_000);
