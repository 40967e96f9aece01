// One phone's conversation: bubbles, codes, what became of them, and the reply.

import { ends, fate } from "./fate.js";
import { phrase, reply, state, step, testNumber } from "./messages.js";
import { back, copy, copyButton, el, grouped, language, say, seconds, t, time } from "./page.js";

/** Draws the conversation of a phone into the view. */
export function drawConversation(view, phone, messages) {
  if (view.dataset.shows !== phone) build(view, phone);
  const log = view.querySelector(".log");
  const stays = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  fill(log, messages);
  view.querySelector(".about").textContent = about(phone);
  view.querySelector(".about").classList.toggle("warn", state.stopped.has(phone));
  drawReply(view, messages);
  view.querySelector(".fate").replaceChildren(...fate(messages));
  if (stays) log.scrollTop = log.scrollHeight;
}

function build(view, phone) {
  view.dataset.shows = phone;
  const field = el("input", { name: "body", maxlength: 1600, autocomplete: "off", "aria-label": t("replyHint"), placeholder: t("replyHint") });
  const answer = async (text) => {
    if (!text.trim()) return;
    const response = await reply(phone, text);
    if (response.ok) field.value = "";
    else say(await response.text());
  };
  const word = (keyword) => el("button", { type: "button", class: "chip", on: { click: () => answer(keyword) } }, keyword);
  view.replaceChildren(
    el(
      "div",
      { class: "conversation" },
      el(
        "section",
        { class: "phone", "aria-label": grouped(phone) },
        el(
          "header",
          {},
          back(),
          el("div", {}, el("h1", {}, grouped(phone)), el("p", { class: "about" })),
          copyButton(t("copy"), phone),
        ),
        el("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0", "aria-label": grouped(phone) }),
        el(
          "form",
          { class: "reply", on: { submit: (event) => { event.preventDefault(); answer(field.value); } } },
          field,
          word("STOP"),
          word("START"),
          el("button", { type: "submit" }, t("send")),
        ),
        el("p", { class: "never quiet", hidden: true }, t("replyNever")),
      ),
      el("aside", { class: "fate" }),
    ),
  );
}

function about(phone) {
  if (state.stopped.has(phone)) return t("stopped");
  return testNumber(phone)?.[language] ?? t("ordinary");
}

/** Adds what is new and changes what has advanced, so that nothing that stands is read out again. */
function fill(log, messages) {
  const ids = new Set(messages.map((message) => message.id));
  const items = new Map([...log.children].map((item) => [item.dataset.id, item]));
  for (const [id, item] of items) if (!ids.has(id)) item.remove();
  const newestCode = messages.findLast((message) => message.code && arrives(message));
  for (const message of messages) {
    let item = items.get(message.id);
    if (!item || item.dataset.body !== message.body) {
      const fresh = bubble(message);
      if (item) item.replaceWith(fresh);
      else log.append(fresh);
      item = fresh;
    }
    item.classList.toggle("newest", message === newestCode);
    drawState(item.querySelector(".meta"), message);
  }
}

function arrives(message) {
  return !["undelivered", "failed"].includes(message.journey.at(-1).status);
}

function bubble(message) {
  if (!message.journey) {
    return el(
      "div",
      { class: "item refused", "data-id": message.id, "data-body": message.body },
      el("p", { class: "bubble" }, el("strong", {}, `${t("refused")} · ${message.error} `), phrase(message.error) || message.text),
      el("p", { class: "meta" }),
    );
  }
  const inbound = message.direction === "inbound";
  return el(
    "div",
    { class: inbound ? "item mine" : "item", "data-id": message.id, "data-body": message.body },
    el("p", { class: "bubble" }, ...withCode(message)),
    message.code && !inbound ? cells(message.code) : null,
    el("p", { class: "meta" }),
  );
}

/** The text with its code as a button that copies it. */
function withCode(message) {
  if (!message.body) return [el("em", {}, t("redacted"))];
  if (!message.code || message.direction === "inbound") return [message.body];
  const at = message.body.search(new RegExp(`(?<!\\d)${message.code}(?!\\d)`));
  const button = el("button", { type: "button", class: "code", title: t("copyCode") }, message.code);
  button.addEventListener("click", () => copy(message.code, button));
  return [message.body.slice(0, at), button, message.body.slice(at + message.code.length)];
}

/** The code as large digits, the whole of it one button. */
function cells(code) {
  const label = el("span", { class: "label" }, t("copyCode"));
  const middle = Math.ceil(code.length / 2);
  const digits = [...code].map((digit, i) => el("span", { class: i === middle ? "cell middle" : "cell" }, digit));
  const button = el(
    "button",
    { type: "button", class: "cells", "aria-label": `${t("copyCode")} ${code}` },
    el("span", { class: code.length > 6 ? "digits long" : "digits", "aria-hidden": "true" }, ...digits),
    label,
  );
  button.addEventListener("click", () => copy(code, button, label));
  return button;
}

function drawState(meta, message) {
  const current = message.journey ? step(message) : { status: "refused", at: message.created };
  const key = `${current.status}${current.at}`;
  if (meta.dataset.key === key) return;
  meta.dataset.key = key;
  const parts = [el("time", {}, time(message.created))];
  if (message.direction !== "inbound") {
    parts.push(el("span", { class: `dot ${ends[current.status] ?? "going"}` }), sentence(message, current));
  }
  meta.replaceChildren(...parts);
}

function sentence(message, current) {
  const took = current.at - message.created;
  const error = current.error ? ` · ${current.error} ${phrase(current.error)}` : "";
  return `${t(current.status)}${error}${took > 0 && !error ? ` · ${seconds(took)}` : ""}`;
}

function drawReply(view, messages) {
  const newest = messages.findLast((message) => message.sender);
  const possible = messages.some((message) => message.sender?.startsWith("+"));
  view.querySelector(".reply").hidden = !possible;
  view.querySelector(".never").hidden = possible || !newest;
}
