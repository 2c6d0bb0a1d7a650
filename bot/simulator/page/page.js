// The page as a whole: who speaks, what each chat holds, live events, taps, the clock.

import * as api from "./api.js";
import { shownClock } from "./clock.js";
import { composer } from "./composer.js";
import { drawn } from "./messages.js";
import { appendWords } from "./signs.js";
import { element } from "./text.js";
import { personTabs } from "./tabs.js";
import * as time from "./time.js";

const find = (id) => document.getElementById(id);
const ACTIONS = { typing: "écrit…", upload_document: "envoie un document…", upload_photo: "envoie une photo…", record_voice: "enregistre…", find_location: "cherche un lieu…" };

let bot = { id: 0, username: "" };
const everyone = new Map(); // key -> person
const chats = new Map(); // key -> Map(message_id -> message)
const unread = new Map();
const loading = new Set(); // one list of events a chat that is being fetched
const waitingTaps = new Map(); // query id -> button element
let current = null;
let typingUntil = 0;

const tabs = personTabs(find("tabs"), (key) => choose(key));
const compose = composer({
  person: () => everyone.get(current),
  bot: () => bot,
  failed: (problem) => toast(problem.message),
  toast,
});

const actions = {
  tap,
  reply: (message) => compose.replyTo(message),
  show: (id) => {
    const item = find("messages").querySelector(`[data-id="${id}"]`);
    if (item) { item.scrollIntoView({ block: "center", behavior: calm() }); item.classList.add("pointed"); setTimeout(() => item.classList.remove("pointed"), 1200); }
  },
  follow,
  command: (words) => compose.say(words.split("@")[0]),
};

const calm = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

// --- people

async function loadPeople() {
  const told = await api.people();
  bot = told.bot;
  everyone.clear();
  for (const person of told.people) everyone.set(person.key, person);
  find("bot-name").textContent = bot.first_name;
  find("bot-description").replaceChildren();
  appendWords(find("bot-description"), bot.description || "Appuyez sur Démarrer pour commencer la conversation.");
  if (!everyone.has(current)) {
    const wanted = decodeURIComponent(location.hash.slice(1));
    current = everyone.has(wanted) ? wanted : (everyone.keys().next().value ?? null);
  }
  drawTabs();
}

const drawTabs = () => tabs.draw({ everyone, unread, current });

async function choose(key) {
  if (key === current && chats.has(key)) return;
  compose.keepDraft(current);
  current = key;
  history.replaceState(null, "", `#${encodeURIComponent(key)}`);
  unread.delete(key);
  showAction("");
  drawTabs();
  await loadChat(key);
  compose.restoreDraft(key);
}

// Events that come while a chat is being fetched may be newer than what is fetched: they are kept and heard again after it.
async function loadChat(key) {
  if (key === null) return;
  const meanwhile = [];
  loading.add(meanwhile);
  try {
    const told = await api.chat(key);
    everyone.set(key, told.person);
    chats.set(key, new Map(told.messages.map((message) => [message.message_id, message])));
    if (key === current) { drawChat(); showDoor(); }
  } finally { loading.delete(meanwhile); }
  for (const event of meanwhile) if (event.person === key && ["message", "edited", "deleted"].includes(event.type)) heard(event);
}

// Which of the three feet stands under the chat: welcome, blocked, or the composer.
function showDoor() {
  const person = everyone.get(current);
  find("welcome").hidden = person.started;
  if (!person.started) find("code").value = person.invitation;
  find("about").hidden = chats.get(current).size > 0;
  find("blocked").hidden = !person.started || !person.blocked;
  find("composer").hidden = !person.started || person.blocked;
  compose.showKeys(person.keyboard);
}

// --- messages

function drawChat() {
  const list = find("messages");
  list.replaceChildren();
  list.setAttribute("aria-live", "off"); // a whole chat is not read aloud
  for (const message of chats.get(current).values()) append(message);
  requestAnimationFrame(() => { toEnd("auto"); list.setAttribute("aria-live", "polite"); });
}

function append(message) {
  const list = find("messages");
  const date = time.stamp(message.date);
  if (list.dataset.day !== time.dayKey(date) || !list.lastElementChild) {
    list.dataset.day = time.dayKey(date);
    list.append(element("li", { class: "day" }, element("span", {}, time.dayInChat(date))));
  }
  const item = drawn(message, { botId: bot.id, actions });
  if (list.lastElementChild.classList.contains(item.classList.contains("mine") ? "mine" : "theirs")) item.classList.add("next");
  list.append(item);
}

function heard(event) {
  for (const meanwhile of loading) meanwhile.push(event);
  const mine = event.person === current;
  switch (event.type) {
    case "message": return keep(event, mine);
    case "edited": return change(event, mine);
    case "deleted": return remove(event, mine);
    case "action": if (mine) showAction(event.action); return undefined;
    case "answer": return answered(event, mine);
    case "inline": if (mine) compose.showResults(event); return undefined;
    case "keyboard": { const person = everyone.get(event.person); if (person) person.keyboard = event.keyboard; if (mine) compose.showKeys(event.keyboard); return undefined; }
    case "clock": return clock.move(event.clock);
    case "blocked": case "unblocked": { const person = everyone.get(event.person); if (person) person.blocked = event.type === "blocked"; if (mine) showDoor(); return undefined; }
    case "commands": case "profile": case "people": return loadPeople();
    case "reset": return reload();
    default: return undefined;
  }
}

