// The log of a conversation: bubbles in order of time, days and senders between them, the newest in sight.

import { bubble, drawBubble } from "./bubbles.js";
import { arrives, now } from "./messages.js";
import { day, el, grouped, t, write } from "./page.js";
import { sendSample } from "./requests.js";

/** Builds an empty log; `choose` is told the message whose line is pressed. */
export function buildLog(phone, choose) {
  const log = el("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0", "aria-label": grouped(phone) });
  const pill = el("button", { type: "button", class: "pill", hidden: true }, t("newMessage"));
  const follow = () => (log.scrollTop = log.scrollHeight);
  log.dataset.follows = "";
  log.addEventListener("scroll", () => {
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    log.toggleAttribute("data-follows", atEnd);
    if (atEnd) pill.hidden = true;
  });
  log.addEventListener("click", (event) => {
    const line = event.target.closest(".meta button");
    if (line) choose(line.closest(".item").dataset.id);
  });
  pill.addEventListener("click", () => {
    follow();
    log.focus({ preventScroll: true });
  });
  new ResizeObserver(() => "follows" in log.dataset && follow()).observe(log);
  return el("div", { class: "scroll" }, log, pill, nothingYet(phone));
}

function nothingYet(phone) {
  const result = el("p", { class: "result", role: "status" });
  const send = el("button", { type: "button", class: "primary" }, t("emptySend"));
  send.addEventListener("click", async () => {
    const answer = await sendSample(phone);
    result.textContent = answer.ok ? "" : answer.text;
    result.classList.toggle("bad", !answer.ok);
  });
  return el("div", { class: "yet", hidden: true }, el("p", {}, t("nothingYet")), phone === "?" ? null : send, result);
}

/** Adds what is new and changes what has advanced, so that nothing that stands is read out again. */
export function drawLog(view, messages, shown) {
  const log = view.querySelector(".log");
  const ids = new Set(messages.map((message) => message.id));
  const items = new Map([...log.children].map((item) => [item.dataset.id, item]));
  for (const [id, item] of items) if (!ids.has(id)) item.remove();
  const newestCode = messages.findLast((message) => message.code && arrives(message));
  let before;
  let added = false;
  for (const message of messages) {
    let item = items.get(message.id);
    if (!item || item.dataset.body !== (message.body ?? "")) {
      const fresh = bubble(message);
      if (item) item.replaceWith(fresh);
      else log.append(fresh);
      added ||= !item;
      item = fresh;
    }
    item.classList.toggle("newest", message === newestCode);
    write(item.querySelector(".day"), newDay(message, before));
    write(item.querySelector(".from"), newSender(message, messages));
    drawBubble(item, message, message === shown);
    before = message;
  }
  view.querySelector(".yet").hidden = messages.length > 0;
  log.hidden = messages.length === 0;
  if ("follows" in log.dataset) log.scrollTop = log.scrollHeight;
  else if (added) view.querySelector(".pill").hidden = false;
}

/** The day, where another begins. */
function newDay(message, before) {
  return day(message.created) === day(before?.created ?? now()) ? "" : day(message.created);
}

/** The sender, where it is another than before. */
function newSender(message, messages) {
  if (!message.sender || message.direction === "inbound") return "";
  const before = messages.findLast((each) => each.order < message.order && each.sender && each.direction !== "inbound");
  return before && before.sender !== message.sender ? t("fromSender", { sender: grouped(message.sender) }) : "";
}
