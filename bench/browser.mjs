// browser.mjs: starts Chromium (CHROMIUM names another one than the usual) and speaks its protocol through a pipe; nothing to
// install. Used by the measurements beside it.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export function startBrowser() {
  const profile = mkdtempSync(join(tmpdir(), "bench-"));
  const browser = spawn(places.find(place => place && existsSync(place)), [
    "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run", `--user-data-dir=${profile}`,
  ], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const [, , , input, output] = browser.stdio;

  const waiting = new Map();
  let last = 0;
  let rest = "";
  output.on("data", data => {
    const messages = (rest + data).split("\0");
    rest = messages.pop();
    for (const { id, result, error } of messages.map(message => JSON.parse(message))) {
      const { done, fail } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error) fail?.(new Error(error.message));
      else done?.(result);
    }
  });

  // A command of the browser's protocol, for a page where its session is named.
  const ask = (method, params = {}, sessionId = undefined) => new Promise((done, fail) => {
    waiting.set(++last, { done, fail });
    input.write(JSON.stringify({ id: last, method, params, sessionId }) + "\0");
  });

  // A page with cookies and a cache of its own.
  async function open() {
    const { browserContextId } = await ask("Target.createBrowserContext");
    const { targetId } = await ask("Target.createTarget", { url: "about:blank", browserContextId });
    const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
    await ask("Emulation.setDeviceMetricsOverride", { width: 1440, height: 900, deviceScaleFactor: 1, mobile: false }, sessionId);
    return {
      ask: (method, params = {}) => ask(method, params, sessionId),
      close: () => ask("Target.disposeBrowserContext", { browserContextId }),

      // The value of an expression in the page, awaited.
      async run(expression) {
        const { result, exceptionDetails } = await ask("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true }, sessionId);
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value;
      },
    };
  }

  async function close() {
    browser.kill();
    await new Promise(done => browser.once("exit", done));
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }

  return { open, close };
}
