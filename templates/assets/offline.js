// Lets pages that were read be read again without a network, and says so when they are.
(function () {
  "use strict";
  var site = document.body.getAttribute("data-site") || "", note = document.getElementById("offline-note");
  if ("serviceWorker" in navigator && /^https?:$/.test(location.protocol)) {
    navigator.serviceWorker.register(site + "sw.js").catch(function () { /* The site works without. */ });
  }
  function show() { note.hidden = navigator.onLine || location.protocol === "file:"; }
  window.addEventListener("online", show);
  window.addEventListener("offline", show);
  show();
})();