function keep(event, mine) {
  const message = event.message;
  if (chats.get(event.person)?.has(message.message_id)) return change(event, mine);
  chats.get(event.person)?.set(message.message_id, message);
  const person = everyone.get(event.person);
  const fromBot = message.from.id === bot.id;
  if (person && !fromBot && !person.started) { person.started = true; if (mine) showDoor(); }
  if (!mine) {
    if (fromBot) { unread.set(event.person, (unread.get(event.person) ?? 0) + 1); drawTabs(); }
    return undefined;
  }
  if (fromBot) showAction("");
  const low = atEnd();
  find("about").hidden = true;
  append(message);
  if (low || !fromBot) toEnd(); else find("to-end").hidden = false;
  return undefined;
}

function change(event, mine) {
  chats.get(event.person)?.set(event.message.message_id, event.message);
  if (!mine) return;
  const old = find("messages").querySelector(`[data-id="${event.message.message_id}"]`);
  if (!old) return;
  const low = atEnd();
  const focus = old.contains(document.activeElement) ? document.activeElement.dataset : null;
  const item = drawn(event.message, { botId: bot.id, actions });
  if (old.classList.contains("next")) item.classList.add("next");
  old.replaceWith(item);
  if (focus?.row !== undefined) (item.querySelector(`.key[data-row="${focus.row}"][data-column="${focus.column}"]`) ?? item.querySelector(".key"))?.focus();
  if (low) toEnd("auto");
}

function remove(event, mine) {
  chats.get(event.person)?.delete(event.message.message_id);
  if (mine) find("messages").querySelector(`[data-id="${event.message.message_id}"]`)?.remove();
}

const atEnd = () => { const box = find("scroll"); return box.scrollHeight - box.scrollTop - box.clientHeight < 80; };

function toEnd(behavior = calm()) {
  const box = find("scroll");
  box.scrollTo({ top: box.scrollHeight, behavior });
  find("to-end").hidden = true;
}

function showAction(action) {
  typingUntil = action ? Date.now() + 5000 : 0;
  find("typing").hidden = !action;
  find("bot-state").textContent = action ? (ACTIONS[action] ?? "travaille…") : "bot";
  if (action) { toEnd(); setTimeout(() => { if (Date.now() >= typingUntil) showAction(""); }, 5050); }
}

// --- taps and links

async function tap(message, button, row, column, key) {
  if (key.classList.contains("waiting")) return;
  try {
    const done = await api.act(current, "tap", { message_id: message.message_id, label: button.text });
    if (done.copied) return copy(done.copied);
    if (done.opened) { if (!follow(done.opened)) window.open(done.opened, "_blank", "noopener"); return; }
    if (typeof done.switch_inline_query === "string") return compose.beginInline(done.switch_inline_query);
    if (done.query_id) { key.classList.add("waiting"); waitingTaps.set(done.query_id, key); setTimeout(() => release(done.query_id), 10000); }
  } catch (problem) { toast(problem.message); }
}

function release(query) {
  waitingTaps.get(query)?.classList.remove("waiting");
  waitingTaps.delete(query);
}

function answered(event, mine) {
  release(event.query);
  if (!mine || !event.text) return;
  if (!event.alert) { toast(event.text); return; }
  find("alert-text").replaceChildren();
  appendWords(find("alert-text"), event.text);
  find("alert").showModal();
}

async function copy(words) {
  try { await navigator.clipboard.writeText(words); toast(`Copié\u00a0: ${words}`); } catch { toast(words); }
}

// A link to this bot with a code is followed here, as whoever the visitor chooses; other links are left to the browser.
function follow(address) {
  const found = /^https?:\/\/t\.me\/(\w+)\/?\?start=([\w-]{1,64})$/.exec(address);
  if (!found || found[1].toLowerCase() !== bot.username.toLowerCase()) return false;
  const code = found[2];
  const buttons = [...everyone.values()].map((person) => element("button", {
    type: "button", class: "plain", onclick: async () => { find("as-whom").close(); await choose(person.key); await begin(code); },
  }, person.label));
  find("as-whom-people").replaceChildren(...buttons);
  find("as-whom").showModal();
  return true;
}

async function begin(code) {
  try {
    await api.act(current, "start", { payload: code });
    everyone.get(current).started = true;
    showDoor();
    compose.focus();
  } catch (problem) { toast(problem.message); }
}

let toastTimer = 0;
function toast(words) {
  const box = find("toast");
  box.replaceChildren();
  appendWords(box, words);
  box.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { box.hidden = true; }, Math.max(2500, words.length * 70));
}

// --- clock

const clock = shownClock({ toast, newDay: () => { if (chats.has(current)) drawChat(); } }); // « aujourd’hui » is another day now

// --- beginning

find("welcome").addEventListener("submit", (event) => { event.preventDefault(); begin(find("code").value.trim()); find("code").value = ""; });
find("unblock").addEventListener("click", () => api.act(current, "unblock").catch((problem) => toast(problem.message)));
find("invite-form").addEventListener("submit", (event) => { event.preventDefault(); find("invite").close(); begin(find("invite-code").value.trim()); find("invite-code").value = ""; });
for (const button of document.querySelectorAll("[data-close]")) button.addEventListener("click", () => button.closest("dialog").close());
find("to-end").addEventListener("click", () => toEnd());
find("scroll").addEventListener("scroll", () => { if (atEnd()) find("to-end").hidden = true; }, { passive: true });

// The chat stays at its end when what stands under it grows (the « / » menu, a keyboard, several lines).
let wasAtEnd = true;
find("scroll").addEventListener("scroll", () => { wasAtEnd = atEnd(); }, { passive: true });
new ResizeObserver(() => { if (wasAtEnd) toEnd("auto"); }).observe(find("scroll"));

async function reload() {
  chats.clear();
  await loadPeople();
  clock.move(await api.clock());
  await loadChat(current);
}

api.listen({
  heard,
  opened: () => { find("offline").hidden = true; reload().then(() => { document.documentElement.dataset.ready = "yes"; }); },
  lost: () => { find("offline").hidden = false; },
});
