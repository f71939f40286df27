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
  // How near two pins may come before they share one, in pixels across and down.
  var across = 56, down = 38;
  var map = null, frame = null, pins = null, timer = 0, isFetched = false;

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
    if (isFetched) return then();
    var style = document.createElement("link"), missing = 3;
    function arrived() {
      isFetched = --missing === 0;
      if (isFetched) then();
    }
    style.rel = "stylesheet";
    style.href = words.assets + "leaflet/leaflet.css";
    // In the head, so that the page's own style for the map, in the body, has the last word.
    add(style, arrived);
    [words.assets + "leaflet/leaflet.js", words.marks].forEach(function (address) {
      var script = document.createElement("script");
      script.src = address;
      add(script, arrived);
    });
  }

  function add(element, then) {
    element.addEventListener("load", then);
    element.addEventListener("error", fail);
    document.head.append(element);
  }

  function show() {
    var L = window.L;
    strip.after(frame);
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
    kayoi.marks.squares.forEach(drawSquare);
    pins = L.layerGroup().addTo(map);
    drawMarks();
    map.on("zoomend", drawMarks);
    L.control.attribution({ prefix: false }).addAttribution(credit()).addTo(map);
    L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut, position: "bottomright" }).addTo(map);
    L.control.scale({ imperial: false, maxWidth: 160 }).addTo(map);
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

  // Pins in reading order, then the numbers on squares. Drawn anew where another scale joins or parts pins; whoever had
  // the focus keeps it.
  function drawMarks() {
    var groups = joined(kayoi.marks.spots), key = groups.map(function (group) { return group.spots.length; }).join();
    if (pins.key === key) return;
    var focused = Number(document.activeElement.getAttribute("data-number"));
    pins.key = key;
    pins.clearLayers();
    groups.forEach(function (group) { addMark(places(group.spots), group.spots[0].at, "slippy-pin"); });
    kayoi.marks.squares.forEach(function (square) {
      addMark(square.places, middle(square), "slippy-number", words.approximate);
    });
    pins.eachLayer(function (marker) {
      if (focused && marker.numbers.includes(focused)) marker.getElement().focus({ preventScroll: true });
    });
  }

  // Spots that would cover one another at this scale, each group in the place of its first.
  function joined(spots) {
    var groups = [];
    spots.forEach(function (spot) {
      var point = map.project(spot.at);
      var near = groups.find(function (group) {
        return Math.abs(group.point.x - point.x) < across && Math.abs(group.point.y - point.y) < down;
      });
      if (near) near.spots.push(spot); else groups.push({ point: point, spots: [spot] });
    });
    return groups;
  }

  // The places of some spots by number, each once: a shop on wheels stops at several.
  function places(spots) {
    var byNumber = {};
    spots.forEach(function (spot) { spot.places.forEach(function (place) { byNumber[place.number] = place; }); });
    return Object.keys(byNumber).map(function (number) { return byNumber[number]; });
  }

  function middle(square) {
    return [0, 1].map(function (axis) { return (square.from[axis] + square.to[axis]) / 2; });
  }

  // A mark with the numbers of its places, a button that opens their names.
  function addMark(places, at, className, remark) {
    var L = window.L, label = document.createElement("span");
    var numbers = places.map(function (place) { return place.number; });
    label.textContent = numbers.length > 3 ? words.count.replace("{count}", numbers.length) : numbers.join("・");
    var marker = L.marker(at, {
      icon: L.divIcon({ className: className, html: label, iconSize: [44, 44], popupAnchor: [0, -12] }),
      riseOnHover: true, zIndexOffset: remark ? -1000 : 0
    }).bindPopup(names(places, remark), { closeButton: false, maxWidth: 280, maxHeight: 260, autoPanPadding: [12, 12] });
    marker.numbers = numbers;
    pins.addLayer(marker);
    var element = marker.getElement();
    element.setAttribute("role", "button");
    element.setAttribute("aria-label", (numbers.length > 3 ? [label.textContent] : []).concat(places.map(title), remark || []).join("、"));
    element.setAttribute("data-number", numbers[0]);
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
