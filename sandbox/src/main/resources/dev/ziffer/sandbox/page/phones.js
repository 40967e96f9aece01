// The list of phones on the left, and in the title how much in it is unread.

import { changed, changes, conversations, incident, state, step } from "./messages.js";
import { el, grouped, t, time, write } from "./page.js";

const list = document.getElementById("phones");
const none = document.getElementById("no-phones");
const rows = new Map();
const unread = new Map();
let held = false;

changes.addEventListener("arrival", ({ detail }) => {
  if (detail.direction !== "inbound") unread.set(detail.phone, (unread.get(detail.phone) ?? 0) + 1);
  title();
});

// Rows do not move under a press, else it would end on another one and be no click.
list.addEventListener("pointerdown", () => (held = true));
for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => held && setTimeout(release));

function release() {
  held = false;
  changed();
}

/** Draws the list again; `current` is the phone whose conversation is open. */
export function drawPhones(current) {
  const all = conversations();
  if (!document.hidden) unread.delete(current);
  for (const phone of unread.keys()) if (!all.some((each) => each.phone === phone)) unread.delete(phone);
  title();
  none.hidden = all.length > 0;
  if (held) return;
  const focused = list.contains(document.activeElement) ? document.activeElement : null;
  const phones = new Set(all.map(({ phone }) => phone));
  for (const [phone, row] of rows) {
    if (phones.has(phone)) continue;
    row.item.remove();
    rows.delete(phone);
  }
  all.forEach(({ phone, messages }, place) => {
    if (!rows.has(phone)) rows.set(phone, build(phone));
    const row = rows.get(phone);
    update(row, phone, messages.at(-1), phone === current);
    if (list.children[place] !== row.item) list.insertBefore(row.item, list.children[place] ?? null);
  });
  if (focused?.isConnected) focused.focus({ preventScroll: true });
}

function build(phone) {
  const row = {
    fresh: el("span", { class: "new", hidden: true }, el("span", { class: "unseen" }, t("unread"))),
    time: el("time"),
    snippet: el("span", { class: "snippet" }),
    error: el("span", { class: "tag bad" }),
  };
  row.link = el("a", { href: `#/${phone}` }, row.fresh, el("span", { class: "number" }, grouped(phone)), row.time, row.snippet, row.error);
  row.item = el("li", { "data-phone": phone }, row.link);
  return row;
}

function update(row, phone, last, open) {
  row.link.classList.toggle("unread", unread.has(phone));
  row.fresh.hidden = !unread.has(phone);
  if (open) row.link.setAttribute("aria-current", "page");
  else row.link.removeAttribute("aria-current");
  write(row.time, time(last.created));
  write(row.snippet, last.journey ? last.body || t("redacted") : incident(last));
  write(row.error, String((last.journey ? step(last).error : last.error) ?? ""));
}

function title() {
  const count = [...unread.values()].reduce((sum, each) => sum + each, 0);
  document.title = state.loaded && count > 0 ? `(${count}) ${t("title")}` : t("title");
}
