// Puts both texts side by side until somebody chooses.
const panel = document.getElementById("conflict");

export function showConflict(answer, form, { keepMine, takeTheirs }) {
  panel.querySelector("[data-differences]").replaceChildren(...answer.differences.map(difference => {
    const row = document.createElement("tr");
    const head = Object.assign(document.createElement("th"), { scope: "row", textContent: difference.label });
    const cells = [difference.mine, difference.theirs].map(words => Object.assign(document.createElement("td"), { textContent: words }));
    row.append(head, ...cells);
    return row;
  }));
  panel.querySelector("[data-keep-mine]").onclick = () => {
    panel.hidden = true;
    keepMine(answer.revision);
  };
  panel.querySelector("[data-take-theirs]").onclick = event => {
    event.preventDefault();
    takeTheirs();
  };
  panel.hidden = false;
  panel.focus();
}
