// Forgets what draft.js and resume.js keep in this browser when their writer signs out: <form data-signs-out>.
document.addEventListener("submit", ({ target }) => {
  if (!target.matches("[data-signs-out]")) return;
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith("bangvang:draft:") || key.startsWith("bangvang:coming-in:")) localStorage.removeItem(key);
  }
});
