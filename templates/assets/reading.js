// The reader's settings (size of type) before the page is drawn. Everything works without this script.
(function () {
  "use strict";
  try {
    var size = localStorage.getItem("kayoi.size");
    if (size) document.documentElement.setAttribute("data-size", size);
  } catch (error) { /* Storage may be closed, as for pages opened from a folder. */ }
})();
