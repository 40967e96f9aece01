// The line by which the page hears what happens. A browser has six connections to a host, for all of its tabs: a tab
// that nobody looks at gives its line back.

import { changed, listeners, state } from "./messages.js";

const unseenMillis = 30_000;
const retryMillis = 3_000;
let source;
let timer;

function open() {
  clearTimeout(timer);
  source = new EventSource("/events");
  for (const [event, listener] of Object.entries(listeners)) {
    source.addEventListener(event, (message) => listener(JSON.parse(message.data)));
  }
  source.addEventListener("error", broken);
}

function close() {
  source?.close();
  source = undefined;
}

/** The browser connects again by itself after a broken connection, but not after an answer that is an error. */
async function broken() {
  const failed = source;
  const refused = failed?.readyState === EventSource.CLOSED;
  const link = refused && (await answers()) ? "full" : "lost";
  if (failed === undefined || failed !== source || failed.readyState === EventSource.OPEN) return;
  state.link = link;
  changed();
  if (refused && document.hidden) close();
  else if (refused) timer = setTimeout(open, retryMillis);
}

async function answers() {
  try {
    return (await fetch("/health")).ok;
  } catch {
    return false;
  }
}

function seen() {
  clearTimeout(timer);
  if (document.hidden) timer = setTimeout(close, unseenMillis);
  else if (source?.readyState !== EventSource.OPEN) {
    close();
    open();
  }
}

document.addEventListener("visibilitychange", seen);
if (!document.hidden) open();
