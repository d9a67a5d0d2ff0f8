// Says what has to be put right beside each field that somebody has been in.
const touched = new Set();
let issues = [];

export function touch(name) {
  if (name && !touched.has(name)) {
    touched.add(name.split(".")[0]);
    place();
  }
}

export function showIssues(found) {
  issues = found;
  place(true);
}

function place(known = issues.length > 0) {
  if (!known) return;
  for (const name of touched) {
    const field = document.getElementById(`field-${name}`);
    if (!field) continue;
    const issue = issues.find(candidate => candidate.field === name);
    const id = `field-${name}-error`;
    let note = document.getElementById(id);
    if (issue) {
      if (!note) {
        note = document.getElementById("field-error").content.querySelector(".error").cloneNode(true);
        note.id = id;
        (field.closest(".box") ?? field).after(note);
      }
      note.lastChild.textContent = ` ${issue.sentence}`;
      field.setAttribute("aria-invalid", "true");
    } else {
      note?.remove();
      field.removeAttribute("aria-invalid");
    }
    const others = (field.getAttribute("aria-describedby") ?? "").split(" ").filter(other => other && other !== id);
    const described = (issue ? [id, ...others] : others).join(" ");
    if (described) field.setAttribute("aria-describedby", described);
    else field.removeAttribute("aria-describedby");
  }
}
