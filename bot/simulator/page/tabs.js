// Who speaks: one tab a person, with what came for her since she was last looked at.

import { element } from "./text.js";

const HUES = 6; // as many as style.css knows

export function personTabs(list, choose) {
  let keys = [];
  let shown = null;

  function walk(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = keys[(keys.indexOf(shown) + step + keys.length) % keys.length];
    choose(next);
    document.getElementById(`tab-${next}`).focus();
  }

  function tab(person, index, count) {
    const [name, role] = splitLabel(person.label);
    const news = `${count} ${count > 1 ? "nouveaux messages" : "nouveau message"}`;
    const here = person.key === shown;
    return element("button", {
      type: "button", role: "tab", id: `tab-${person.key}`, class: "tab", "aria-selected": String(here), "aria-controls": "phone",
      tabindex: here ? "0" : "-1", dataset: { hue: index % HUES }, onclick: () => choose(person.key), onkeydown: walk,
    },
    element("span", { class: "avatar", "aria-hidden": "true" }, initials(name)),
    element("span", { class: "tab-words" }, element("b", {}, name), role ? element("small", {}, role) : null),
    count ? element("span", { class: "badge", "aria-label": news }, String(count)) : null);
  }

  function draw({ everyone, unread, current }) {
    const focused = list.contains(document.activeElement);
    keys = [...everyone.keys()];
    shown = current;
    list.replaceChildren(...[...everyone.values()].map((person, index) => tab(person, index, unread.get(person.key) ?? 0)));
    if (focused) document.getElementById(`tab-${current}`)?.focus();
    document.getElementById("phone").setAttribute("aria-labelledby", `tab-${current}`);
    document.getElementById("me").textContent = current === null ? "" : splitLabel(everyone.get(current).label)[0];
  }

  return { draw };
}

// « Claire (coordinatrice) » → her name and her role.
function splitLabel(label) {
  const found = /^(.*?)\s*\((.*)\)$/.exec(label);
  return found ? [found[1], found[2]] : [label, ""];
}

function initials(name) {
  if (/^une? /i.test(name)) return "?";
  return name.split(/\s+/).map((word) => word[0].toUpperCase()).slice(0, 2).join("") || "?";
}
