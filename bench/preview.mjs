// preview.mjs ORIGIN EMAIL PASSWORD [KEYS]: how long a keystroke takes to the preview. Signs in, begins an announcement of 2,000
// words and presses KEYS (120) keys, each after the one before is shown; counts from the key's event in the page to the first
// frame in which the preview has it. Used by preview.sh.
import { startBrowser } from "./browser.mjs";

const [origin, email, password, keys = "120"] = process.argv.slice(2);
const { open, close } = startBrowser();
const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

// Runs in the page until the preview's text ends as the editor's does, a look a frame.
const shown = `new Promise(done => {
  const frame = document.querySelector("[data-preview-frame]");
  const end = document.getElementById("field-body").value.slice(-24).trim();
  const look = () => frame.contentDocument?.querySelector("main")?.textContent.includes(end) ? done(performance.now()) : requestAnimationFrame(look);
  look();
})`;

async function go(page, action) {
  await action();
  for (let i = 0; i < 400; i++) {
    await pause(50);
    try {
      if (await page.run("document.readyState === 'complete' && document.body !== null")) return;
    } catch {
      // The page changes just then.
    }
  }
  throw new Error("the page does not load");
}

async function write(page) {
  await page.ask("Page.enable");
  await go(page, () => page.ask("Page.navigate", { url: `${origin}/account/login` }));
  await go(page, () => page.run(`(() => {
    document.querySelector("input[name=email]").value = ${JSON.stringify(email)};
    document.querySelector("input[name=password]").value = ${JSON.stringify(password)};
    document.querySelector("form[action='/account/login']").requestSubmit();
  })()`));
  await go(page, () => page.ask("Page.navigate", { url: `${origin}/admin/announcements` }));
  await go(page, () => page.run("document.querySelector(\"form[action='/admin/announcements']\").requestSubmit()"));
  const paragraphs = Array.from({ length: 40 }, (_, n) => Array.from({ length: 50 }, (_, word) => `word${n * 50 + word}`).join(" "));
  await page.run(`(() => {
    const text = document.getElementById("field-body");
    text.value = ${JSON.stringify(paragraphs.join("\n\n") + " ")};
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
    text.setSelectionRange(text.value.length, text.value.length);
    text.addEventListener("keydown", event => { window.pressedAt = event.timeStamp; });
  })()`);
  await page.run(shown);
}

async function press(page, letter) {
  await page.ask("Input.dispatchKeyEvent", { type: "keyDown", key: letter, text: letter });
  await page.ask("Input.dispatchKeyEvent", { type: "keyUp", key: letter });
  return await page.run(`(async () => await (${shown}) - window.pressedAt)()`);
}

try {
  const page = await open();
  await write(page);
  const times = [];
  for (let i = -5; i < Number(keys); i++) {
    const time = await press(page, "abcdefghijklmnopqrstuvwxyz"[Math.abs(i * 7) % 26]);
    if (i >= 0) times.push(time);
  }

  const sorted = times.toSorted((a, b) => a - b);
  const at = share => Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]);
  console.log(`${sorted.length} keys in 2,000 words: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms (aim: p95 150 ms)`);
} finally {
  await close();
}
