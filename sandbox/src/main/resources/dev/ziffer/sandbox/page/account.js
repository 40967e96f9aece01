// The account: the form that sets what Twilio decides about it.

import { state } from "./messages.js";
import { back, el, t } from "./page.js";
import { resetAccount, setAccount } from "./requests.js";

const statuses = ["active", "suspended", "closed"];
const types = ["Full", "Trial"];
const campaigns = ["PENDING", "IN_PROGRESS", "VERIFIED", "FAILED", "SUSPENDED"];
const tollFree = ["PENDING_REVIEW", "IN_REVIEW", "TWILIO_APPROVED", "TWILIO_REJECTED"];

// Stays when the form is drawn anew for what it says.
const result = el("p", { class: "result", role: "status" });

export function drawAccount(view) {
  // What somebody is typing stands; otherwise the form follows the account.
  const shows = `account ${JSON.stringify(state.account)}`;
  const open = view.querySelector(".account");
  if (view.dataset.shows === shows || (open && view.contains(document.activeElement))) return;
  view.dataset.shows = shows;
  if (!open) result.textContent = "";
  const { account } = state;
  view.replaceChildren(
    el(
      "section",
      { class: "sheet" },
      el("header", {}, back(), el("h1", {}, t("account"))),
      el("p", { class: "lead" }, t("accountText")),
      el(
        "form",
        { class: "fault account", on: { submit } },
        el("fieldset", {}, el("legend", {}, t("accountStatus")), ...statuses.map(status)),
        el(
          "div",
          { class: "fields" },
          select("type", t("accountType"), types, account.type),
          field("balance", t("balance"), account.balance, { inputmode: "decimal" }),
          field("verified", t("verified"), account.verified.join(", "), { placeholder: "+4915123456789", autocomplete: "off" }),
          select("campaign", t("campaign"), campaigns, account.campaign),
          select("tollfree", t("tollfree"), tollFree, account.tollfree),
        ),
        el("div", { class: "actions" }, el("button", { type: "submit", class: "primary" }, t("setAccount")), el("button", { type: "button", class: "plain", on: { click: reset } }, t("resetAccount")), result),
      ),
    ),
  );
}

async function submit(event) {
  event.preventDefault();
  say(await setAccount(new FormData(event.target)), "accountSet");
}

async function reset(event) {
  // The form is to follow what comes of it, also where somebody has typed.
  event.target.blur();
  delete document.getElementById("view").dataset.shows;
  say(await resetAccount(), "accountReset");
}

function say(answer, done) {
  result.textContent = answer.ok ? t(done) : answer.text;
  result.classList.toggle("bad", !answer.ok);
}

function status(name) {
  return el("label", { class: "choice" }, el("input", { type: "radio", name: "status", value: name, checked: name === state.account.status }), el("span", {}, t(`account_${name}`)));
}

function field(name, label, value, attributes) {
  return el("label", {}, el("span", {}, label), el("input", { name, value, ...attributes }));
}

function select(name, label, values, chosen) {
  const choices = values.map((value) => el("option", { value, selected: value === chosen }, t(`account_${value}`)));
  return el("label", {}, el("span", {}, label), el("select", { name }, ...choices));
}
