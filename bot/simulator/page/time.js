// What time the page shows: the simulator's clock, in the zone where people live, in French.

let zone = "Europe/Paris";
let shift = 0; // milliseconds between the simulator's clock and this computer's
let frozenAt = null;

export function setClock(clock) {
  zone = clock.zone;
  shift = clock.timestamp * 1000 - Date.now();
  frozenAt = clock.frozen ? clock.timestamp * 1000 : null;
}

const now = () => new Date(frozenAt ?? Date.now() + shift);
const format = (options) => new Intl.DateTimeFormat("fr-FR", { timeZone: zone, ...options });

// « 14 h 05 », « 9 h »: as French people write hours, with no-break spaces.
export function hour(date) {
  const parts = Object.fromEntries(format({ hour: "numeric", minute: "2-digit", hourCycle: "h23" }).formatToParts(date).map((p) => [p.type, p.value]));
  const minutes = parts.minute === "00" ? "" : `\u00a0${parts.minute}`;
  return `${Number(parts.hour)}\u00a0h${minutes}`;
}

export const dayKey = (date) => format({ year: "numeric", month: "2-digit", day: "2-digit" }).format(date);

// « lundi 23 novembre », with « 1er » for the first of a month.
export function day(date) {
  const words = format({ weekday: "long", day: "numeric", month: "long" }).format(date);
  return words.replace(/ 1 /, " 1er ");
}

export function dayInChat(date) {
  if (dayKey(date) === dayKey(now())) return "aujourd’hui";
  return day(date);
}

export const stamp = (seconds) => new Date(seconds * 1000);
export const shownNow = () => ({ hour: hour(now()), day: day(now()), short: format({ weekday: "short", day: "numeric" }).format(now()), iso: now().toISOString() });
