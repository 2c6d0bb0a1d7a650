// What a person writes with: the text field, the « / » menu, inline queries, files, the reply keyboard, one draft a person.

import * as api from "./api.js";
import { summary } from "./messages.js";
import { appendWords } from "./signs.js";
import { element } from "./text.js";

const find = (id) => document.getElementById(id);

export function composer({ person, bot, failed, toast }) {
  const field = find("text");
  const suggestions = find("suggestions");
  const drafts = new Map();
  let replying = null;
  let chosen = -1;
  let inlineTimer = 0;
  let inlineId = null;

  // --- saying

  async function say(words) {
    const text = words.trim();
    if (!text) return;
    try {
      await api.act(person().key, "say", { text, reply_to: replying?.message_id });
      stopReplying();
    } catch (problem) { failed(problem); }
  }

  async function submit() {
    const words = field.value;
    if (!words.trim()) return;
    field.value = "";
    grow();
    closeSuggestions();
    await say(words);
    field.focus();
  }

  function grow() {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
    find("send").classList.toggle("ready", field.value.trim() !== "");
  }

  function replyTo(message) {
    replying = message;
    find("quote").hidden = false;
    find("quote-text").textContent = summary(message.text ?? message.caption ?? "Pièce jointe");
    field.focus();
  }

  function stopReplying() {
    replying = null;
    find("quote").hidden = true;
  }

  // --- suggestions: commands and inline results

  function suggest(items) {
    chosen = items.length ? 0 : -1;
    suggestions.replaceChildren(...items.map((item, index) => element("button", {
      type: "button", role: "option", id: `suggestion-${index}`, class: "suggestion", tabindex: "-1", "aria-selected": String(index === chosen),
      onclick: item.pick, onmousemove: () => { if (chosen !== index) { chosen = index; mark(); } }, onmousedown: (event) => event.preventDefault(),
    }, appendWords(element("b"), item.title), appendWords(element("small"), item.description ?? ""))));
    suggestions.hidden = items.length === 0;
    mark();
  }

  function mark() {
    [...suggestions.children].forEach((child, index) => child.setAttribute("aria-selected", String(index === chosen)));
    suggestions.children[chosen]?.scrollIntoView({ block: "nearest" });
    if (chosen >= 0) field.setAttribute("aria-activedescendant", `suggestion-${chosen}`); else field.removeAttribute("aria-activedescendant");
    find("menu").setAttribute("aria-expanded", String(!suggestions.hidden));
  }

  function closeSuggestions() {
    suggest([]);
    inlineId = null;
  }

  function suggestCommands(begun) {
    const known = person().commands.filter((one) => one.command.startsWith(begun));
    suggest(known.map((one) => ({
      title: `/${one.command}`, description: one.description,
      pick: () => { field.value = ""; grow(); closeSuggestions(); say(`/${one.command}`); field.focus(); },
    })));
  }

  function typed() {
    grow();
    const words = field.value;
    const name = `@${bot().username} `;
    clearTimeout(inlineTimer);
    if (/^\/\w*$/.test(words)) return suggestCommands(words.slice(1));
    if (words.toLowerCase().startsWith(name.toLowerCase())) {
      inlineTimer = setTimeout(() => askInline(words.slice(name.length)), 250);
      return undefined;
    }
    return closeSuggestions();
  }

  async function askInline(query) {
    try { inlineId = (await api.act(person().key, "inline", { query })).inline_id; } catch (problem) { failed(problem); }
  }

  function showResults(event) {
    if (event.inline_id !== inlineId && inlineId !== null) return;
    const id = event.inline_id;
    suggest(event.results.map((one) => ({
      title: one.title, description: one.description,
      pick: async () => {
        field.value = "";
        grow();
        closeSuggestions();
        try { await api.act(person().key, "pick", { inline_id: id, title: one.title }); } catch (problem) { failed(problem); }
      },
    })));
  }

  function beginInline(query) {
    field.value = `@${bot().username} ${query}`;
    field.focus();
    typed();
  }

  field.addEventListener("input", typed);
  field.addEventListener("keydown", (event) => {
    const open = !suggestions.hidden;
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const count = suggestions.children.length;
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : -1) + count) % count;
      mark();
    } else if (event.key === "Escape") {
      closeSuggestions();
      stopReplying();
    } else if (open && event.key === "Tab" && !event.shiftKey) {
      event.preventDefault();
      field.value = `${suggestions.children[chosen]?.querySelector("b").textContent ?? field.value} `;
      closeSuggestions();
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (open && chosen >= 0) suggestions.children[chosen].click(); else submit();
    }
  });
  find("composer").addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  find("unquote").addEventListener("click", stopReplying);
  find("menu").addEventListener("click", () => {
    if (!suggestions.hidden) { closeSuggestions(); return; }
    suggestCommands("");
    if (suggestions.hidden) toast("Le bot n’a pas encore donné ses commandes.");
    field.focus();
  });

  // --- files and the rest

  const extras = find("extras");
  function openExtras(open) {
    extras.hidden = !open;
    find("more").setAttribute("aria-expanded", String(open));
    if (open) extras.querySelector("button").focus();
  }
  find("more").addEventListener("click", () => openExtras(extras.hidden));
  extras.addEventListener("keydown", (event) => {
    const items = [...extras.querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") { openExtras(false); find("more").focus(); }
    if (step) { event.preventDefault(); items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus(); }
  });
  document.addEventListener("click", (event) => {
    if (!extras.hidden && !extras.contains(event.target) && !find("more").contains(event.target)) openExtras(false);
  });
  for (const button of extras.querySelectorAll("[data-extra]")) button.addEventListener("click", () => extra(button.dataset.extra));

  async function extra(name) {
    openExtras(false);
    if (name === "file") return find("file").click();
    if (name === "invite") return find("invite").showModal();
    const her = person();
    const details = { voice: { seconds: 4 }, sticker: { emoji: "👍" }, contact: { phone: "+33 6 12 34 56 78", first_name: her.name }, block: {} }[name];
    try { return await api.act(her.key, name, details); } catch (problem) { return failed(problem); }
  }

  async function sendFiles(list) {
    for (const file of list) {
      try { await api.sendFile(person().key, file, field.value.trim()); field.value = ""; grow(); } catch (problem) { failed(problem); }
    }
  }
  find("file").addEventListener("change", async () => { await sendFiles([...find("file").files]); find("file").value = ""; });
  const phone = find("phone");
  phone.addEventListener("dragover", (event) => { event.preventDefault(); phone.classList.add("dropping"); });
  phone.addEventListener("dragleave", () => phone.classList.remove("dropping"));
  phone.addEventListener("drop", (event) => { event.preventDefault(); phone.classList.remove("dropping"); sendFiles([...event.dataTransfer.files]); });

  // --- what the page asks of the composer

  function showKeys(keyboard) {
    const rows = keyboard?.keyboard ?? [];
    find("keys").hidden = rows.length === 0;
    find("keys").replaceChildren(...rows.map((row) => element("div", { class: "row" }, ...row.map((key) => element("button", {
      type: "button", class: `key ${key.style ?? ""}`, onclick: () => api.act(person().key, "key", { label: key.text }).catch(failed),
    }, appendWords(element("span"), key.text))))));
  }

  return {
    say, replyTo, showResults, beginInline, showKeys,
    focus: () => field.focus(),
    keepDraft: (key) => { if (key !== null) drafts.set(key, field.value); stopReplying(); closeSuggestions(); openExtras(false); },
    restoreDraft: (key) => { field.value = drafts.get(key) ?? ""; grow(); },
  };
}
