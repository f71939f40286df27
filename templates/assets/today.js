// Brings "today" on the first page to the reader's day: the page was made on one day and is read on another.
(function () {
  "use strict";
  var kayoi = window.kayoi, section = document.getElementById("today-list"), shown = section.getAttribute("data-day");

  function update() {
    var day = kayoi.today();
    if (day === shown) return;
    kayoi.load("search", function (data) {
      kayoi.load("days", function (days) {
        var offset = Math.round((Date.parse(day) - Date.parse(days.from)) / 864e5), meetings = days.days[offset];
        // The site was made too long ago, or the clock is wrong: what is there stays, with its day.
        if (!meetings || day === shown) return;
        shown = day;
        var seen = {}, rows = [];
        for (var i = 0; i < meetings.length; i += 2) {
          if (seen[meetings[i]]) continue;
          seen[meetings[i]] = true;
          rows.push(kayoi.row(data, data.list[meetings[i]], { time: meetings[i + 1] || " " }));
        }
        var time = document.getElementById("today-date");
        time.textContent = kayoi.dayName(data, new Date(day + "T00:00:00Z"));
        time.setAttribute("datetime", day);
        var list = kayoi.element("ul", "rows");
        var more = rows.length - Number(section.getAttribute("data-longest"));
        list.append.apply(list, more > 0 ? rows.slice(0, -more) : rows);
        section.replaceChildren(rows.length ? list : kayoi.element("p", "", data.words["home.nothingToday"]));
        if (more > 0) section.append(kayoi.element("p", "", data.words["home.moreToday"].replace("{count}", more)));
        if (kayoi.offerList) kayoi.offerList(section);
      });
    });
  }

  update();
  // A page that stayed open overnight.
  document.addEventListener("visibilitychange", function () { if (!document.hidden) update(); });
  setInterval(update, 60000);
})();
