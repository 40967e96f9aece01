// A message or an incident as it stands in the log.

import { copy } from "./copy.js";
import { ends } from "./fate.js";
import { arrives, incident, lost, phrase, step } from "./messages.js";
import { el, seconds, t, time } from "./page.js";

/** Builds an item of the log. */
export function bubble(message) {
  const kind = message.journey ? (message.direction === "inbound" ? "mine" : "got") : message.error ? "refused" : "hit";
  return el(
    "div",
    { class: `item ${kind}`, "data-id": message.id, "data-body": message.body ?? "" },
    el("p", { class: "day", hidden: true }),
    el("p", { class: "from", hidden: true }),
    ...content(message, kind),
    el("div", { class: "meta", "aria-live": "off" }, el("button", { type: "button" })),
  );
}

function content(message, kind) {
  if (kind === "hit") return [];
  if (kind !== "refused") {
    return [el("p", { class: "bubble" }, ...text(message)), message.code && arrives(message) ? cells(message.code) : null];
  }
  return [
    el(
      "p",
      { class: "bubble" },
      el("strong", {}, `${t("refused")} · ${message.error} `),
      phrase(message.error) || message.text,
      message.phone === "?" ? el("span", { class: "given" }, message.to ? t("givenTo", { to: message.to }) : t("noTo")) : null,
    ),
  ];
}

/** The text with its code as a button that copies it, unless the phone never has it. */
function text(message) {
  if (!message.body) return [el("em", {}, t("redacted"))];
  if (!message.code) return [message.body];
  const at = message.body.search(new RegExp(`(?<!\\d)${message.code}(?!\\d)`));
  return [message.body.slice(0, at), code(message), message.body.slice(at + message.code.length)];
}

function code(message) {
  if (!arrives(message)) return el("span", { class: "code" }, message.code);
  const button = el("button", { type: "button", class: "code", title: t("copyCode") }, message.code);
  button.addEventListener("click", () => copy(message.code, button));
  return button;
}

/** The code as large digits, the whole of it one button. */
function cells(value) {
  const label = el("span", { class: "label" }, t("copyCode"));
  const middle = Math.ceil(value.length / 2);
  const digits = [...value].map((digit, i) => el("span", { class: i === middle ? "cell middle" : "cell" }, digit));
  const button = el(
    "button",
    { type: "button", class: "cells", "aria-label": `${t("copyCode")} ${value}` },
    el("span", { class: value.length > 6 ? "digits long" : "digits", "aria-hidden": "true" }, ...digits),
    label,
  );
  const source = () => button.closest(".item").querySelector(".code");
  button.addEventListener("click", () => copy(value, button, { label, source }));
  return button;
}

/** Brings an item up to date; `shown` is whether its fate is what the panel tells. */
export function drawBubble(item, message, shown) {
  item.classList.toggle("lost", lost(message));
  const line = item.querySelector(".meta button");
  line.setAttribute("aria-pressed", String(shown));
  const key = message.journey ? step(message).status : "incident";
  if (line.dataset.key === key) return;
  line.dataset.key = key;
  line.replaceChildren(el("time", {}, time(message.created)), ...sentence(message));
}

function sentence(message) {
  if (message.error || message.direction === "inbound") return [];
  if (!message.journey) return [el("span", { class: "dot warn" }), incident(message)];
  const current = step(message);
  const took = current.at - message.created;
  const error = current.error ? ` · ${current.error} ${phrase(current.error)}` : "";
  return [
    el("span", { class: `dot ${ends[current.status] ?? "going"}` }),
    `${t(current.status)}${error}${took > 0 && !error ? ` · ${seconds(took)}` : ""}`,
  ];
}
