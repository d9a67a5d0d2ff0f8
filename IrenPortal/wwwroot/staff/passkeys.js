// Forms that a passkey answers. data-passkey="create|get" with data-options: shown only where the browser can; sends "ticket"
// and "credential". data-touch="PURPOSE": asks for a touch for that purpose before it is sent, as the field "touch".
const able = "PublicKeyCredential" in window
  && "parseRequestOptionsFromJSON" in PublicKeyCredential && "parseCreationOptionsFromJSON" in PublicKeyCredential;

async function ask(form, address, body) {
  const answer = await fetch(address, {
    method: "POST", body, redirect: "manual",
    headers: { RequestVerificationToken: form.querySelector("input[name=__RequestVerificationToken]").value },
  });
  if (answer.type === "opaqueredirect") {
    // The password is asked for again first: the page itself leads there.
    location.reload();
    return new Promise(() => {});
  }
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

async function credential(form, kind, address, body) {
  const { ticket, options } = await ask(form, address, body);
  const made = kind === "create"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return { ticket, credential: made.toJSON() };
}

function put(form, name, value) {
  let field = form.querySelector(`input[type=hidden][name=${name}]`);
  if (!field) {
    field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    form.append(field);
  }
  field.value = value;
}

function fail(form) {
  let said = form.querySelector("[data-failed]");
  if (!said) {
    said = document.createElement("p");
    said.dataset.failed = "";
    form.append(said);
  }
  said.setAttribute("role", "alert");
  said.textContent = "The passkey did not answer. Try again.";
  said.hidden = false;
}

function listen(form, get) {
  let busy = false;
  form.addEventListener("submit", async event => {
    const button = event.submitter;
    event.preventDefault();
    if (busy) return;
    busy = true;
    try {
      await get();
      // form.submit() leaves out the button that was pressed.
      if (button?.name) put(form, button.name, button.value);
      if (button?.hasAttribute("formaction")) form.action = button.formAction;
      form.submit();
    } catch {
      fail(form);
    } finally {
      busy = false;
    }
  });
}

if (able) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.closest("[data-passkey-part]")?.removeAttribute("hidden");
    listen(form, async () => {
      const answer = await credential(form, form.dataset.passkey, form.dataset.options);
      put(form, "ticket", answer.ticket);
      put(form, "credential", JSON.stringify(answer.credential));
    });
  }
  for (const form of document.querySelectorAll("form[data-touch]")) {
    listen(form, async () => put(form, "touch", JSON.stringify(
      await credential(form, "get", "/account/touch", new URLSearchParams({ purpose: form.dataset.touch })))));
  }
}
