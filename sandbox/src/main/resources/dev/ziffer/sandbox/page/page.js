// What every part of the page needs: elements, texts, numbers, times.

const texts = JSON.parse(document.body.dataset.text);

export const language = texts.lang;

/** The text with this key, its {places} filled. */
export function t(key, values = {}) {
  return texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** An element. Strings among the children become text, never markup. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Writes a text into an element that does not have it yet, and hides one that has none. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
  element.hidden = text === "";
}

/** The way back to the list of phones, which small windows show alone. */
export function back() {
  return el("a", { href: "#/", class: "back", "aria-label": t("back") }, "‹");
}

/** Says something to those who cannot see it appear, also when it is the same as before. */
export function say(sentence) {
  const said = document.getElementById("said");
  said.textContent = said.textContent === sentence ? `${sentence}\u00a0` : sentence;
}

const twoDigits = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98".split(" ");

/** A number in groups: the country's calling code, then what is easy to read. */
export function grouped(number) {
  if (number === "?") return t("notANumber");
  if (!/^\+\d{7,15}$/.test(number)) return number;
  const digits = number.slice(1);
  const first = digits[0];
  if (first === "1") return `+1 ${digits.slice(1, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`.trim();
  const length = first === "7" ? 1 : twoDigits.includes(digits.slice(0, 2)) ? 2 : 3;
  const rest = digits.slice(length);
  const tail = rest.slice(3).replace(/(\d{3,4})(?=(\d{4})+$)/g, "$1 ");
  return `+${digits.slice(0, length)} ${rest.slice(0, 3)} ${tail}`.trim();
}

const clock = new Intl.DateTimeFormat(language, { hour: language === "de" ? "2-digit" : "numeric", minute: "2-digit" });

export function time(millis) {
  return clock.format(millis);
}

const calendar = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" });

export function day(millis) {
  return calendar.format(millis);
}

const oneDecimal = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export function seconds(millis) {
  return `${oneDecimal.format(millis / 1000)} s`;
}
