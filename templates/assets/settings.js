// The reader's settings (size of type, furigana), kept on the device. Runs before the page is drawn, so that nothing
// jumps. Without this script every page is there, in the standard size and with furigana.
(function () {
  "use strict";
  var root = document.documentElement;

  function read(name) {
    // Storage may be closed, as for pages opened from a folder.
    try { return localStorage.getItem("kayoi." + name) || ""; } catch (error) { return ""; }
  }

  function apply(name, value) {
    if (value) root.setAttribute("data-" + name, value); else root.removeAttribute("data-" + name);
  }

  function choose(name, value) {
    apply(name, value);
    try { localStorage.setItem("kayoi." + name, value); } catch (error) { /* It holds for this page. */ }
    show(name, value);
  }

  function show(name, value) {
    document.querySelectorAll("button[data-setting=" + name + "]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-value") === value));
    });
  }

  root.setAttribute("data-script", "");
  ["size", "furigana"].forEach(function (name) { apply(name, read(name)); });
  document.addEventListener("DOMContentLoaded", function () {
    ["size", "furigana"].forEach(function (name) { show(name, root.getAttribute("data-" + name) || ""); });
    document.querySelectorAll("button[data-setting]").forEach(function (button) {
      button.addEventListener("click", function () {
        choose(button.getAttribute("data-setting"), button.getAttribute("data-value"));
      });
    });
  });
})();
