// What the sandbox knows, kept up to date by its events, and what can be asked of it.

import { language, t } from "./page.js";

/** Tells of "change" (anything), and of "arrival" (a message or incident that is new). */
export const changes = new EventTarget();

/** `link` is "open", "lost" when the sandbox does not answer, "full" when it has no place for this page. */
export const state = {
  loaded: false,
  messages: new Map(),
  stopped: new Set(),
  numbers: [],
  fault: { fault: "none", latency: 0, callbacks: "none" },
  account: { status: "active", type: "Full", balance: "", verified: [], campaign: "", tollfree: "" },
  link: "open",
};

let clockAhead = 0;

/** The sandbox's time. */
export function now() {
  return Date.now() + clockAhead;
}

/** Where a message is on its way at the moment. */
export function step(message) {
  return message.journey.findLast((each) => each.at <= now()) ?? message.journey[0];
}

const badEnds = ["undelivered", "failed"];

/** Whether a message will reach the phone. */
export function arrives(message) {
  return Boolean(message.journey) && !badEnds.includes(message.journey.at(-1).status);
}

/** Whether it is certain by now that a message did not reach the phone. */
export function lost(message) {
  return Boolean(message.journey) && badEnds.includes(step(message).status);
}

/** Messages and incidents by phone, in order of time; the phone that was written to last comes first. */
export function conversations() {
  const phones = new Map();
  for (const message of [...state.messages.values()].sort((a, b) => (a.order < b.order ? -1 : 1))) {
    const all = phones.get(message.phone) ?? [];
    all.push(message);
    phones.delete(message.phone);
    phones.set(message.phone, all);
  }
  return [...phones].reverse().map(([phone, messages]) => ({ phone, messages }));
}

/** Whether a fault is one. */
export function faulty({ fault, latency, callbacks }) {
  return fault !== "none" || latency > 0 || callbacks !== "none";
}

export function testNumber(phone) {
  return state.numbers.find((each) => each.number === phone && each.role === "to");
}

/** What an error means, in the words of the number that leads to it. */
export function phrase(code) {
  const number = state.numbers.find((each) => each.code === code);
  return number ? number[language].replace(/^[^:]*: /, "") : "";
}

/** What went wrong with a request, in one line. */
export function incident(request) {
  if (request.error) return `${t("refused")}: ${phrase(request.error) || request.text}`;
  return request.answered ? t("faultAnswered", { status: request.answered }) : t("faultDropped");
}

export function changed(event = "change", detail = null) {
  changes.dispatchEvent(new CustomEvent(event, { detail }));
}

function keep(message) {
  state.messages.set(message.id, message);
  // As many as the sandbox sends to a page that opens.
  if (state.messages.size > 700) state.messages.delete(state.messages.keys().next().value);
}

function arrived(message) {
  const known = state.messages.has(message.id);
  keep(message);
  if (!known) changed("arrival", message);
  changed();
}

/** What to do at each of the sandbox's events. */
export const listeners = {
  state(all) {
    clockAhead = all.now - Date.now();
    const known = state.messages;
    const missed = [...all.messages, ...all.incidents].filter((message) => state.loaded && !known.has(message.id));
    state.messages = new Map([...all.messages, ...all.incidents].map((message) => [message.id, message]));
    state.stopped = new Set(all.stopped);
    state.numbers = all.numbers;
    state.fault = all.fault;
    state.account = all.account;
    state.link = "open";
    state.loaded = true;
    for (const message of missed) changed("arrival", message);
    changed();
  },
  message: arrived,
  incident: arrived,
  removed({ id }) {
    state.messages.delete(id);
    changed();
  },
  stopped({ phone, stopped }) {
    if (stopped) state.stopped.add(phone);
    else state.stopped.delete(phone);
    changed();
  },
  cleared() {
    state.messages.clear();
    state.stopped.clear();
    changed();
  },
  account(account) {
    state.account = account;
    changed();
  },
  fault(fault) {
    state.fault = fault;
    changed();
  },
};
