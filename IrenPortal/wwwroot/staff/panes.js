// Where the window is narrow, shows the text or the preview; without a script both are there, one under the other.
export function wirePanes() {
  const bar = document.querySelector("[data-panes]");
  const show = pane => {
    bar.parentElement.dataset.shown = pane;
    for (const button of bar.querySelectorAll("button")) button.setAttribute("aria-pressed", button.dataset.show === pane);
  };
  bar.hidden = false;
  show("text");
  bar.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (button) show(button.dataset.show);
  });
  document.addEventListener("click", event => { if (event.target.closest("a[href='#field-body']")) show("text"); });
}
