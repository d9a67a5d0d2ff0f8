// Tells the reader of an open page what was announced since the page was made. Without this module nothing is missing.
const region = document.querySelector("[data-after]");
const bar = region.firstElementChild;
const link = bar.querySelector("a");
let after = Number(region.dataset.after);
let source;
let again;

// A hidden page holds no connection: browsers allow few to one site, and a page kept for "back" must have none.
function open() {
  if (source || document.hidden) return;
  clearTimeout(again);
  source = new EventSource(`/live?after=${after}`);
  source.addEventListener("release", news(show));
  source.addEventListener("correction", news((path, headline) => { if (path === link.pathname) link.textContent = headline; }));
  source.addEventListener("withdrawal", news(path => { if (path === link.pathname) bar.hidden = true; }));
  source.addEventListener("error", () => {
    if (source?.readyState !== EventSource.CLOSED) return;
    close();
    again = setTimeout(open, 30_000 * (1 + Math.random()));
  });
}

function close() {
  clearTimeout(again);
  source?.close();
  source = undefined;
}

function news(tell) {
  return event => {
    if (Number(event.lastEventId) <= after) return;
    after = Number(event.lastEventId);
    const { headline, url } = JSON.parse(event.data);
    tell(new URL(url, location).pathname, headline);
  };
}

function show(path, headline) {
  link.href = path;
  link.textContent = headline;
  bar.hidden = false;
}

bar.querySelector("button").addEventListener("click", () => {
  bar.hidden = true;
  document.getElementById("content").focus({ preventScroll: true });
});
document.addEventListener("visibilitychange", () => document.hidden ? close() : open());
addEventListener("pagehide", close);
addEventListener("pageshow", open);
