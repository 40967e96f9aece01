// Turns the text area into an editor; without this it stays one that works.
const area = document.querySelector("[data-editor]");
const editor = CodeMirror.fromTextArea(area, {
  mode: { name: "javascript", json: true },
  lineNumbers: true,
  lineWrapping: true,
  matchBrackets: true,
  autoCloseBrackets: true,
  tabSize: 2,
  viewportMargin: Infinity,
  // Tab leaves the editor, so that nobody without a mouse is caught in it.
  extraKeys: { Tab: false, "Shift-Tab": false },
});
editor.getInputField().setAttribute("aria-label", document.querySelector("label[for=document]").textContent);
if (area.dataset.line) {
  const at = { line: Number(area.dataset.line) - 1, ch: Math.max(0, Number(area.dataset.column) - 1) };
  editor.addLineClass(at.line, "background", "faulty");
  editor.setCursor(at);
  editor.focus();
}
