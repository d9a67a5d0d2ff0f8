// Warns five minutes before the sign-in ends, and counts typing and pointing as activity. Other tabs and saves move the
// end too, so the server is asked before anything is said.
const dialog = document.getElementById("session-warning");
const { session, keepAlive, login } = dialog.dataset;
const warning = 5 * 60_000;
const quiet = 5 * 60_000;
let end = Infinity;
let kept = Date.now();
let active = false;
let timer = 0;

function formToken() {
  return document.querySelector("#sign-out input[name=__RequestVerificationToken]").value;
}

async function ask(post) {
  const request = post
    ? fetch(keepAlive, { method: "POST", headers: { RequestVerificationToken: formToken() }, redirect: "manual" })
    : fetch(session, { redirect: "manual", cache: "no-store" });
  let answer;
  try {
    answer = await request;
  } catch {
    plan(30_000);
    return;
  }
  if (!answer.ok) {
    leave();
    return;
  }
  end = Date.parse((await answer.json()).endsAt);
  if (post) kept = Date.now();
  judge(post);
}

function judge(wasPost) {
  const left = end - Date.now();
  if (left > warning) {
    if (dialog.open) dialog.close();
    plan(left - warning);
    return;
  }
  if (!dialog.open) warn(false);
  else if (wasPost) warn(true);
  plan(Math.min(left + 1000, 30_000));
}

// When staying doesn't move the end, the longest sign-in is over and only a new one helps.
function warn(final) {
  const time = dialog.querySelector("[data-end]");
  time.textContent = new Date(end).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  time.dateTime = new Date(end).toISOString();
  dialog.querySelector("[data-final]").hidden = !final;
  dialog.querySelector("[data-stay]").hidden = final;
  if (!dialog.open) dialog.showModal();
}

function leave() {
  location.assign(`${login}?returnUrl=${encodeURIComponent(location.pathname + location.search)}`);
}

function plan(after) {
  clearTimeout(timer);
  timer = setTimeout(() => ask(false), Math.max(1000, Math.min(after, 10 * 60_000)));
}

function act() {
  if (!dialog.open && !active && Date.now() - kept > quiet) {
    active = true;
    ask(true).finally(() => { active = false; });
  }
}

for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, act, { passive: true });
addEventListener("visibilitychange", () => { if (!document.hidden) ask(false); });
dialog.addEventListener("cancel", event => event.preventDefault());
dialog.querySelector("[data-stay]").addEventListener("click", () => ask(true));
ask(false);
