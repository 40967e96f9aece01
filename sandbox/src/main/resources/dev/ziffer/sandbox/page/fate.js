// What became of a message.

import { step } from "./messages.js";
import { el, grouped, seconds, t } from "./page.js";

/** Whether a status is a good or a bad end; the others are on the way. */
export const ends = { delivered: "good", undelivered: "bad", failed: "bad", refused: "bad" };

/** The way of the newest message, step by step. */
export function fate(messages) {
  const message = messages.findLast((each) => each.direction === "outbound-api");
  if (!message) return [];
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
  return [
    el("h2", {}, t("timeline")),
    el("ol", {}, ...steps),
    el(
      "dl",
      {},
      el("dt", {}, t("from")), el("dd", {}, grouped(message.sender)),
      el("dt", {}, t("segments")), el("dd", {}, String(message.segments)),
      el("dt", {}, "SID"), el("dd", { class: "sid" }, message.id),
    ),
  ];
}
