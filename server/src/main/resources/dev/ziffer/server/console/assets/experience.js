// Shows beside the form what people will see.
const form = document.querySelector("[data-experience]");
const sample = document.querySelector(".sample");
const dark = matchMedia("(prefers-color-scheme: dark)");

function show() {
  const values = new FormData(form);
  const isDark = dark.matches && values.has("isDarkModeEnabled");
  sample.style.setProperty("--brand", values.get(isDark ? "darkPrimaryColor" : "primaryColor"));
  for (const text of sample.querySelectorAll("[data-show]")) text.textContent = values.get(text.dataset.show);
  for (const part of sample.querySelectorAll("[data-when]")) part.hidden = !values.get(part.dataset.when).trim();
  const length = Number(values.get("codeLength"));
  [...sample.querySelectorAll(".cells i")].forEach((cell, at) => {
    cell.hidden = at >= (length >= 4 && length <= 10 ? length : 6);
    cell.classList.toggle("gap", at === Math.ceil(length / 2));
  });
}
form.addEventListener("input", show);
dark.addEventListener("change", show);
show();
