// The page: shows what its address names, and again whenever something happens.

import { drawConversation } from "./conversation.js";
import { drawEmpty } from "./empty.js";
import { drawFaults } from "./faults.js";
import { changes, conversations, now, state } from "./messages.js";
import { drawNumbers } from "./numbers.js";
import { grouped, say, t } from "./page.js";
import { drawPhones } from "./phones.js";

const view = document.getElementById("view");
const small = matchMedia("(max-width: 760px)");
let timer;

/** What the address names: "numbers", "faults", a phone, or "" for the newest. */
function place() {
  return decodeURIComponent(location.hash.replace(/^#\/?/, ""));
}

function draw() {
  const named = place();
  const all = conversations();
  const phone = named || all[0]?.phone;
  const messages = all.find((each) => each.phone === phone)?.messages;
  document.body.classList.toggle("inside", named !== "");
  document.body.classList.toggle("nothing", all.length === 0);
  const sheet = named === "numbers" || named === "faults";
  const listOnly = named === "" && small.matches;
  drawPhones(sheet || listOnly ? null : phone);
  for (const link of document.querySelectorAll(".more a[href^='#']")) {
    if (link.hash === `#/${named}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.getElementById("other-language").hash = location.hash;
  if (named === "numbers") drawNumbers(view);
  else if (named === "faults") drawFaults(view);
  else if (messages) drawConversation(view, phone, messages);
  else drawEmpty(view);
  wake();
}

/** Draws again when the next message advances. */
function wake() {
  clearTimeout(timer);
  const next = Math.min(
    ...[...state.messages.values()].flatMap((message) => (message.journey ?? []).map((step) => step.at).filter((at) => at > now())),
  );
  if (Number.isFinite(next)) timer = setTimeout(draw, Math.min(next - now() + 5, 60_000));
}

let planned = false;

/** However much happens at once, the page is drawn once for each frame. */
function plan() {
  if (planned) return;
  planned = true;
  requestAnimationFrame(() => {
    planned = false;
    draw();
  });
}

changes.addEventListener("change", plan);
// In the open conversation the log itself is read out.
changes.addEventListener("arrival", ({ detail }) => {
  if (detail.phone !== view.dataset.shows) say(t("arrived", { number: grouped(detail.phone) }));
});
changes.addEventListener("connection", () => (document.getElementById("lost").hidden = state.connected));
window.addEventListener("hashchange", () => {
  draw();
  if (place() !== "") document.getElementById("main").focus({ preventScroll: true });
});
