// What became of a message or a request: beside the phone in wide windows, to be opened below it in others.

import { incident, phrase, step } from "./messages.js";
import { el, grouped, seconds, t, write } from "./page.js";

/** Whether a status is a good or a bad end; the others are on the way. */
export const ends = { delivered: "good", undelivered: "bad", failed: "bad" };

const wide = matchMedia("(min-width: 1181px)");
wide.addEventListener("change", () => {
  const panel = document.querySelector(".fate");
  if (panel) unfold(panel);
});

function unfold(panel) {
  panel.open = wide.matches;
  panel.querySelector("summary").tabIndex = wide.matches ? -1 : 0;
}

export function buildFate() {
  const panel = el(
    "details",
    { class: "fate", "aria-label": t("timeline") },
    el("summary", {}, el("h2", {}, t("timeline")), el("span", { class: "short" })),
    el("div", { class: "whole" }),
  );
  unfold(panel);
  return panel;
}

/** Tells the way of a message, or why a request came to nothing. */
export function drawFate(view, message) {
  const panel = view.querySelector(".fate");
  panel.hidden = !message;
  if (!message) return;
  write(panel.querySelector(".short"), short(message));
  const key = message.id + (message.journey ? step(message).status : "");
  if (panel.dataset.key === key) return;
  panel.dataset.key = key;
  panel.querySelector(".whole").replaceChildren(...(message.journey ? way(message) : request(message)));
}

function short(message) {
  if (message.journey) return `${t(step(message).status)} · ${grouped(message.sender)}`;
  return message.error ? `${t("refused")} · ${message.error}` : incident(message);
}

function way(message) {
  const current = step(message);
  const steps = message.journey.map((each) => {
    const done = each.at <= current.at;
    const kind = done ? ends[each.status] ?? "good" : "going";
    return el(
      "li",
      { class: each === current ? "now" : done ? "past" : "ahead" },
      el("span", { class: `dot ${kind}` }),
      el("span", {}, each.error ? `${t(each.status)} · ${each.error}` : t(each.status)),
      el("span", { class: "took" }, done ? seconds(each.at - message.created) : ""),
    );
  });
  const inbound = message.direction === "inbound";
  return [
    el("ol", {}, ...steps),
    facts([t(inbound ? "to" : "from"), grouped(message.sender)], [t("segments"), String(message.segments)], ["SID", message.id, "sid"]),
  ];
}

function request(message) {
  const line = message.error ? `${t("refused")} · ${message.error}` : incident(message);
  return [
    el("ol", {}, el("li", { class: "now" }, el("span", { class: message.error ? "dot bad" : "dot warn" }), el("span", {}, line))),
    message.error ? el("p", { class: "why" }, phrase(message.error) || message.text) : null,
    el("p", { class: "why" }, t(message.stored ? "stored" : "notStored")),
    facts([t("httpStatus"), message.answered ? String(message.answered) : t("none")]),
  ].filter(Boolean);
}

function facts(...pairs) {
  return el("dl", {}, ...pairs.flatMap(([name, value, kind]) => [el("dt", {}, name), el("dd", { class: kind }, value)]));
}
