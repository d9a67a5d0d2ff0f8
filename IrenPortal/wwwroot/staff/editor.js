// Saves the form by itself 600 ms after typing stops. What was typed stays in the form, whatever happens to the save; it is
// kept nowhere else in the browser.
import { show, showTyped } from "./preview.js";
import { inSentence, insert, startOfBlock, wire } from "./markdown.js";
import { showConflict } from "./conflict.js";
import { showIssues, touch } from "./issues.js";
import { showParts } from "./parts.js";
import { wirePanes } from "./panes.js";
import { wirePaste } from "./paste.js";
import { wireFiles } from "./files.js";

const form = document.getElementById("draft");
const text = document.getElementById("field-body");
const base = form.querySelector("input[name=base]");
const state = document.querySelector("[data-saved]");
const pause = 600;
const retry = 3000;
let timer = 0;
let changes = 0;
let kept = 0;
let saving = null;
let halted = false;

// The forms beside the text, such as the release time's, are about the newest save too.
function setBase(revision) {
  base.value = revision;
  document.querySelectorAll("input[data-base]").forEach(input => { input.value = revision; });
}

function say(words, trouble = false) {
  state.textContent = words;
  state.classList.toggle("trouble", trouble);
}

function plan(after = pause) {
  clearTimeout(timer);
  timer = setTimeout(() => save(), after);
}

// Resolves to true when the server has everything that is in the form.
export async function save() {
  clearTimeout(timer);
  if (saving) await saving;
  if (kept === changes) return true;
  if (halted) return false;
  saving = send();
  try {
    return await saving;
  } finally {
    saving = null;
  }
}

async function send() {
  const sent = changes;
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" }, redirect: "manual" });
  } catch {
    say("Not saved yet: no connection. Trying again.", true);
    plan(retry);
    return false;
  }
  if (answer.ok) {
    take(await answer.json(), sent);
    return true;
  }
  if (answer.status === 409) {
    halted = true;
    say("Not saved: somebody else saved in between.", true);
    showConflict(await answer.json(), { save: saveChosen, reload });
  } else if (answer.status === 423) {
    halted = true;
    say("Not saved: it can't be edited now. Copy your text, then load the page again.", true);
  } else if (answer.status >= 500) {
    say("Not saved yet: the server can't take it now. Trying again.", true);
    plan(retry);
  } else {
    say("Not saved: your sign-in has ended. ", true);
    const link = Object.assign(document.createElement("a"), { href: form.dataset.login, target: "_blank", textContent: "Sign in in another tab" });
    state.append(link, "; your text stays here and is saved then.");
    plan(5 * retry);
  }
  return false;
}

function take(answer, sent) {
  kept = sent;
  const fresh = base.value !== String(answer.revision);
  setBase(answer.revision);
  for (const place of document.querySelectorAll("[data-revision]")) place.textContent = answer.revision;
  document.querySelector("h1").textContent = answer.heading;
  showIssues(answer.issues);
  showParts(answer.parts);
  if (fresh) show(`${form.dataset.preview}?revision=${answer.revision}`);
  if (kept === changes) say(answer.saved);
  else plan();
}

function saveChosen(revision) {
  setBase(revision);
  halted = false;
  changes++;
  return save();
}

function reload() {
  kept = changes;
  location.reload();
}

function changed() {
  changes++;
  if (halted) return;
  say("Not saved yet");
  plan();
}

function count() {
  const words = text.value.split(/\s+/).filter(word => /[\p{L}\p{Nd}]/u.test(word)).length;
  const foot = document.getElementById("body-foot");
  foot.querySelector("[data-words]").textContent = `${words.toLocaleString("en-US")} ${words === 1 ? "word" : "words"}`;
  foot.querySelector("[data-minutes]").textContent = Math.ceil(words / 220);
}

function isOurs(field) {
  return field.form === form && field !== base && !field.name.startsWith("choose.");
}

// A fast hand, or a slow line, types before this script is there.
function isTyped(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some(option => option.defaultSelected) && [...field.options].some(option => option.selected !== option.defaultSelected);
  return "defaultValue" in field && field.value !== field.defaultValue;
}

document.addEventListener("input", event => {
  const field = event.target;
  if (!isOurs(field)) return;
  touch(field.name);
  if (field === text) {
    count();
    showTyped(form, text);
  }
  const most = Number(field.dataset.most);
  const hint = most && document.getElementById(`${field.id}-hint`);
  if (hint) hint.textContent = hint.textContent.replace(/\S+ of \S+ characters/, `${field.value.length} of ${most} characters`);
  changed();
});
document.addEventListener("focusout", event => { if (event.target.form === form) touch(event.target.name); });
document.addEventListener("keydown", event => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === form.dataset.saveKey) {
    event.preventDefault();
    save();
  }
});
addEventListener("online", () => { if (kept !== changes) plan(0); });
addEventListener("focus", () => { if (kept !== changes && !halted) plan(0); });
document.addEventListener("click", async event => {
  const button = event.target.closest?.("[data-check-links], [data-fact]");
  if (!button) return;
  event.preventDefault();
  if (button.dataset.fact) {
    insert(text, inSentence(text) ? button.dataset.figure : startOfBlock(text) + button.dataset.fact);
    return;
  }
  // What is public may have changed, so an unchanged text is looked at again too.
  changes++;
  if (await save()) document.getElementById("rule-links")?.focus();
});

// What was typed last is saved before a button leaves the page, whichever form it is in. Where that can't be done now the page
// stays, with all of it.
let leaving = false;
document.addEventListener("submit", async event => {
  const sent = event.target;
  if (event.defaultPrevented || sent.method === "dialog") return;
  if (leaving || kept === changes) {
    leaving = true;
    clearTimeout(timer);
    return;
  }
  event.preventDefault();
  if (await save() && !leaving && sent.isConnected) {
    // The save's answer may have put another button in this one's place; what blocks now is said beside it.
    const button = event.submitter?.isConnected ? event.submitter : document.getElementById(event.submitter?.id);
    if (button?.disabled) return;
    leaving = true;
    sent.requestSubmit(button);
  }
});
addEventListener("beforeunload", event => { if (!leaving && kept !== changes) event.preventDefault(); });

wire(text, document.querySelector("[role=toolbar]"));
wirePaste(text, words => { document.querySelector("[data-paste-refused]").textContent = words; });
wirePanes();
if ([...form.elements].some(field => isOurs(field) && isTyped(field))) changed();
wireFiles({ save, changed, insert: name => insert(text, `![Describe the picture](media:${name})`) });
