// Says how many rows are chosen, chooses all of a page, and hides the bar of acts while nothing is chosen.
// <form data-bulk> … <input type="checkbox" data-bulk-all> … <input type="checkbox" data-bulk-row> … <div data-bulk-bar><b data-bulk-count></b></div>
const rowsOf = (form) => [...form.querySelectorAll("[data-bulk-row]")];

const show = (form) => {
  const rows = rowsOf(form);
  const chosen = rows.filter((row) => row.checked).length;
  const all = form.querySelector("[data-bulk-all]");
  const bar = form.querySelector("[data-bulk-bar]");
  const count = form.querySelector("[data-bulk-count]");
  if (bar) bar.hidden = chosen === 0;
  if (count) count.textContent = String(chosen);
  if (all) {
    all.checked = rows.length > 0 && chosen === rows.length;
    all.indeterminate = chosen > 0 && chosen < rows.length;
  }
};

const showEvery = () => document.querySelectorAll("form[data-bulk]").forEach(show);

document.addEventListener("change", ({ target }) => {
  const form = target.closest("form[data-bulk]");
  if (!form) return;
  if (target.matches("[data-bulk-all]")) rowsOf(form).forEach((row) => { row.checked = target.checked; });
  show(form);
});
document.addEventListener("htmx:afterSwap", showEvery);
showEvery();
