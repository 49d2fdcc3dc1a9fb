// Shows how much of a file has gone up. <form hx-post data-upload> … <progress hidden data-upload-progress></progress>
// Without this script the form posts as any other.
document.addEventListener("htmx:xhr:progress", ({ target, detail }) => {
  const bar = target.closest("[data-upload]")?.querySelector("[data-upload-progress]");
  if (!bar || !detail.lengthComputable || detail.total === 0) return;
  bar.hidden = false;
  bar.max = detail.total;
  bar.value = detail.loaded;
});
