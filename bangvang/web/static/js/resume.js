// Sends a form's file piece by piece, goes on where the line broke, then sends the form without the file.
// <form data-resumable="address to begin" data-resume-key="account"> <input type="file" name="file">
// <div data-resume hidden> <progress data-resume-bar> <p data-resume-said role="status"> <button type="button" data-resume-now>
// Without this script the form sends the file at once, as any other.
const PIECE = 256 * 1024;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30000;
const percent = (done, size) => Math.floor((done / size) * 100);
const megabytes = (count) => (count / 1048576).toLocaleString("vi-VN", { maximumFractionDigits: 1 });

for (const form of document.querySelectorAll("[data-resumable]")) {
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const input = form.querySelector("input[type=file]");
  const box = form.querySelector("[data-resume]");
  const bar = box.querySelector("[data-resume-bar]");
  const said = box.querySelector("[data-resume-said]");
  const now = box.querySelector("[data-resume-now]");
  let busy = false;

  const keyOf = (file) => `bangvang:coming-in:${form.dataset.resumeKey}:${file.name}:${file.size}:${file.lastModified}`;
  const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = (key, at) => { try { at ? localStorage.setItem(key, at) : localStorage.removeItem(key); } catch { /* goes on without */ } };

  class Stopped extends Error {}

  const ask = async (address, options = {}) => {
    const answer = await fetch(address, { redirect: "manual", ...options, headers: { "X-CSRFToken": token, ...options.headers } });
    if (answer.type === "opaqueredirect" || answer.status === 403) {
      throw new Stopped("Phiên làm việc đã hết: đăng nhập lại, chọn lại đúng tệp này, hệ thống tải tiếp phần còn lại.");
    }
    if (answer.status >= 500) throw new TypeError("server");
    const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
    return { status: answer.status, ok: answer.ok, told };
  };

  const pause = (length) => new Promise((go) => {
    const wake = () => { clearTimeout(timer); removeEventListener("online", wake); now.removeEventListener("click", wake); now.hidden = true; go(); };
    const timer = setTimeout(wake, length);
    addEventListener("online", wake);
    now.addEventListener("click", wake);
    now.hidden = false;
  });

  // Asks until there is an answer; says meanwhile that the line is broken.
  const patiently = async (address, options, where) => {
    for (let length = FIRST_PAUSE_MS; ; length = Math.min(length * 2, LONGEST_PAUSE_MS)) {
      try {
        return await ask(address, options);
      } catch (trouble) {
        if (trouble instanceof Stopped) throw trouble;
        said.textContent = `Mất kết nối ở ${where()}. Tự thử lại sau ${Math.round(length / 1000)} giây; đừng đóng trang. Nếu đóng, lần sau chọn lại đúng tệp này để tải tiếp.`;
        await pause(length);
      }
    }
  };

  const begin = async (file, key) => {
    const body = new FormData();
    body.append("name", file.name);
    body.append("size", file.size);
    const { ok, told } = await patiently(form.dataset.resumable, { method: "POST", body }, () => "lúc bắt đầu");
    if (!ok) throw new Stopped(told.said ?? "Máy chủ không nhận tệp này.");
    keep(key, told.at);
    return { at: told.at, received: 0 };
  };

  const found = async (file, key) => {
    const at = kept(key);
    if (!at) return begin(file, key);
    const { ok, told } = await patiently(at, {}, () => "lúc hỏi phần đã tải");
    return ok && told.size === file.size ? { at, received: told.received } : begin(file, key);
  };

  const show = (received, size) => {
    bar.max = size;
    bar.value = received;
    bar.textContent = `${percent(received, size)} %`;
    said.textContent = `Đã tải ${percent(received, size)} % (${megabytes(received)}/${megabytes(size)} MB).`;
  };

  const send = async (file) => {
    const key = keyOf(file);
    let { at, received } = await found(file, key);
    show(received, file.size);
    while (received < file.size) {
      const options = {
        method: "PATCH",
        body: file.slice(received, received + PIECE),
        headers: { "Upload-Offset": String(received), "Content-Type": "application/offset+octet-stream" },
      };
      const { ok, status, told } = await patiently(at, options, () => `${percent(received, file.size)} %`);
      if (status === 404) { ({ at, received } = await begin(file, key)); continue; }
      if (!ok && status !== 409) { keep(key, null); throw new Stopped(told.said ?? "Máy chủ không nhận tệp này."); }
      received = told.received;
      show(received, file.size);
    }
    return at.split("/").at(-2);
  };

  form.addEventListener("submit", async (event) => {
    const file = input.files[0];
    if (!file || file.size === 0) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    box.hidden = false;
    try {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: "tep-da-len", value: await send(file) });
      form.append(field);
      input.disabled = true;
      said.textContent = "Đã tải xong; đang đọc tệp…";
      form.submit();
    } catch (trouble) {
      if (!(trouble instanceof Stopped)) throw trouble;
      said.textContent = trouble.message;
      busy = false;
    }
  });
}
