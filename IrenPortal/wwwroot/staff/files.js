// Uploads as soon as a file is chosen, by a request of its own, and puts the new list in place of the old one.
const upload = document.getElementById("upload");
const input = document.getElementById("upload-file");
const asList = { Accept: "text/vnd.files+html" };

export function wireFiles({ save, changed, insert }) {
  const send = async (form, body, attachNew) => {
    const before = names();
    const attached = chosen();
    await save();
    let answer;
    try {
      answer = await fetch(form.action, { method: "POST", body, headers: asList, redirect: "manual" });
    } catch {
      return refuse("Not uploaded: no connection. Choose the file again.");
    }
    if (answer.status !== 200 && answer.status !== 422) {
      return refuse(answer.status === 413 ? await answer.text() : "Not done: load the page again, your sign-in may have ended.");
    }
    const list = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-files]");
    document.querySelector("[data-files]").replaceWith(list);
    for (const box of list.querySelectorAll("input[type=checkbox]")) {
      const fresh = !before.includes(box.value);
      box.checked = attached.includes(box.value) || (attachNew && fresh && !box.dataset.type.startsWith("image/"));
    }
    changed();
  };

  input.addEventListener("change", async () => {
    const most = Number(input.dataset.most);
    const large = [...input.files].find(file => file.size > most);
    if (large) {
      input.value = "";
      return refuse("The file is larger than 20 MB: make it smaller.");
    }
    const body = new FormData(upload);
    input.value = "";
    await send(upload, body, true);
  });
  upload.addEventListener("submit", event => { if (!input.files.length) event.preventDefault(); });
  document.addEventListener("click", event => {
    const add = event.target.closest?.("[data-insert]");
    if (add) insert(add.dataset.insert);
    const remove = event.target.closest?.("[data-remove]");
    if (remove) {
      event.preventDefault();
      send(remove.form, new URLSearchParams(new FormData(remove.form, remove)), false);
    }
  });
}

function names() {
  return [...document.querySelectorAll("[data-files] input[type=checkbox]")].map(box => box.value);
}

function chosen() {
  return [...document.querySelectorAll("[data-files] input[type=checkbox]:checked")].map(box => box.value);
}

function refuse(words) {
  const note = document.querySelector("[data-files] [role=alert]") ?? document.createElement("p");
  note.setAttribute("role", "alert");
  note.textContent = words;
  document.querySelector("[data-files]").prepend(note);
}
