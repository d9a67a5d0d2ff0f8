// Puts both texts side by side until somebody chooses, field by field. The choices are fields of the editor's form: the
// server puts the other person's text where it was chosen.
const panel = document.getElementById("conflict");

// What only this text says is underlined, as the server marks it.
function wordsOf(pieces) {
  return pieces.length === 0 ? ["(empty)"] : pieces.map(piece => {
    if (!piece.changed) return piece.text;
    const mark = document.createElement("ins");
    mark.textContent = piece.text;
    return mark;
  });
}

export function showConflict(answer, { save, reload }) {
  const rows = panel.querySelector("[data-differences]");
  const template = panel.querySelector("template").content.firstElementChild;
  rows.replaceChildren(...answer.differences.map(difference => {
    const row = template.cloneNode(true);
    row.querySelector("th").textContent = difference.label;
    for (const side of ["mine", "theirs"]) {
      const cell = row.querySelector(`[data-${side}]`);
      cell.querySelector("input").name = `choose.${difference.field}`;
      cell.querySelector("input").setAttribute("aria-label", `${difference.label}: ${side}`);
      cell.querySelector("[data-words]").replaceChildren(...wordsOf(difference[side]));
    }
    return row;
  }));
  panel.querySelector("[data-save-chosen]").onclick = async event => {
    event.preventDefault();
    const others = rows.querySelectorAll("input[value=theirs]:checked").length > 0;
    panel.hidden = true;
    if (await save(answer.revision)) {
      if (others) reload();
      else rows.replaceChildren();
    }
  };
  panel.querySelector("[data-take-theirs]").onclick = event => {
    event.preventDefault();
    reload();
  };
  panel.hidden = false;
  panel.focus();
}
