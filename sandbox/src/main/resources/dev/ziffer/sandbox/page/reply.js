// What the phone writes back.

import { state } from "./messages.js";
import { el, t, write } from "./page.js";
import { reply } from "./requests.js";

export function buildReply(phone) {
  const field = el("input", { name: "body", maxlength: 1600, autocomplete: "off", "aria-label": t("replyHint"), placeholder: t("replyHint") });
  const result = el("p", { class: "result bad", role: "status" });
  const answer = async (text) => {
    if (!text.trim()) return;
    const { ok, text: sentence } = await reply(phone, text);
    result.textContent = ok ? "" : sentence;
    if (ok && field.value === text) field.value = "";
  };
  const keyword = el("button", { type: "button", class: "chip" });
  keyword.addEventListener("click", () => answer(keyword.textContent));
  return el(
    "div",
    { class: "answer" },
    el(
      "form",
      { class: "reply", on: { submit: (event) => { event.preventDefault(); answer(field.value); } } },
      field,
      keyword,
      el("button", { type: "submit" }, t("send")),
    ),
    result,
    el("p", { class: "never quiet", hidden: true }, t("replyNever")),
  );
}

/** A name takes no replies; of the keywords the one is offered that changes something. */
export function drawReply(view, phone, messages) {
  const senders = messages.map((message) => message.sender).filter(Boolean);
  const possible = senders.some((sender) => sender.startsWith("+"));
  view.querySelector(".answer").hidden = senders.length === 0;
  view.querySelector(".reply").hidden = !possible;
  view.querySelector(".never").hidden = possible;
  write(view.querySelector(".reply .chip"), state.stopped.has(phone) ? "START" : "STOP");
}
