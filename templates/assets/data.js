// The places as data, and their rows. Data come as scripts that call kayoi.take, because pages that were opened from a
// folder may load scripts and nothing else.
(function () {
  "use strict";
  var kayoi = window.kayoi = window.kayoi || {};
  var taken = {}, waiting = {};
  var root = document.body.getAttribute("data-root") || "";

  // Called by the data files.
  kayoi.take = function (name, data) {
    taken[name] = name === "search" ? places(data) : data;
    (waiting[name] || []).splice(0).forEach(function (then) { then(taken[name]); });
  };

  // Hands the data of data/NAME.js to `then`, now or when they are there.
  kayoi.load = function (name, then) {
    if (taken[name]) return then(taken[name]);
    if (waiting[name]) { waiting[name].push(then); return; }
    waiting[name] = [then];
    var script = document.createElement("script");
    script.src = root + "data/" + name + ".js";
    document.head.appendChild(script);
  };

  // From columns to places.
  function places(data) {
    var columns = data.places;
    data.list = columns.number.map(function (number, i) {
      var place = { index: i, number: number, name: columns.name[i], when: columns.when[i], where: columns.where[i],
        areas: data.sets[columns.area[i]], week: columns.week[i], activities: data.sets[columns.activities[i]],
        access: data.sets[columns.access[i]], audience: data.sets[columns.audience[i]],
        free: (columns.flags[i] & 1) > 0, noBooking: (columns.flags[i] & 2) > 0 };
      if (columns.spot[i]) place.spot = [columns.spot[i][0] / 1e4, columns.spot[i][1] / 1e4];
      return place;
    });
    data.byNumber = {};
    data.list.forEach(function (place) { data.byNumber[place.number] = place; });
    return data;
  }

  // [本町|ほんまち]お[茶|ちゃ]の間 with its kanji only, or with its readings only.
  kayoi.plain = function (name) { return name.replace(/\[([^|\]]*)\|[^\]]*\]/g, "$1"); };
  kayoi.reading = function (name) { return name.replace(/\[[^|\]]*\|([^\]]*)\]/g, "$1"); };

  kayoi.element = function (tag, className, content) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (content !== undefined) element.append(content);
    return element;
  };

  kayoi.ruby = function (name) {
    var fragment = document.createDocumentFragment(), last = 0;
    if (document.documentElement.lang !== "ja") {
      var plain = kayoi.element("span", "", kayoi.plain(name));
      plain.lang = kayoi.language;
      fragment.append(plain);
      return fragment;
    }
    name.replace(/\[([^|\]]*)\|([^\]]*)\]/g, function (all, base, reading, at) {
      fragment.append(name.slice(last, at));
      last = at + all.length;
      // Too long for a phone's line, within which furigana cannot be broken.
      if (base.length > 9 || reading.length > 16) { fragment.append(base); return; }
      var ruby = kayoi.element("ruby", "", base);
      ruby.append(kayoi.element("rp", "", "（"), kayoi.element("rt", "", reading), kayoi.element("rp", "", "）"));
      fragment.append(ruby);
    });
    fragment.append(name.slice(last));
    return fragment;
  };

  kayoi.address = function (number) { return root + "places/" + String(number).padStart(3, "0") + ".html"; };

  // The language of what editors wrote.
  kayoi.language = document.body.getAttribute("data-language") || "ja";

  // Words of the editors' own.
  kayoi.quoted = function (tag, className, content) {
    var quoted = kayoi.element(tag, className, content);
    quoted.lang = kayoi.language;
    return quoted;
  };

  // A sentence in which no line ends within hours, such as 13:30〜15:30.
  kayoi.sentence = function (tag, className, text) {
    var sentence = kayoi.element(tag, className);
    text.split(/(\d+:\d+[〜–](?:\d+:\d+)?)/).forEach(function (part, i) {
      sentence.append(i % 2 ? kayoi.element("span", "hours", part) : part);
    });
    return sentence;
  };

  // The day in Japan, where the places are: 2026-12-01.
  kayoi.today = function () {
    return new Date(Date.now() + 9 * 36e5).toISOString().slice(0, 10);
  };

  kayoi.dayName = function (data, date) {
    return data.words["day.short"].replace("{month}", date.getUTCMonth() + 1).replace("{day}", date.getUTCDate())
      .replace("{weekday}", data.words["weekday.short." + (date.getUTCDay() || 7)]);
  };

  // A place as it stands in every list (templates/place-row.mustache). `more`: time, distance.
  kayoi.row = function (data, place, more) {
    more = more || {};
    var element = kayoi.element, colour = place.areas.length ? data.areas[place.areas[0]][1] : 1;
    var row = element("li", "row m-a" + colour);
    row.setAttribute("data-number", place.number);
    var number = element("span", "number", String(place.number));
    number.setAttribute("aria-hidden", "true");
    var link = element("a");
    link.href = kayoi.address(place.number);
    link.append(element("span", "visually-hidden", data.words.number.replace("{number}", place.number) + " "));
    link.append(kayoi.ruby(place.name));
    row.append(number, element("p", "row-name", link));
    if (more.time) row.append(element("p", "row-time", more.time));
    else row.append(kayoi.sentence("p", "row-when", place.when));
    if (more.distance) row.append(element("p", "row-distance", more.distance));
    if (place.where) row.append(kayoi.quoted("p", "row-where", place.where));
    if (place.activities.length) {
      var tags = element("p", "row-activities tags");
      place.activities.forEach(function (activity) { tags.append(element("span", "tag", data.activities[activity][0])); });
      row.append(tags);
    }
    return row;
  };
})();
