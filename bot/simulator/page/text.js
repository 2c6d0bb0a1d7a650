// How a text with Bot API entities becomes elements. Offsets are UTF-16 units, as JavaScript counts. Never innerHTML.

import { appendWords } from "./signs.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote", hashtag: "span", mention: "span", custom_emoji: "span",
};

export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") made.className = value;
    else if (name === "dataset") Object.assign(made.dataset, value);
    else if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

// `follow(address)` and `command(words)` are called when somebody clicks a link or a command.
export function formatted(text, entities, { follow, command }) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const root = document.createDocumentFragment();
  fill(root, text, 0, text.length, sorted, { follow, command });
  return root;
}

function fill(parent, text, start, end, entities, actions) {
  let at = start;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const last = Math.min(entity.offset + entity.length, end);
    if (entity.offset < at || entity.offset >= end) { index += 1; continue; }
    appendWords(parent, text.slice(at, entity.offset));
    let next = index + 1;
    while (next < entities.length && entities[next].offset < last) next += 1;
    const node = opened(entity, text.slice(entity.offset, last), actions);
    fill(node, text, entity.offset, last, entities.slice(index + 1, next), actions);
    parent.append(node);
    at = last;
    index = next;
  }
  appendWords(parent, text.slice(at, end));
}

function opened(entity, words, { follow, command }) {
  switch (entity.type) {
    case "text_link": return link(entity.url, follow);
    case "url": return link(words.includes("://") ? words : `http://${words}`, follow);
    case "email": return element("a", { href: `mailto:${words}` });
    case "phone_number": return element("a", { href: `tel:${words.replace(/[^+\d]/g, "")}` });
    case "bot_command": return element("button", { type: "button", class: "command", onclick: () => command(words) });
    case "spoiler": return spoiler();
    case "text_mention": return element("span", { class: "mention" });
    default: return element(TAGS[entity.type] ?? "span", { class: entity.type });
  }
}

function link(address, follow) {
  if (!/^(https?|tg):\/\//i.test(address)) return element("span");
  return element("a", {
    href: address, target: "_blank", rel: "noopener noreferrer",
    onclick: (event) => { if (follow(address)) event.preventDefault(); },
  });
}

function spoiler() {
  const show = (event) => { event.currentTarget.classList.add("shown"); };
  return element("span", {
    class: "spoiler", role: "button", tabindex: "0", "aria-label": "Passage masqué, cliquer pour lire", onclick: show,
    onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); show(event); } },
  });
}
