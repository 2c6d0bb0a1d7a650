// How one message is drawn: bubble, reply, files, keyboard. Returns elements only; what a click does is given in `actions`.

import { fileAddress } from "./api.js";
import { appendWords } from "./signs.js";
import { element, formatted } from "./text.js";
import { hour, stamp } from "./time.js";

const SVG = "http://www.w3.org/2000/svg";
const SIGNS = {
  copy: "M9 9h10v11H9zM5 15V4h10",
  link: "M8 16L16 8M9 8h7v7",
  down: "M12 4v11M7 11l5 5 5-5M5 20h14",
  search: "M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM16 16l4 4",
};

function sign(name) {
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("viewBox", "0 0 24 24");
  made.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SIGNS[name]);
  made.append(path);
  return made;
}

export function drawn(message, { botId, actions }) {
  const mine = message.from.id !== botId;
  const bubble = element("div", { class: "bubble" }, ...body(message, actions), footer(message));
  const item = element("li", { class: mine ? "message mine" : "message theirs", dataset: { id: message.message_id } },
    element("span", { class: "sr" }, mine ? "Vous : " : "Maillon : "), bubble);
  if (message.reaction) bubble.append(appendWords(element("span", { class: "reaction" }), message.reaction));
  if (!mine && message.reply_markup?.inline_keyboard) item.append(keyboard(message, actions));
  bubble.append(element("button", { type: "button", class: "answer", "aria-label": "Répondre à ce message", onclick: () => actions.reply(message) }, "↩︎"));
  return item;
}

function footer(message) {
  const when = stamp(message.edit_date ?? message.date);
  const changed = message.edits > 0 && message.edit_date ? "modifié · " : "";
  return element("time", { class: "when", datetime: when.toISOString() }, changed + hour(when));
}

function body(message, actions) {
  const parts = [];
  if (message.forward_origin) parts.push(element("p", { class: "forwarded" }, `Transféré de ${message.forward_origin.sender_user_name}`));
  if (message.reply_to_message) parts.push(quoted(message.reply_to_message, actions));
  if (message.photo) parts.push(element("img", { class: "photo", src: fileAddress(message.photo.at(-1).file_id, true), alt: message.caption ?? "Photo" }));
  if (message.document) parts.push(documentCard(message.document));
  if (message.voice) parts.push(appendWords(element("p", { class: "media" }), `🎤 Message vocal · ${message.voice.duration}\u00a0s`));
  if (message.sticker) parts.push(appendWords(element("p", { class: "sticker" }), message.sticker.emoji));
  if (message.contact) parts.push(contactCard(message.contact));
  if (message.location) parts.push(appendWords(element("p", { class: "media" }), `📍 ${message.location.latitude}, ${message.location.longitude}`));
  const words = message.text ?? message.caption;
  if (words) parts.push(element("div", { class: "words" }, formatted(words, message.entities ?? message.caption_entities, actions)));
  return parts;
}

function quoted(message, actions) {
  const words = message.text ?? message.caption ?? message.document?.file_name ?? "…";
  return element("button", { type: "button", class: "quoted", onclick: () => actions.show(message.message_id) }, summary(words));
}

export const summary = (words) => (words.length > 90 ? `${words.slice(0, 90)}…` : words);

function documentCard(file) {
  const dot = file.file_name.lastIndexOf(".");
  const kind = dot > 0 ? file.file_name.slice(dot + 1).toUpperCase().slice(0, 4) : "DOC";
  return element("a", { class: "document", href: fileAddress(file.file_id), download: file.file_name, "aria-label": `Télécharger ${file.file_name}, ${size(file.file_size)}` },
    element("span", { class: "kind", dataset: { kind: kind.toLowerCase() } }, kind),
    element("span", { class: "file" }, element("b", {}, file.file_name), element("small", {}, size(file.file_size))),
    sign("down"));
}

function contactCard(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  return element("p", { class: "media" }, appendWords(element("b"), `👤 ${name}`), element("br"), contact.phone_number);
}

export function size(bytes) {
  if (bytes < 1000) return `${bytes}\u00a0octets`;
  const units = [["Mo", 1e6], ["ko", 1e3]];
  const [unit, value] = units.find(([, least]) => bytes >= least);
  const amount = bytes / value;
  return `${amount.toLocaleString("fr-FR", { maximumFractionDigits: amount < 10 ? 1 : 0 })}\u00a0${unit}`;
}

function keyboard(message, actions) {
  const rows = message.reply_markup.inline_keyboard.map((row, rowIndex) =>
    element("div", { class: "row" }, ...row.map((button, column) => key(message, button, rowIndex, column, actions))));
  return element("div", { class: "keyboard", role: "group", "aria-label": "Boutons de ce message" }, ...rows);
}

function key(message, button, row, column, actions) {
  const corner = button.copy_text ? sign("copy") : button.url ? sign("link") : isSearch(button) ? sign("search") : null;
  return element("button", {
    type: "button", class: `key ${button.style ?? ""}`, dataset: { row, column },
    onclick: (event) => actions.tap(message, button, row, column, event.currentTarget),
  }, appendWords(element("span"), button.text), corner);
}

const isSearch = (button) => "switch_inline_query" in button || "switch_inline_query_current_chat" in button;
