// My list: a few places for one person, kept on the device and, on its own page, in the address, so that it can be sent
// to somebody. This script offers the buttons that add and remove.
(function () {
  "use strict";
  var kayoi = window.kayoi = window.kayoi || {}, words = document.body.dataset;
  var memory = [];

  kayoi.list = {
    read: function () {
      try { return (localStorage.getItem("kayoi.list") || "").split(",").map(Number).filter(Boolean); } catch (error) { return memory; }
    },
    write: function (numbers) {
      memory = numbers;
      try { localStorage.setItem("kayoi.list", numbers.join(",")); } catch (error) { /* It holds for this page. */ }
    }
  };

  function caption(button, isListed) {
    var word = isListed ? button.dataset.listed : button.dataset.list;
    button.textContent = word;
    button.setAttribute("aria-pressed", String(isListed));
    button.setAttribute("aria-label", (button.dataset.name + " " + word).trim());
  }

  function press(button, number) {
    var numbers = kayoi.list.read(), isListed = numbers.includes(number);
    kayoi.list.write(isListed ? numbers.filter(function (other) { return other !== number; }) : numbers.concat(number));
    caption(button, !isListed);
  }

  // `spot` may have words of its own for the button.
  function button(number, name, spot) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "list-button";
    button.dataset.name = name;
    button.dataset.list = spot && spot.dataset.list || words.list;
    button.dataset.listed = spot && spot.dataset.listed || words.listed;
    caption(button, kayoi.list.read().includes(number));
    button.addEventListener("click", function () { press(button, number); });
    return button;
  }

  // A button to every row of a list that has none.
  kayoi.offerList = function (list) {
    list.querySelectorAll(".row[data-number]").forEach(function (row) {
      if (row.querySelector(".list-button")) return;
      row.append(button(Number(row.dataset.number), name(row.querySelector("a"))));
    });
  };

  // The name without the readings that stand over it.
  function name(link) {
    var copy = link.cloneNode(true);
    copy.querySelectorAll("rt,rp,.visually-hidden").forEach(function (part) { part.remove(); });
    return copy.textContent.trim();
  }

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.addEventListener("click", function () { window.print(); });
  });
  document.querySelectorAll("[data-list-place]").forEach(function (spot) {
    spot.append(button(Number(spot.dataset.listPlace), "", spot));
  });
  document.querySelectorAll(".rows").forEach(kayoi.offerList);
})();
