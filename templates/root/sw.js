// Keeps what was read: from the network first, else as it was when it was last read, else the page for being offline.
"use strict";
var store = "kayoi-1";
var first = ["offline.html", "index.html", "my.html", "week.html", "assets/kayoi.css", "assets/map.css", "assets/settings.js", "assets/list.js",
  "assets/offline.js", "assets/data.js", "assets/my.js", "assets/qr.js", "assets/today.js", "data/search.js", "data/days.js", "data/contacts.js"];

self.addEventListener("install", function (event) {
  event.waitUntil(caches.open(store).then(function (cache) { return cache.addAll(first); }).then(function () { return self.skipWaiting(); }));
});

self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });

self.addEventListener("fetch", function (event) {
  var request = event.request;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(fetch(request).then(function (response) {
    if (response.ok) {
      var copy = response.clone();
      event.waitUntil(caches.open(store).then(function (cache) { return cache.put(request, copy); }));
    }
    return response;
  }).catch(function () {
    return caches.match(request, { ignoreSearch: true }).then(function (kept) {
      return kept || (request.mode === "navigate" ? caches.match(new URL("offline.html", self.registration.scope).href) : Response.error());
    });
  }));
});
