// The list of phones on the left.

import { changes, conversations, phrase, step } from "./messages.js";
import { el, grouped, t, time } from "./page.js";

const list = document.getElementById("phones");
const none = document.getElementById("no-phones");
const unread = new Set();

changes.addEventListener("arrival", ({ detail }) => unread.add(detail.phone));

/** Draws the list again; `current` is the phone whose conversation is open. */
export function drawPhones(current) {
  const focused = document.activeElement?.closest("#phones a")?.getAttribute("href");
  const all = conversations();
  unread.delete(current);
  none.hidden = all.length > 0;
  list.replaceChildren(...all.map(({ phone, messages }) => row(phone, messages, phone === current)));
  if (focused) list.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
}

function row(phone, messages, open) {
  const last = messages.at(-1);
  return el(
    "li",
    {},
    el(
      "a",
      { href: `#/${phone}`, "aria-current": open ? "page" : false, class: unread.has(phone) ? "unread" : false },
      el("span", { class: "number" }, grouped(phone)),
      el("time", {}, time(last.created)),
      el("span", { class: "snippet" }, snippet(last)),
      state(last),
    ),
  );
}

function snippet(message) {
  if (!message.journey) return `${t("refused")}: ${phrase(message.error) || message.text}`;
  return message.body || t("redacted");
}

function state(message) {
  const error = message.error ?? step(message).error;
  return error ? el("span", { class: "tag bad" }, String(error)) : el("span", { class: "new", "aria-hidden": "true" });
}
