// What the page asks of the sandbox. Every answer is { ok, text }, also when none comes.

import { phrase } from "./messages.js";
import { t } from "./page.js";

const zeros = "0".repeat(32);
const account = `AC${zeros}`;

async function ask(path, options, words) {
  try {
    const answer = await fetch(path, options);
    return { ok: answer.ok, text: words ? words(answer.status, await answer.json()) : answer.ok ? "" : await answer.text() };
  } catch {
    return { ok: false, text: t("noAnswer") };
  }
}

/** Sends a message with a made-up code through Twilio's API, faults included. */
export function sendSample(to) {
  const code = String(Math.floor(Math.random() * 1e6)).padStart(6, "0");
  const form = { To: to, MessagingServiceSid: `MG${zeros}`, Body: t("sampleBody", { code }), ValidityPeriod: 10 };
  return ask(
    `/2010-04-01/Accounts/${account}/Messages.json`,
    { method: "POST", headers: { Authorization: `Basic ${btoa(`${account}:${zeros}`)}` }, body: new URLSearchParams(form) },
    (status, body) => t("answered", { status: body.code ? `${status} · ${body.code} ${phrase(body.code)}`.trim() : `${status} ${body.status}` }),
  );
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
  return ask(`/phones/${phone.slice(1)}/replies`, { method: "POST", body: new URLSearchParams({ body }) });
}

export function setFault(form) {
  return ask("/faults", { method: "PUT", body: new URLSearchParams(form) });
}

export function clearFault() {
  return ask("/faults", { method: "DELETE" });
}

export function setAccount(form) {
  return ask("/account", { method: "PUT", body: new URLSearchParams(form) });
}

export function resetAccount() {
  return ask("/account", { method: "DELETE" });
}

export function clearMessages() {
  return ask("/messages", { method: "DELETE" });
}
