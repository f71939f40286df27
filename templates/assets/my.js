// My list, in large type: the places, when they meet next, and whom to call. The list is in the address (?places=3,18),
// so that it can be sent, or on the device.
(function () {
  "use strict";
  var kayoi = window.kayoi, element = kayoi.element, list = document.getElementById("mine");
  var part = function (name) { return document.getElementById("my-" + name); };
  var sent = (new URLSearchParams(location.search || location.hash.slice(1)).get("places") || "").split(",").map(Number).filter(Boolean);
  var own = kayoi.list.read(), isSent = sent.length > 0 && sent.join() !== own.join();
  var numbers = sent.length ? sent : own;

  function load(names, then, loaded) {
    loaded = loaded || [];
    if (loaded.length === names.length) return then.apply(null, loaded);
    kayoi.load(names[loaded.length], function (data) { load(names, then, loaded.concat([data])); });
  }

  function address() {
    var plain = location.href.replace(/[?#].*$/, "");
    return plain + (location.protocol === "file:" ? "#" : "?") + "places=" + numbers.join(",");
  }

  load(["search", "days", "contacts"], function (data, days, contacts) {
    function nextDays(place) {
      var first = Date.parse(days.from + "T00:00:00Z"), now = kayoi.today(), found = [];
      days.days.forEach(function (meetings, offset) {
        var date = new Date(first + offset * 864e5), day = date.toISOString().slice(0, 10);
        if (day < now || found.length > 2) return;
        for (var i = 0; i < meetings.length; i += 2) {
          if (meetings[i] === place.index && found.length < 3) found.push([kayoi.dayName(data, date), meetings[i + 1]]);
        }
      });
      return found;
    }

    function card(place) {
      var item = element("li", "mine-place m-a" + (place.areas.length ? data.areas[place.areas[0]][1] : 1));
      var number = element("span", "number", String(place.number)), link = element("a"), name = element("h2", "mine-name", link);
      number.setAttribute("aria-hidden", "true");
      link.href = kayoi.address(place.number);
      link.append(kayoi.ruby(place.name));
      item.append(number, name, kayoi.sentence("p", "mine-when", place.when));
      nextDays(place).forEach(function (day, i) { 
        var line = element("p", "mine-day", i ? "" : data.words["place.next"] + " ");
        line.append(day[0] + " ", element("span", "", day[1]));
        item.append(line);
      });
      var contact = contacts.places[place.index], where = [place.where, contact[0]].filter(Boolean).join("　");
      if (where) item.append(kayoi.quoted("p", "mine-where", where));
      var telephone = contact.length > 1 ? contact.slice(1) : contacts.office;
      if (telephone[1]) {
        var call = element("a", "tel", telephone[1]), line = element("p", "mine-call", telephone[0] + " ");
        call.href = "tel:" + telephone[1].replace(/[^0-9+]/g, "");
        line.append(call);
        item.append(line);
      }
      var remove = element("button", "", data.words["my.remove"]);
      remove.type = "button";
      remove.setAttribute("aria-label", kayoi.plain(place.name) + " " + data.words["my.remove"]);
      remove.addEventListener("click", function () { numbers = numbers.filter(function (other) { return other !== place.number; }); keep(); });
      item.append(remove);
      return item;
    }

    function keep() {
      kayoi.list.write(numbers);
      isSent = false;
      try { history.replaceState(null, "", location.href.replace(/[?#].*$/, "")); } catch (error) { history.replaceState(null, "", "#"); }
      show();
    }

    function show() {
      var places = numbers.map(function (number) { return data.byNumber[number]; }).filter(Boolean);
      list.replaceChildren.apply(list, places.map(card));
      part("empty").hidden = places.length > 0;
      part("actions").hidden = !places.length;
      part("sent").hidden = !isSent;
      part("address").value = address();
      showCode(places.length ? kayoi.qrCode(address()) : null);
      part("line").href = "https://line.me/R/share?text=" + encodeURIComponent(document.title + "\n" + address());
    }

    // A page from a folder has no address that another device could open.
    function showCode(code) {
      part("code").querySelectorAll("svg").forEach(function (old) { old.remove(); });
      part("code").hidden = !code || location.protocol === "file:";
      if (code) part("code").prepend(code);
    }

    part("print").addEventListener("click", function () { window.print(); });
    part("clear").addEventListener("click", function () { numbers = []; keep(); });
    part("take").addEventListener("click", function () {
      numbers = own.concat(numbers.filter(function (number) { return !own.includes(number); }));
      keep();
    });
    show();
  });
})();
