// Added by `kayoi serve` to every page it shows: loads the page again when the site has changed, and shows what is wrong
// with the guide over the page. No published site has it.
(function () {
  "use strict";
  var edition = document.currentScript.dataset.edition;
  var source = null;

  // A browser has six connections for all its tabs: only those that are seen listen.
  function listen() {
    if (source || document.hidden) return;
    source = new EventSource("/.kayoi/events");
    source.onmessage = function (event) { receive(JSON.parse(event.data)); };
    source.onerror = function () {
      if (source && source.readyState === EventSource.CLOSED) {
        rest();
        setTimeout(listen, 1000);
      }
    };
  }

  function rest() {
    if (source) source.close();
    source = null;
  }

  function receive(report) {
    // The browser keeps the place on the page.
    if (report.edition !== edition) location.reload(); else panel.show(report);
  }

  document.addEventListener("visibilitychange", function () { if (document.hidden) rest(); else listen(); });
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", listen);

  function make(name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  var panel = (function () {
    var host = null, section, title, button, body;

    // In a tree of its own, so that the page's style and the panel's leave each other alone.
    function build() {
      host = make("div");
      host.id = "kayoi-preview";
      var tree = host.attachShadow({ mode: "open" });
      var style = make("link");
      style.rel = "stylesheet";
      style.href = "/.kayoi/preview.css";
      style.onload = function () { section.hidden = false; };
      section = make("section");
      section.hidden = true;
      section.setAttribute("aria-labelledby", "title");
      var bar = make("div", "bar");
      var status = make("div", "status");
      status.setAttribute("role", "status");
      title = make("h2");
      title.id = "title";
      status.append(title);
      button = make("button");
      button.type = "button";
      button.setAttribute("aria-controls", "body");
      button.addEventListener("click", function () { fold(!body.hidden, true); });
      body = make("div", "body");
      body.id = "body";
      body.tabIndex = 0;
      body.setAttribute("role", "group");
      body.setAttribute("aria-labelledby", "title");
      section.addEventListener("keydown", function (event) { if (event.key === "Escape") fold(true, true); });
      bar.append(status, button);
      section.append(bar, body);
      tree.append(style, section);
      document.body.append(host);
    }

    function fold(isFolded, isChosen) {
      body.hidden = isFolded;
      button.setAttribute("aria-expanded", String(!isFolded));
      button.textContent = isFolded ? button.dataset.open : button.dataset.close;
      if (isChosen) {
        button.focus();
        remember(isFolded ? "folded" : "open");
      }
    }

    function remember(choice) {
      try { sessionStorage.setItem("kayoi.preview", choice); } catch (error) { /* It holds for this page. */ }
    }

    function remembered() {
      try { return sessionStorage.getItem("kayoi.preview"); } catch (error) { return null; }
    }

    function item(problem) {
      var item = make("li", problem.severity);
      var head = make("p", "head");
      head.append(make("strong", "", problem.label), " ", make("code", "", problem.place));
      item.append(head);
      if (problem.line) {
        var line = make("pre");
        line.append(problem.line[0], make("mark", "", problem.line[1]), problem.line[2]);
        item.append(line);
      }
      item.append(make("p", "message", problem.message));
      if (problem.remedy) item.append(make("p", "remedy", "→ " + problem.remedy));
      return item;
    }

    function show(report) {
      if (!report.problems.length) {
        if (host) host.remove();
        host = null;
        return;
      }
      if (!host) build();
      var scroll = body.scrollTop;
      section.lang = report.language;
      section.className = report.hasErrors ? "error" : "warning";
      title.textContent = report.title;
      button.dataset.open = report.open;
      button.dataset.close = report.close;
      var list = make("ol");
      list.append.apply(list, report.problems.map(item));
      body.replaceChildren();
      if (report.note) body.append(make("p", "note", report.note));
      body.append(list);
      if (report.more) body.append(make("p", "note", report.more));
      // What is new is shown, and errors until they are folded away; warnings that were there before can wait.
      var choice = remembered();
      fold(!report.hasNew && (report.hasErrors ? choice === "folded" : choice !== "open"), false);
      body.scrollTop = scroll;
    }

    return { show: show };
  })();

  // One from before, of a site that had this address, would hold on to every connection it is asked for.
  if (navigator.serviceWorker) {
    navigator.serviceWorker.getRegistrations().then(function (all) {
      all.forEach(function (registration) { registration.unregister(); });
    });
  }
  listen();
})();
