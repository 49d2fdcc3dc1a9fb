// Forgets the texts that draft.js keeps in this browser when their writer signs out: <form data-signs-out>.
document.addEventListener("submit", ({ target }) => {
  if (!target.matches("[data-signs-out]")) return;
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith("bangvang:draft:")) localStorage.removeItem(key);
  }
});
