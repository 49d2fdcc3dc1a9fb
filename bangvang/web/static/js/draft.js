// Saves each part of a report as it is typed, and keeps it in this browser until the server has it.
// <form data-draft="who:what"> <fieldset data-part data-save> … data-version, data-said, data-kept … </form>
// Without this script the form's button saves all parts at once.
const PAUSE_MS = 1200;
// Where two versions wait for a choice, nothing is saved before the choice is.
const form = document.querySelector("[data-draft]");
const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
const whole = document.querySelector("[data-whole]");

for (const part of form.querySelectorAll("[data-part]")) {
  const key = `bangvang:draft:${form.dataset.draft}:${part.dataset.part}`;
  const version = part.querySelector("[data-version]");
  const said = part.querySelector("[data-said]");
  const count = part.querySelector("[data-count]");
  const clashes = part.querySelector("[data-two-versions]") !== null;
  const inputs = () => [...part.querySelectorAll("textarea, [data-rows] input")];
  const values = () => inputs().map((input) => input.value);
  let waiting = 0;
  let stored = JSON.stringify(values());
  let saving = Promise.resolve();

  const keep = () => {
    const kept = { values: values(), at: new Date().toLocaleString("vi-VN") };
    try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* a full or closed store: the server still has it */ }
  };

  const save = async () => {
    const sent = values();
    const body = new FormData();
    for (const input of [...inputs(), version]) body.append(input.name, input.value);
    said.textContent = "Đang lưu…";
    let answer;
    try {
      answer = await fetch(part.dataset.save, { method: "POST", body, redirect: "manual", headers: { "X-CSRFToken": token } });
    } catch {
      said.textContent = "Mất mạng: bản vừa viết còn giữ trong trình duyệt này.";
      return;
    }
    if (answer.type === "opaqueredirect" || answer.status === 403) {
      said.textContent = "Phiên làm việc đã hết: đăng nhập lại rồi mở trang này, bản vừa viết còn giữ trong trình duyệt.";
      return;
    }
    const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
    if (answer.ok) {
      version.value = told.version;
      if (whole) whole.value = told.whole;
      stored = JSON.stringify(sent);
      if (stored === JSON.stringify(values())) localStorage.removeItem(key);
      said.textContent = told.said;
    } else if (answer.status === 409) {
      said.textContent = `${told.said} Bấm “Lưu báo cáo” để xem hai bản và chọn.`;
    } else {
      said.textContent = told.said ?? "Chưa lưu được: bản vừa viết còn giữ trong trình duyệt này.";
    }
  };

  part.addEventListener("input", (event) => {
    if (!event.target.matches("textarea, [data-rows] input")) return;
    if (count) count.textContent = event.target.value.length.toLocaleString("vi-VN");
    keep();
    clearTimeout(waiting);
    if (clashes) return;
    waiting = setTimeout(() => { saving = saving.then(save); }, PAUSE_MS);
  });

  const kept = JSON.parse(localStorage.getItem(key) ?? "null");
  const box = part.querySelector("[data-kept]");
  const same = kept && JSON.stringify(kept.values.filter(Boolean)) === JSON.stringify(values().filter(Boolean));
  if (same) localStorage.removeItem(key);
  if (kept && !same) {
    box.hidden = false;
    box.querySelector("[data-kept-at]").textContent = kept.at;
    box.querySelector("[data-kept-text]").textContent = kept.values.filter(Boolean).join("\n");
    box.querySelector("[data-use-kept]").addEventListener("click", () => {
      const rows = part.querySelector("[data-rows]");
      while (rows && inputs().length < kept.values.length) rows.append(rows.lastElementChild.cloneNode(true));
      inputs().forEach((input, index) => { input.value = kept.values[index] ?? ""; });
      box.hidden = true;
      saving = saving.then(save);
    });
    box.querySelector("[data-drop-kept]").addEventListener("click", () => {
      localStorage.removeItem(key);
      box.hidden = true;
    });
  }

  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    if (stored !== JSON.stringify(values())) keep();
  });
}
