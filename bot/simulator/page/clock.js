// The clock of the trial: shown each second, moved by three buttons.

import * as api from "./api.js";
import * as time from "./time.js";

const find = (id) => document.getElementById(id);

export function shownClock({ toast, newDay }) {
  function show() {
    const now = time.shownNow();
    find("clock-hour").textContent = now.hour;
    find("clock-hour").dateTime = now.iso;
    find("clock-day").textContent = now.day;
    find("clock-short").textContent = now.short;
  }

  function move(clock) {
    const before = time.shownNow().day;
    time.setClock(clock);
    show();
    if (before !== time.shownNow().day) newDay();
  }

  for (const button of document.querySelectorAll("[data-advance]")) {
    button.addEventListener("click", async () => {
      button.disabled = true;
      try { move(await api.advance(button.dataset.advance)); } catch (problem) { toast(problem.message); }
      button.disabled = false;
      if (document.activeElement === document.body) button.focus(); // a disabled button loses it
    });
  }
  setInterval(show, 1000);
  return { move };
}
