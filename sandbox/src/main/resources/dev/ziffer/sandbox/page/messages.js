// What the sandbox knows, kept up to date by its events, and what can be asked of it.

import { language, t } from "./page.js";

/** Tells of "change" (something about messages or the fault), "arrival" (a message or refusal that is new) and "connection". */
export const changes = new EventTarget();

export const state = { messages: new Map(), stopped: new Set(), numbers: [], fault: { fault: "none", latency: 0 }, connected: true };

const zeros = "0".repeat(32);
const account = `AC${zeros}`;
let clockAhead = 0;

/** The sandbox's time. */
export function now() {
  return Date.now() + clockAhead;
}

/** Where a message is on its way at the moment. */
export function step(message) {
  return message.journey.findLast((each) => each.at <= now()) ?? message.journey[0];
}

/** Messages and refusals by phone, in order of time; the phone that was written to last comes first. */
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

export function testNumber(phone) {
  return state.numbers.find((each) => each.number === phone && each.role === "to");
}

/** What an error means, in the words of the number that leads to it. */
export function phrase(code) {
  const number = state.numbers.find((each) => each.code === code);
  return number ? number[language].replace(/^[^:]*: /, "") : "";
}

function keep(message) {
  state.messages.set(message.id, message);
  // As many as the sandbox sends to a page that opens.
  if (state.messages.size > 700) state.messages.delete(state.messages.keys().next().value);
}

function changed(event = "change", detail = null) {
  changes.dispatchEvent(new CustomEvent(event, { detail }));
}

function arrived(message) {
  const known = state.messages.has(message.id);
  keep(message);
  changed();
  if (!known) changed("arrival", message);
}

const listeners = {
  state(all) {
    clockAhead = all.now - Date.now();
    state.messages = new Map([...all.messages, ...all.incidents].map((message) => [message.id, message]));
    state.stopped = new Set(all.stopped);
    state.numbers = all.numbers;
    state.fault = all.fault;
    state.connected = true;
    changed("connection");
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
  fault(fault) {
    state.fault = fault;
    changed();
  },
};

/** The browser connects again by itself after a broken connection, but not after an answer that is an error. */
function connect() {
  const source = new EventSource("/events");
  for (const [event, listener] of Object.entries(listeners)) {
    source.addEventListener(event, (message) => listener(JSON.parse(message.data)));
  }
  source.addEventListener("error", () => {
    state.connected = false;
    changed("connection");
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 3000);
  });
}

connect();

/** Sends a message with a made-up code through Twilio's API, faults included; says how it was answered. */
export async function sendSample(to) {
  const code = String(Math.floor(Math.random() * 1e6)).padStart(6, "0");
  const form = new URLSearchParams({ To: to, MessagingServiceSid: `MG${zeros}`, Body: t("sampleBody", { code }), ValidityPeriod: 10 });
  try {
    const answer = await fetch(`/2010-04-01/Accounts/${account}/Messages.json`, {
      method: "POST",
      headers: { Authorization: `Basic ${btoa(`${account}:${zeros}`)}` },
      body: form,
    });
    const body = await answer.json();
    return answer.ok
      ? { ok: true, text: t("answered", { status: `${answer.status} ${body.status}` }) }
      : { ok: false, text: `${t("answered", { status: answer.status })} · ${body.code} ${phrase(body.code)}`.trim() };
  } catch {
    return { ok: false, text: t("noAnswer") };
  }
}

/** A command for a terminal that does what the sample does. */
export function curl(to) {
  return [
    `curl ${location.origin}/2010-04-01/Accounts/${account}/Messages.json \\`,
    `  -u ${account}:${zeros} \\`,
    `  --data-urlencode To=${to} \\`,
    `  -d MessagingServiceSid=MG${zeros} \\`,
    `  -d "Body=${t("sampleBody", { code: "123456" })}"`,
  ].join("\n");
}

export function reply(phone, body) {
  return fetch(`/phones/${phone.slice(1)}/replies`, { method: "POST", body: new URLSearchParams({ body }) });
}

export function setFault(form) {
  return fetch("/faults", { method: "PUT", body: new URLSearchParams(form) });
}

export function clearFault() {
  return fetch("/faults", { method: "DELETE" });
}

export function clearMessages() {
  return fetch("/messages", { method: "DELETE" });
}
