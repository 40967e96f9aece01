// What the pages do beyond forms. Without any of it they work.

// Tabs: one text at a time, and its preview. Arrow keys move, as the tabs pattern of ARIA has it.
for (const list of document.querySelectorAll("[role=tablist]")) {
  const tabs = [...list.querySelectorAll("[role=tab]")];
  const select = (tab, focus) => {
    for (const other of tabs) {
      const chosen = other === tab;
      other.setAttribute("aria-selected", chosen);
      other.tabIndex = chosen ? 0 : -1;
      document.getElementById(other.getAttribute("aria-controls")).hidden = !chosen;
    }
    sessionStorage.setItem("tab", tab.dataset.key);
    document.documentElement.dataset.panel = tab.getAttribute("aria-controls");
    preview();
    if (focus) tab.focus();
  };
  for (const tab of tabs) tab.addEventListener("click", () => select(tab));
  list.addEventListener("keydown", event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = tabs.indexOf(document.activeElement);
    const next = step ? tabs[(at + step + tabs.length) % tabs.length] : { Home: tabs[0], End: tabs.at(-1) }[event.key];
    if (next) {
      event.preventDefault();
      select(next, true);
    }
  });
  list.hidden = false;
  list.parentElement.classList.add("tabbed");
  if (tabs.length) select(tabs.find(tab => tab.dataset.key === sessionStorage.getItem("tab")) ?? tabs[0]);
}

function preview() {
  const panel = document.documentElement.dataset.panel;
  if (!panel) return;
  for (const bubble of document.querySelectorAll("[data-panel]")) {
    if (bubble !== document.documentElement) bubble.hidden = bubble.dataset.panel !== panel;
  }
}
document.addEventListener("htmx:oobAfterSwap", preview);

// The zone of the times on pages.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) document.cookie = `ziffer-zone=${zone}; path=/console; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;

// A double click sends once.
for (const form of document.querySelectorAll("form.once")) {
  form.addEventListener("submit", event => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form.once")) delete form.dataset.sent;
});

// What was typed to try something out is still there after it.
for (const form of document.querySelectorAll("form[data-keep]")) {
  const kept = JSON.parse(sessionStorage.getItem(form.dataset.keep) ?? "{}");
  for (const field of form.elements) {
    if (field.id && !field.value && kept[field.id]) field.value = kept[field.id];
    if (field.tagName === "SELECT" && kept[field.id]) field.value = kept[field.id];
  }
  form.addEventListener("input", () => {
    const values = [...form.elements].filter(field => field.id).map(field => [field.id, field.value]);
    sessionStorage.setItem(form.dataset.keep, JSON.stringify(Object.fromEntries(values)));
  });
}

// What a page asks for by itself may fail; nobody should go on typing into nothing.
const unreached = document.getElementById("unreached");
for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, () => (unreached.hidden = false));
}
document.addEventListener("htmx:afterOnLoad", event => {
  if (event.detail.successful !== false) unreached.hidden = true;
});
