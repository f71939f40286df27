// A map to move and zoom in place of the drawn one. Everything for it is fetched when the reader asks for it and not
// before, so that nobody else hears of a visit that nobody wanted to tell of. Where it cannot be had (no network, no
// tiles) the drawn map comes back, with a word. It shows the same places under the same numbers.
(function () {
  "use strict";
  var kayoi = window.kayoi = window.kayoi || {};
  var strip = document.querySelector(".slippy-strip"), figure = document.querySelector("figure.map");
  if (!strip || !figure) return;
  var words = strip.dataset, button = strip.querySelector("button"), note = strip.querySelector("[role=status]");
  var isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  var patience = 15000;
  var map = null, frame = null, timer = 0;

  button.addEventListener("click", function () { if (frame) close(words.hint); else open(); });

  function open() {
    frame = document.createElement("div");
    frame.className = "slippy-map";
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", figure.getAttribute("aria-label"));
    button.textContent = words.close;
    note.textContent = words.loading;
    timer = setTimeout(fail, patience);
    var mine = frame;
    fetchAll(function () { if (frame === mine) show(); });
  }

  function close(word) {
    clearTimeout(timer);
    if (map) map.remove();
    if (frame.contains(document.activeElement)) button.focus();
    frame.remove();
    map = frame = null;
    figure.classList.remove("slippy-open");
    button.textContent = words.open;
    note.textContent = word;
  }

  function fail() { if (frame) close(words.failed); }

  // Leaflet with its style, and what stands on the map; once a page.
  function fetchAll(then) {
    if (window.L && kayoi.marks) return then();
    var style = document.createElement("link"), open = 3;
    function arrived() { if (--open === 0) then(); }
    style.rel = "stylesheet";
    style.href = words.assets + "leaflet/leaflet.css";
    // Before the page's own style for the map, which has the last word.
    add(style, document.head, arrived);
    [words.assets + "leaflet/leaflet.js", words.marks].forEach(function (address) {
      var script = document.createElement("script");
      script.src = address;
      add(script, document.head, arrived);
    });
  }

  function add(element, parent, then) {
    element.addEventListener("load", then);
    element.addEventListener("error", fail);
    parent.append(element);
  }

  function show() {
    var L = window.L;
    figure.prepend(frame);
    figure.classList.add("slippy-open");
    map = L.map(frame, {
      zoomControl: false, attributionControl: false, scrollWheelZoom: false, minZoom: 5, maxZoom: 18,
      fadeAnimation: !isCalm, zoomAnimation: !isCalm, markerZoomAnimation: !isCalm, inertia: !isCalm
    });
    map.fitBounds(extent(), { padding: [28, 28], maxZoom: 17, animate: false });
    // The keys work wherever in the map the focus is.
    frame.addEventListener("focusin", function () { map.fire("focus"); });
    frame.addEventListener("focusout", function () { map.fire("blur"); });
    drawBoundary();
    kayoi.marks.spots.forEach(function (spot) { addMark(spot, spot.at, "slippy-pin"); });
    kayoi.marks.squares.forEach(function (square) {
      drawSquare(square);
      addMark(square, middle(square), "slippy-number", words.approximate);
    });
    L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
    L.control.scale({ imperial: false }).addTo(map);
    L.control.attribution({ prefix: false }).addAttribution(credit()).addTo(map);
    addTiles();
  }

  function addTiles() {
    var hasTile = false;
    window.L.tileLayer(words.tiles, { maxZoom: 18 })
      .on("tileload", function () {
        if (hasTile) return;
        hasTile = true;
        clearTimeout(timer);
        note.textContent = words.keys;
      })
      .on("load", function () { if (!hasTile) fail(); })
      .addTo(map);
  }

  function credit() {
    var text = document.createElement(words.creditLink ? "a" : "span");
    if (words.creditLink) text.href = words.creditLink;
    text.textContent = words.credit;
    return text.outerHTML;
  }

  function extent() {
    var marks = kayoi.marks, bounds = window.L.latLngBounds([]);
    marks.boundary.forEach(function (ring) { ring.forEach(function (corner) { bounds.extend(corner); }); });
    marks.spots.forEach(function (spot) { bounds.extend(spot.at); });
    marks.squares.forEach(function (square) { bounds.extend(square.from).extend(square.to); });
    return bounds;
  }

  function drawBoundary() {
    ["slippy-halo", "slippy-boundary"].forEach(function (name) {
      window.L.polyline(kayoi.marks.boundary, { className: name, interactive: false }).addTo(map);
    });
  }

  function drawSquare(square) {
    hatch();
    window.L.rectangle([square.from, square.to], {
      className: "slippy-square", interactive: false, fillColor: "url(#slippy-hatch)", fillOpacity: 1
    }).addTo(map);
  }

  function middle(square) {
    return [(square.from[0] + square.to[0]) / 2, (square.from[1] + square.to[1]) / 2];
  }

  // The pattern of lines that says "somewhere here", as on the drawn map.
  function hatch() {
    if (frame.querySelector(".slippy-hatch")) return;
    var parts = [["svg", { "class": "slippy-hatch", width: 0, height: 0, "aria-hidden": "true" }],
      ["pattern", { id: "slippy-hatch", width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }],
      ["path", { d: "M4 0V8" }]];
    parts.reduce(function (parent, part) {
      var element = document.createElementNS("http://www.w3.org/2000/svg", part[0]);
      Object.keys(part[1]).forEach(function (name) { element.setAttribute(name, part[1][name]); });
      parent.append(element);
      return element;
    }, frame);
  }

  // A mark with the numbers of its places, a button that opens their names.
  function addMark(mark, at, className, remark) {
    var L = window.L, numbers = document.createElement("span");
    numbers.textContent = mark.places.map(function (place) { return place.number; }).join("・");
    var marker = L.marker(at, {
      icon: L.divIcon({ className: className, html: numbers, iconSize: [44, 44], popupAnchor: [0, -12] }), riseOnHover: true
    }).bindPopup(names(mark.places, remark), { closeButton: false, maxWidth: 280, autoPanPadding: [12, 12] }).addTo(map);
    var element = marker.getElement();
    element.setAttribute("role", "button");
    element.setAttribute("aria-label", mark.places.map(title).concat(remark || []).join("、"));
    element.addEventListener("focus", function () {
      if (element.matches(":focus-visible")) map.panInside(at, { padding: [48, 48], animate: !isCalm });
    });
    element.addEventListener("keydown", function (event) {
      if (event.key !== " ") return;
      event.preventDefault();
      marker.togglePopup();
    });
    marker.on("popupopen", function (event) { event.popup.getElement().querySelector("a").focus({ preventScroll: true }); });
    marker.on("popupclose", function (event) {
      if (event.popup.getElement().contains(document.activeElement)) element.focus({ preventScroll: true });
    });
  }

  function names(places, remark) {
    var box = document.createElement("div");
    places.forEach(function (place) {
      var link = document.createElement("a");
      link.href = place.href;
      link.textContent = title(place);
      box.append(link);
    });
    if (remark) {
      var line = document.createElement("p");
      line.textContent = remark;
      box.append(line);
    }
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = words.closeName;
    button.addEventListener("click", function () { map.closePopup(); });
    box.append(button);
    return box;
  }

  function title(place) { return place.number + " " + place.name; }
})();
