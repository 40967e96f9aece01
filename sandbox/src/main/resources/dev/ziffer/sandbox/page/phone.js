// The page: shows what its address names, and again whenever something happens.

import { drawAccount } from "./account.js";
import "./banners.js";
import { drawConversation } from "./conversation.js";
import { drawEmpty } from "./empty.js";
import { drawFaults } from "./faults.js";
import "./forget.js";
import "./live.js";
import { changes, conversations, now, state } from "./messages.js";
import { drawNumbers } from "./numbers.js";
import { grouped, say, t } from "./page.js";
import { drawPhones } from "./phones.js";

const view = document.getElementById("view");
const main = document.getElementById("main");
const small = matchMedia("(max-width: 760px)");
let timer;
let planned = false;

/** What the address names: "numbers", "faults", "account", a phone, or "" for the newest. */
function place() {
  return location.hash.match(/^#\/(numbers|faults|account|\?|\+[1-9]\d{6,14})$/)?.[1] ?? "";
}

function draw() {
  if (!state.loaded) return;
  const named = place();
  const all = conversations();
  const sheet = ["numbers", "faults", "account"].includes(named);
  const listOnly = named === "" && small.matches;
  const phone = sheet || listOnly ? null : named || all[0]?.phone;
  document.body.classList.toggle("inside", named !== "");
  document.body.classList.toggle("nothing", all.length === 0);
  drawPhones(phone);
  for (const link of document.querySelectorAll(".more a[href^='#']")) {
    if (link.hash === `#/${named}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.getElementById("other-language").hash = location.hash;
  if (named === "numbers") drawNumbers(view);
  else if (named === "faults") drawFaults(view);
  else if (named === "account") drawAccount(view);
  else if (phone) drawConversation(view, phone, all.find((each) => each.phone === phone)?.messages ?? []);
  else if (all.length === 0) drawEmpty(view);
  else drawNothing();
  wake();
}

/** Behind a list that is shown alone. A log that is filled while it is hidden could not scroll to its end. */
function drawNothing() {
  view.replaceChildren();
  delete view.dataset.shows;
}

/** Draws again when the next message advances. */
function wake() {
  clearTimeout(timer);
  const ahead = [...state.messages.values()].flatMap((message) => message.journey ?? []).map((step) => step.at).filter((at) => at > now());
  if (ahead.length > 0) timer = setTimeout(draw, Math.min(Math.min(...ahead) - now() + 5, 60_000));
}

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
small.addEventListener("change", plan);
document.addEventListener("visibilitychange", plan);
// In the open conversation the log itself is read out.
changes.addEventListener("arrival", ({ detail }) => {
  if (detail.phone !== view.dataset.shows) say(t("arrived", { number: grouped(detail.phone) }));
});
window.addEventListener("hashchange", () => {
  draw();
  if (place() !== "") main.focus({ preventScroll: true });
});
// The address names a conversation; the link must not change it.
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
