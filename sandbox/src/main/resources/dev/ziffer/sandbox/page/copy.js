// Copying by a click.

import { el, say, t } from "./page.js";

const timers = new WeakMap();

/**
 * Copies a text. The button is coloured for a moment and its label, if it has one apart from the text, says so; where
 * the browser does not allow it, `source` is selected for the reader's own copying.
 */
export async function copy(value, button, { label, source = () => button } = {}) {
  let outcome = "copied";
  try {
    await navigator.clipboard.writeText(value);
  } catch {
    outcome = "selected";
    getSelection().selectAllChildren(source());
  }
  button.classList.toggle("done", outcome === "copied");
  say(t(outcome === "copied" ? "copied" : "notCopied"));
  if (label) {
    label.dataset.rests ??= label.textContent;
    label.textContent = t(outcome);
  }
  clearTimeout(timers.get(button));
  timers.set(button, setTimeout(() => {
    button.classList.remove("done");
    if (label) label.textContent = label.dataset.rests;
  }, 1600));
}

/** A button beside what it copies. */
export function copyButton(value, source) {
  const button = el("button", { type: "button", class: "plain" }, t("copy"));
  button.addEventListener("click", () => copy(value, button, { label: button, source }));
  return button;
}
