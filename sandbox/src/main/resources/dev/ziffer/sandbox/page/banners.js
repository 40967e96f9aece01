// Above everything: that a fault is on, that the account is not as usual, and that the page hears nothing.

import { changes, faulty, state } from "./messages.js";
import { say, t, write } from "./page.js";
import { clearFault } from "./requests.js";

const fault = document.getElementById("fault-banner");
const failure = document.getElementById("fault-off-failure");
const account = document.getElementById("account-banner");
const silent = document.getElementById("silent");

document.getElementById("fault-off").addEventListener("click", async () => {
  const answer = await clearFault();
  write(failure, answer.text);
  if (answer.ok) say(t("offDone"));
});
changes.addEventListener("change", draw);

function draw() {
  const on = faulty(state.fault);
  fault.hidden = !on;
  document.getElementById("fault-on").hidden = !on;
  document.getElementById("fault-sentence").textContent = on ? describe(state.fault) : "";
  const { status, type } = state.account;
  account.hidden = status === "active" && type === "Full";
  document.getElementById("account-sentence").textContent = t("accountNow", { state: t(status === "active" ? `account_${type}` : `account_${status}`) });
  silent.hidden = state.link === "open";
  if (!silent.hidden) write(document.getElementById("silent-sentence"), t(state.link));
}

function describe(set) {
  const parts = [];
  if (set.fault !== "none") parts.push(t("faultNow", { kind: t(`fault_${set.fault}`) }));
  if (set.latency > 0) parts.push(t("faultDelay", { ms: set.latency }));
  if (set.percent < 100) parts.push(t("faultPercent", { percent: set.percent }));
  if (set.callbacks !== "none") parts.push(t("faultCallbacks", { kind: t(`callbacks_${set.callbacks}`) }));
  if (set.next) parts.push(t("faultNext", { next: set.next }));
  return parts.join(" · ");
}
