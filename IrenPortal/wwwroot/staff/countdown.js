// Counts down to releases each second by the server's clock; a screen reader hears 60, 10 and 1 minute alone.
const counts = [...document.querySelectorAll("[data-countdown]")];
const aloud = [60, 10, 1];

// The page says when it was made by the server's clock; this machine's may be off.
const made = document.querySelector("time[data-now]");
const offset = made ? Date.parse(made.dateTime) - Date.now() : 0;

function words(seconds) {
  if (seconds <= 0) return "due now";
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours ? `${hours} h ` : ""}${minutes} min ${seconds % 60} s`;
}

function tick() {
  for (const count of counts) {
    const seconds = Math.ceil((Date.parse(count.dataset.countdown) - Date.now() - offset) / 1000);
    count.textContent = words(seconds);
    if (seconds % 60 === 0 && aloud.includes(seconds / 60)) count.nextElementSibling.textContent = `${seconds / 60} minutes to the release`;
  }
}

if (counts.length) setInterval(tick, 1000);
