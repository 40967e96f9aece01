// What is shown before the first message: what will appear here, and how.

import { copyButton } from "./copy.js";
import { el, t } from "./page.js";
import { curl, sendSample } from "./requests.js";

export function drawEmpty(view) {
  if (view.dataset.shows === "empty") return;
  view.dataset.shows = "empty";
  const sample = "+4915123456789";
  const result = el("p", { class: "result", role: "status" });
  const send = el("button", { type: "button", class: "primary" }, t("emptySend"));
  send.addEventListener("click", async () => {
    const answer = await sendSample(sample);
    result.textContent = answer.ok ? "" : answer.text;
    if (answer.ok) location.hash = `#/${sample}`;
  });
  const command = el("pre", { tabindex: "0" }, curl(sample));
  view.replaceChildren(
    el(
      "section",
      { class: "empty" },
      el("span", { class: "digits ghost", "aria-hidden": "true" }, ...[..."······"].map((_, i) => el("span", { class: i === 3 ? "cell middle" : "cell" }))),
      el("h1", {}, t("emptyTitle")),
      el("p", { class: "lead" }, t("emptyText")),
      send,
      result,
      el("p", { class: "quiet" }, t("emptyCurl")),
      el("div", { class: "command" }, command, copyButton(curl(sample), () => command)),
    ),
  );
}
