// The ways on when the circuit's connection is lost for good.
const notice = document.getElementById("components-reconnect-modal");

notice.querySelector("[data-reload]").addEventListener("click", () => location.reload());
notice.querySelector("[data-reconnect]").addEventListener("click", async () => {
  if (!await Blazor.reconnect()) location.reload();
});
