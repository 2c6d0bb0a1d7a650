// How the page speaks with the simulator: one function a request, and the stream of live events.

async function ask(address, options = {}) {
  const response = await fetch(address, { cache: "no-store", ...options });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.error || `${response.status} ${response.statusText}`);
  return body;
}

const post = (address, body) =>
  ask(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body ?? {}) });

const at = (key, act) => `/sim/people/${encodeURIComponent(key)}/${act}`;

export const people = () => ask("/sim/people");
export const chat = (key) => ask(at(key, "messages"));
export const act = (key, name, details) => post(at(key, name), details);
export const clock = () => ask("/sim/clock");
export const advance = (step) => post("/sim/clock", { advance: step });
export const fileAddress = (id, inline = false) => `/sim/files/${encodeURIComponent(id)}${inline ? "?inline" : ""}`;

export function sendFile(key, file, caption) {
  const form = new FormData();
  form.append("file", file);
  form.append("caption", caption);
  return ask(at(key, "file"), { method: "POST", body: form });
}

// Calls `heard(event)` for each event, `opened()` when the stream (re)opens, `lost()` when it breaks. The browser reconnects by itself.
export function listen({ heard, opened, lost }) {
  const stream = new EventSource("/sim/events");
  stream.onopen = opened;
  stream.onerror = lost;
  stream.onmessage = (message) => heard(JSON.parse(message.data));
}
