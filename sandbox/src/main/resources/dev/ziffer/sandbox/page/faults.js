// Faults: the form that sets them.

import { faulty, state } from "./messages.js";
import { back, el, t } from "./page.js";
import { setFault } from "./requests.js";

const kinds = ["too_many_requests", "server_error", "server_error_after_accept", "drop_before_accept", "drop_after_accept", "none"];
const callbacks = ["none", "duplicated", "reordered", "late"];

export function drawFaults(view) {
  // What somebody is typing stands; otherwise the form follows the fault.
  const shows = `faults ${JSON.stringify(state.fault)}`;
  if (view.dataset.shows === shows || (view.querySelector(".fault") && view.contains(document.activeElement))) return;
  view.dataset.shows = shows;
  const result = el("p", { class: "result", role: "status" });
  const submit = async (event) => {
    event.preventDefault();
    const answer = await setFault(new FormData(event.target));
    result.textContent = answer.ok ? t("setDone") : answer.text;
    result.classList.toggle("bad", !answer.ok);
  };
  view.replaceChildren(
    el(
      "section",
      { class: "sheet" },
      el("header", {}, back(), el("h1", {}, t("faults"))),
      el("p", { class: "lead" }, t("faultsText")),
      el(
        "form",
        { class: "fault", on: { submit } },
        el("fieldset", {}, el("legend", {}, t("faultKind")), ...kinds.map(kind), el("p", { class: "quiet" }, t("repeats"))),
        el(
          "div",
          { class: "fields" },
          select("requests", t("faultWho"), [["send", t("requests_send")], ["all", t("requests_all")]]),
          field("latency", t("latency"), { value: state.fault.latency, min: 0, max: 60000 }),
          field("percent", t("percent"), { value: state.fault.percent ?? 100, min: 0, max: 100 }),
          field("next", t("next"), { value: state.fault.next ?? "", min: 1, placeholder: t("nextHint") }),
          field("status", t("status"), { value: state.fault.status ?? 503, min: 500, max: 599 }),
          select("callbacks", t("callbacks"), callbacks.map((name) => [name, t(`callbacks_${name}`)])),
          field("lateness", t("lateness"), { value: state.fault.lateness ?? 10000, min: 0, max: 600000 }),
        ),
        el("div", { class: "actions" }, el("button", { type: "submit", class: "primary" }, t("setFault")), result),
      ),
    ),
  );
}

function kind(name) {
  const chosen = name === (faulty(state.fault) ? state.fault.fault : kinds[0]);
  return el("label", { class: "choice" }, el("input", { type: "radio", name: "fault", value: name, checked: chosen }), el("span", {}, t(`fault_${name}`)));
}

function field(name, label, attributes) {
  return el("label", {}, el("span", {}, label), el("input", { name, type: "number", inputmode: "numeric", ...attributes }));
}

function select(name, label, options) {
  const choices = options.map(([value, text]) => el("option", { value, selected: state.fault[name] === value }, text));
  return el("label", {}, el("span", {}, label), el("select", { name }, ...choices));
}
