// One phone's conversation: who it is, what it got, and the reply.

import { copyButton } from "./copy.js";
import { buildFate, drawFate } from "./fate.js";
import { buildLog, drawLog } from "./log.js";
import { state, testNumber } from "./messages.js";
import { back, el, grouped, language, t, write } from "./page.js";
import { buildReply, drawReply } from "./reply.js";

let chosen;

/** Draws the conversation of a phone into the view. */
export function drawConversation(view, phone, messages) {
  if (view.dataset.shows !== phone) build(view, phone);
  const about = view.querySelector(".about");
  write(about, describe(phone));
  about.classList.toggle("warn", state.stopped.has(phone));
  const shown = messages.find((message) => message.id === chosen) ?? messages.findLast((message) => message.direction !== "inbound");
  drawLog(view, messages, shown);
  drawReply(view, phone, messages);
  drawFate(view, shown);
}

function build(view, phone) {
  view.dataset.shows = phone;
  chosen = undefined;
  const name = el("h1", {}, grouped(phone));
  const choose = (id) => {
    chosen = id;
    view.querySelector(".fate").open = true;
    drawConversation(view, phone, [...state.messages.values()].filter((message) => message.phone === phone).sort((a, b) => (a.order < b.order ? -1 : 1)));
  };
  view.replaceChildren(
    el(
      "div",
      { class: "conversation" },
      el(
        "section",
        { class: "phone", "aria-label": grouped(phone) },
        el("header", {}, back(), el("div", {}, name, el("p", { class: "about" })), phone === "?" ? null : copyButton(phone, () => name)),
        buildLog(phone, choose),
        buildReply(phone),
      ),
      buildFate(),
    ),
  );
}

function describe(phone) {
  if (phone === "?") return t("notANumberText");
  if (state.stopped.has(phone)) return t("stopped");
  return testNumber(phone)?.[language] ?? t("ordinary");
}
