// Forgetting everything, after a question.

import { changes, state } from "./messages.js";
import { write } from "./page.js";
import { clearMessages } from "./requests.js";

const opener = document.getElementById("forget");
const dialog = document.getElementById("forget-dialog");
const failure = document.getElementById("forget-failure");

changes.addEventListener("change", () => (opener.hidden = state.messages.size === 0 && state.stopped.size === 0));
opener.addEventListener("click", () => {
  write(failure, "");
  dialog.showModal();
});
document.getElementById("forget-not").addEventListener("click", () => dialog.close());
document.getElementById("forget-all").addEventListener("click", async () => {
  const answer = await clearMessages();
  write(failure, answer.text);
  if (answer.ok) dialog.close();
});
