// The finder: filters and words narrow the list; the state is in the address. Without this script the page offers the
// printed ways: areas, week, activities, kana.
(function () {
  "use strict";
  var kayoi = window.kayoi, form = document.getElementById("finder"), list = document.getElementById("found");
  var count = document.getElementById("count"), way = document.getElementById("way-out"), undated = document.getElementById("undated");
  var words = {}, here = null, data = null, matcher = null;

  // MARK: State: an object of lists of strings, from the form or the address

  var names = ["q", "area", "day", "time", "activity", "free", "access", "for", "booking", "near"];

  function state() {
    var values = {};
    new FormData(form).forEach(function (value, name) {
      if (String(value).trim()) (values[name] = values[name] || []).push(String(value).trim());
    });
    return values;
  }

  function remember(values) {
    var parameters = new URLSearchParams();
    names.forEach(function (name) { (values[name] || []).forEach(function (value) { parameters.append(name, value); }); });
    var query = parameters.toString(), address = location.pathname + (query ? "?" + query : "");
    // Pages that were opened from a folder may only change what stands behind #.
    try { history.replaceState(null, "", address); } catch (error) { history.replaceState(null, "", "#" + query); }
  }

  function recall() {
    var parameters = new URLSearchParams(location.search || location.hash.slice(1));
    Array.from(form.elements).forEach(function (field) {
      if (!field.name) return;
      var values = parameters.getAll(field.name);
      if (field.type === "checkbox") field.checked = values.includes(field.value);
      else field.value = values.length ? values.join(" ") : "";
    });
  }

  // MARK: Tests, one a filter; all must hold

  function test(values) {
    var tests = [], any = function (name, check) {
      if (values[name]) tests.push({ name: name, holds: function (place) { return values[name].some(function (value) { return check(place, value); }); } });
    };
    any("area", function (place, value) { return place.areas.includes(Number(value)); });
    any("activity", function (place, value) { return place.activities.includes(Number(value)); });
    any("for", function (place, value) { return place.audience.includes(Number(value)); });
    if (values.free) tests.push({ name: "free", holds: function (place) { return place.free; } });
    if (values.booking) tests.push({ name: "booking", holds: function (place) { return place.noBooking; } });
    if (values.access) tests.push({ name: "access", holds: function (place) { return values.access.every(function (value) { return place.access.includes(Number(value)); }); } });
    // A day and a time of day must meet in the same gathering.
    var days = values.day ? values.day.map(Number) : [0, 1, 2, 3, 4, 5, 6], times = (values.time || []).reduce(function (all, value) { return all | Number(value); }, 0);
    function meets(place, bits) { return days.some(function (day) { var letter = place.week.charCodeAt(day); return letter > 64 && (letter - 64) & bits; }); }
    if (values.day) tests.push({ name: "day", isDated: true, holds: function (place) { return meets(place, 16); } });
    if (times) tests.push({ name: "time", isDated: true, holds: function (place) { return meets(place, times); } });
    if (values.near && here) tests.push({ name: "near", holds: function (place) { return place.spot && distance(place) <= Number(values.near[0]); } });
    if (values.q) tests.push({ name: "q", holds: function (place) { return matcher.rank(place, values.q[0]) !== null; } });
    return tests;
  }

  // MARK: Distance in metres

  function distance(place) {
    var radians = Math.PI / 180, north = (place.spot[0] - here[0]) * 111195;
    var east = (place.spot[1] - here[1]) * 111195 * Math.cos(here[0] * radians);
    return Math.hypot(north, east);
  }

  function distanceWords(place) {
    var metres = distance(place);
    return metres < 1000 ? words["find.metres"].replace("{n}", Math.max(50, Math.round(metres / 50) * 50)) : words["find.kilometres"].replace("{n}", (metres / 1000).toFixed(1));
  }

  // MARK: The list

  function show() {
    var values = state(), tests = test(values);
    var found = data.list.filter(function (place) { return tests.every(function (test) { return test.holds(place); }); });
    var query = values.q ? values.q[0] : "";
    var order = new Map(found.map(function (place) { return [place, (query ? matcher.rank(place, query) * 1e7 : 0) + (here && place.spot ? distance(place) : place.number)]; }));
    found.sort(function (one, other) { return order.get(one) - order.get(other); });
    count.textContent = (found.length === 1 ? words["find.count.one"] : words["find.count"]).replace("{count}", found.length);
    list.replaceChildren.apply(list, found.map(function (place) {
      return kayoi.row(data, place, { distance: here && place.spot ? distanceWords(place) : "" });
    }));
    showUndated(tests);
    showWayOut(found.length ? [] : tests, values);
    remember(values);
    if (kayoi.offerList) kayoi.offerList(list);
  }

  // Whoever meets by arrangement has no weekday: said, not hidden.
  function showUndated(tests) {
    var others = tests.some(function (test) { return test.isDated; }) ? data.list.filter(function (place) {
      return place.week === "-------" && tests.every(function (test) { return test.isDated || test.holds(place); });
    }) : [];
    undated.hidden = !others.length;
    undated.querySelector("p").textContent = words["find.undated"].replace("{count}", others.length);
    undated.querySelector("ul").replaceChildren.apply(undated.querySelector("ul"), others.map(function (place) { return kayoi.row(data, place); }));
  }

  // Never a dead end: which condition to drop, and what that gives.
  function showWayOut(tests, values) {
    way.hidden = !tests.length;
    var buttons = way.querySelector("ul");
    buttons.replaceChildren();
    tests.forEach(function (dropped) {
      var rest = tests.filter(function (test) { return test !== dropped; });
      var number = data.list.filter(function (place) { return rest.every(function (test) { return test.holds(place); }); }).length;
      if (number) offer(words["find.drop"].replace("{filter}", label(dropped.name, values)).replace("{count}", number), [dropped.name]);
    });
    if (tests.length) offer(words["find.dropAll"], names);
    function offer(caption, dropped) {
      var button = kayoi.element("button", "", caption), item = kayoi.element("li", "", button);
      button.type = "button";
      button.addEventListener("click", function () { clear(dropped); });
      buttons.append(item);
    }
  }

  function label(name, values) {
    var names = Array.from(form.elements).filter(function (field) { return field.name === name; }).map(function (field) {
      if (field.type === "checkbox") return field.checked ? field.labels[0].textContent.trim() : "";
      return field.tagName === "SELECT" ? field.selectedOptions[0].textContent.trim() : values[name][0];
    });
    return names.filter(Boolean).join("・");
  }

  function clear(dropped) {
    Array.from(form.elements).forEach(function (field) {
      if (!dropped.includes(field.name)) return;
      if (field.type === "checkbox") field.checked = false; else field.value = "";
    });
    change();
    document.getElementById("words").focus();
  }

  // MARK: Near me: only when asked

  document.getElementById("locate").addEventListener("click", function () {
    var status = document.getElementById("located");
    if (!navigator.geolocation) { status.textContent = words["find.nowhere"]; return; }
    status.textContent = words["find.locating"];
    navigator.geolocation.getCurrentPosition(function (position) {
      here = [position.coords.latitude, position.coords.longitude];
      status.textContent = words["find.located"];
      form.elements.near.disabled = false;
      if (!form.elements.near.value) form.elements.near.value = "1000";
      show();
    }, function () { status.textContent = words["find.nowhere"]; }, { maximumAge: 600000, timeout: 15000 });
  });

  function change() {
    if (!data) return;
    if (form.elements.q.value.trim() && !matcher.hasTexts) kayoi.load("text", function (texts) { matcher.take(texts); show(); });
    show();
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); change(); list.focus(); });
  form.addEventListener("input", change);
  form.addEventListener("reset", function () { setTimeout(change); });
  window.addEventListener("hashchange", function () { recall(); change(); });
  recall();
  // Filters that are in use, or for which there is room, are open to the eye.
  var more = document.getElementById("more");
  more.open = matchMedia("(min-width: 60rem)").matches || Array.from(more.querySelectorAll("input")).some(function (field) { return field.checked; });
  kayoi.load("search", function (loaded) { data = loaded; words = data.words; matcher = kayoi.matcher(data); change(); });
})();
