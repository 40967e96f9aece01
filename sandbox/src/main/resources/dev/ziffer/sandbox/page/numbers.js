// What each number will do, with a button that tries it.

import { copy } from "./copy.js";
import { state } from "./messages.js";
import { back, el, grouped, language, t } from "./page.js";
import { sendSample } from "./requests.js";

export function drawNumbers(view) {
  if (view.dataset.shows === "numbers" || state.numbers.length === 0) return;
  view.dataset.shows = "numbers";
  const to = state.numbers.filter((number) => number.role === "to");
  view.replaceChildren(
    el(
      "section",
      { class: "sheet" },
      el("header", {}, back(), el("h1", {}, t("numbers"))),
      el("p", { class: "lead" }, t("numbersText")),
      ...group("laterTo", to.filter((number) => number.outcome !== "refused")),
      ...group("refusedTo", to.filter((number) => number.outcome === "refused")),
      ...group("senders", state.numbers.filter((number) => number.role === "from")),
    ),
  );
}

function group(name, numbers) {
  return [el("h2", {}, t(name)), el("p", { class: "quiet" }, t(`${name}Text`)), el("ul", { class: "numbers" }, ...numbers.map(row))];
}

function row(number) {
  const result = el("p", { class: "result", role: "status" });
  return el(
    "li",
    {},
    copyable(number),
    el("span", { class: "what" }, number[language]),
    number.code && !teaches(number) ? el("span", { class: "tag" }, String(number.code)) : el("span"),
    number.role === "to" ? tryButton(number.number, result) : el("span"),
    result,
  );
}

/** Whether a number is +1 500 55 and its own error. */
function teaches({ number, code }) {
  return number === `+150055${code}`;
}

function copyable(number) {
  const shown = teaches(number) ? ["+1 500 55 ", el("b", {}, String(number.code))] : [grouped(number.number)];
  const button = el("button", { type: "button", class: "number", title: t("copy") }, ...shown);
  button.addEventListener("click", () => copy(number.number, button));
  return button;
}

function tryButton(number, result) {
  const button = el("button", { type: "button", class: "plain", "aria-label": t("tryLabel", { number: grouped(number) }) }, t("try"));
  button.addEventListener("click", async () => {
    const answer = await sendSample(number);
    result.textContent = answer.text;
    result.classList.toggle("bad", !answer.ok);
    if (answer.ok) location.hash = `#/${number}`;
  });
  return button;
}
