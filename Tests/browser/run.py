#!/usr/bin/env python3
"""Tests of a built site in Chromium: run.py SITE [--only WORD]. Prints 'N passed, N failed'; exit 1 when any failed.

SITE is what `kayoi build --today 2026-11-21` makes of this repository's own guide. Needs Debian's chromium and the
playwright package. Nothing is asked of the network."""
import argparse, functools, gzip, http.server, json, pathlib, re, sys, threading, traceback
from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).parent
TESTS = []


def test(function):
    TESTS.append(function)
    return function


def expect(condition, message):
    if not condition:
        raise AssertionError(message)


def equal(found, wanted, message=""):
    expect(found == wanted, f"{message}: found {found!r}, wanted {wanted!r}")


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, folder):
        handler = type("Handler", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
        super().__init__(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
        threading.Thread(target=self.serve_forever, daemon=True).start()
        self.address = f"http://localhost:{self.server_address[1]}/"

    def handle_error(self, request, client_address):
        """A page that is left while it loads is no fault of the server."""


class Site:
    """The site under test, and pages of it in fresh contexts."""

    def __init__(self, folder, browser):
        self.folder, self.browser, self.server = pathlib.Path(folder).resolve(), browser, Server(folder)
        self.contexts = []

    def page(self, path="index.html", width=1280, height=900, day="2026-11-21T09:00:00+09:00", file=False, **options):
        options = {"locale": "ja-JP", "timezone_id": "Asia/Tokyo", "service_workers": "block", **options}
        context = self.browser.new_context(viewport={"width": width, "height": height}, **options)
        self.contexts.append(context)
        page = context.new_page()
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.on("console", lambda message: message.type == "error" and page.errors.append(message.text))
        if day and options.get("java_script_enabled", True):
            page.clock.install(time=day)
        page.base = self.folder.as_uri() + "/" if file else self.server.address
        page.goto(page.base + path)
        return page

    def close(self):
        for context in self.contexts:
            context.close()
        self.contexts = []


def numbers(page, rows="#found > .row"):
    return page.eval_on_selector_all(rows, "rows => rows.map(row => Number(row.dataset.number))")


def found(site, query, **options):
    page = site.page("find.html?" + query, **options)
    page.wait_for_function("document.getElementById('count').textContent !== ''")
    if "q=" in query:
        page.wait_for_function("document.querySelector('script[src$=\"data/text.js\"]')")
        page.wait_for_timeout(100)
    return page


# MARK: Finder


@test
def folding_is_that_of_the_build(site):
    page = site.page("find.html")
    vectors = json.loads((HERE.parent / "SiteTests" / "folding.json").read_text(encoding="utf-8"))
    wrong = page.evaluate("pairs => pairs.filter(pair => kayoi.fold(pair[0]) !== pair[1])", vectors)
    expect(len(vectors) > 300 and not wrong, f"{len(wrong)} of {len(vectors)} differ: {wrong[:3]}")


@test
def finder_finds_exactly_what_is_expected(site):
    queries = json.loads((HERE / "queries.json").read_text(encoding="utf-8"))
    page = found(site, "q=a")
    wrong = []
    for query, wanted in queries:
        page.goto(page.base + "find.html?" + query)
        page.wait_for_function("document.getElementById('count').textContent !== ''")
        if "q=" in query:
            page.wait_for_timeout(90)
        if sorted(numbers(page)) != sorted(wanted):
            wrong.append((query, sorted(set(numbers(page)) - set(wanted)), sorted(set(wanted) - set(numbers(page)))))
    expect(not wrong, f"{len(wrong)} of {len(queries)} (query, too many, missing): {wrong[:4]}")


@test
def finder_puts_names_before_activities_before_texts(site):
    order = numbers(found(site, "q=カフェ"))
    equal(order[:1], [64], "the name that begins with the word")
    expect(order.index(9) < order.index(93), "a name before an activity")


@test
def finder_keeps_its_state_in_the_address(site):
    page = found(site, "day=1&free=1")
    before = numbers(page)
    page.fill("#words", "体操")
    page.wait_for_timeout(200)
    expect("q=" in page.url and "day=1" in page.url and "free=1" in page.url, page.url)
    page.reload()
    page.wait_for_timeout(300)
    equal(page.input_value("#words"), "体操", "the words after reloading")
    expect(0 < len(numbers(page)) < len(before), "narrower than before")


@test
def finder_never_ends_in_a_dead_end(site):
    page = found(site, "q=ピアノ&day=6&time=8&free=1")
    equal(numbers(page), [], "no places")
    buttons = page.locator("#way-out button")
    expect(buttons.count() >= 1, "ways out")
    for _ in range(5):
        if numbers(page):
            break
        page.locator("#way-out button").first.click()
        page.wait_for_timeout(100)
    expect(len(numbers(page)) > 0, "pressing the way out finds places")


@test
def finder_shows_its_count_while_choosing_on_a_phone(site):
    page = found(site, "", width=360, height=640)
    for y in (0, 300, 700, 2500):
        page.evaluate(f"scrollTo(0, {y})")
        box = page.locator("#count").bounding_box()
        expect(box and 0 <= box["y"] <= 640 - box["height"], f"count at {box} when scrolled to {y}")


@test
def finder_says_how_many_have_no_weekday(site):
    page = found(site, "day=1")
    expect(page.locator("#undated").is_visible(), "a note about those without dates")
    expect(not set(numbers(page)) & set(numbers(page, "#undated .row")), "apart from those that were found")


@test
def finder_works_by_keyboard(site):
    page = found(site, "")
    page.focus("#words")
    page.keyboard.type("お茶")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    expect("q=" in page.url and len(numbers(page)) > 0, "Enter searches and stays on the page")
    page.focus("input[name=day][value='0']")
    page.keyboard.press("Space")
    page.wait_for_timeout(100)
    expect(page.is_checked("input[name=day][value='0']") and "day=0" in page.url, "space chooses a day")


@test
def finder_measures_distances_only_when_asked(site):
    page = found(site, "", geolocation={"latitude": 36.91144, "longitude": 135.90873}, permissions=["geolocation"])
    expect(page.locator(".row-distance").count() == 0, "no distances at first")
    page.click("#locate")
    page.wait_for_selector("#found .row-distance")
    equal(numbers(page)[0], 3, "the nearest")


# MARK: My list


@test
def my_list_is_kept_sent_and_printed(site):
    page = site.page("places/003.html")
    page.click("[data-list-place] button")
    equal(page.get_attribute("[data-list-place] button", "aria-pressed"), "true", "pressed")
    page.goto(page.base + "places/018.html")
    page.click("[data-list-place] button")
    page.goto(page.base + "my.html")
    page.wait_for_selector(".mine-place")
    equal(page.eval_on_selector_all(".mine-place .number", "n => n.map(x => x.textContent)"), ["3", "18"], "the list")
    address = page.input_value("#my-address")
    expect("places=3,18" in address, address)
    expect(page.locator(".mine-place .tel").count() == 2, "a telephone number each")
    page.emulate_media(media="print")
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.mine-place')).fontSize)")
    expect(size >= 26, f"20 pt or more in print, not {size} px")
    other = site.page(address.replace(page.base, ""))
    other.wait_for_selector(".mine-place")
    equal(other.locator(".mine-place").count(), 2, "the list that was sent")
    expect(other.locator("#my-sent").is_visible(), "said to have been sent")
    page.emulate_media(media="screen")
    page.locator(".mine-place button").first.click()
    equal(page.locator(".mine-place").count(), 1, "after removing one")


@test
def my_list_has_the_code_that_the_build_would_make(site):
    page = site.page("my.html?places=3,18")
    page.wait_for_selector("#my-code svg")
    page.emulate_media(media="print")
    expect(page.locator("#my-code svg").is_visible(), "the code is printed")
    place = site.page("places/001.html", java_script_enabled=False)
    built = place.get_attribute(".qr path", "d")
    address = place.get_attribute("link[rel=canonical]", "href")
    equal(page.evaluate("address => kayoi.qrCode(address).firstChild.getAttribute('d')", address), built, address)
    area = place.goto(place.base + "areas/kawakami-ken.html") and place
    built, address = area.get_attribute(".qr path", "d"), area.get_attribute("link[rel=canonical]", "href")
    equal(page.evaluate("address => kayoi.qrCode(address).firstChild.getAttribute('d')", address), built, address)
    expect(page.evaluate("kayoi.qrCode('x'.repeat(181))") is None, "none for what no code holds")


# MARK: Calendar and today


@test
def calendar_has_thirteen_months_and_marks_what_is_uncertain(site):
    months = sorted((site.folder / "calendar").glob("????-??.html"))
    equal(len(months), 13, "months")
    page = site.page("calendar/2026-12.html", java_script_enabled=False)
    equal(page.locator(".month td a").count(), 31, "days with places")
    expect(page.locator("section.day .check").count() > 0, "days around the New Year are marked")
    expect(page.locator("#undated").count() == 1, "places without dates stand apart")
    page.click(".month td a[href='#day-24']")
    expect(page.url.endswith("#day-24"), "a date leads to its day")


@test
def today_follows_the_reader(site):
    same = site.page("index.html")
    built = numbers(same, "#today-list .row")
    page = site.page("index.html", day="2026-11-23T08:00:00+09:00")
    page.wait_for_selector("#today-date[datetime='2026-11-23']")
    days = page.evaluate("new Promise(then => kayoi.load('days', then))")
    search = page.evaluate("new Promise(then => kayoi.load('search', data => then(data.places.number)))")
    wanted = list(dict.fromkeys(search[index] for index in days["days"][2][::2]))
    equal(numbers(page, "#today-list .row"), wanted, "the places of the reader's day")
    expect(wanted != built, "another day than that of the build")
    expect("23" in page.text_content("#today-date"), "the date")


@test
def today_changes_when_the_page_stays_open_overnight(site):
    page = site.page("index.html", day="2026-11-21T23:58:00+09:00")
    equal(page.get_attribute("#today-date", "datetime"), "2026-11-21", "in the evening")
    page.clock.run_for("05:00")
    page.wait_for_selector("#today-date[datetime='2026-11-22']", timeout=5000)


@test
def today_is_no_longer_than_the_first_page_allows(site):
    page = site.page("index.html", day="2026-11-21T23:58:00+09:00")
    page.evaluate("document.getElementById('today-list').dataset.longest = 3")
    page.clock.run_for("05:00")
    page.wait_for_selector("#today-date[datetime='2026-11-22']", timeout=5000)
    equal(page.locator("#today-list .row").count(), 3, "rows")
    expect(re.search(r"ほかに\d+か所", page.inner_text("#today-list")), "how many more there are")


@test
def an_areas_week_names_each_place_once_a_day(site):
    page = site.page("areas/honcho.html", java_script_enabled=False)
    for day in page.locator(".weekly-day").all():
        named = day.locator(".number").all_text_contents()
        equal(len(named), len(set(named)), day.locator("h3").inner_text())
    expect("6:30〜、7:00〜" in page.inner_text(".weekly"), "with all its hours")


@test
def today_stays_as_built_when_the_site_is_too_old(site):
    page = site.page("index.html", day="2027-05-05T08:00:00+09:00")
    page.wait_for_timeout(400)
    equal(page.get_attribute("#today-date", "datetime"), "2026-11-21", "the day of the build, with its date")


# MARK: Without script, by keyboard, enlarged, on paper, without a network


SAMPLE = ["index.html", "areas.html", "areas/honcho.html", "places/001.html", "activities/index.html", "week.html",
          "calendar/2026-12.html", "kana.html", "access.html", "find.html", "my.html", "support.html", "stories/index.html",
          "events/index.html", "links.html", "state.html", "about.html", "offline.html", "en/index.html", "en/places/001.html"]


@test
def everything_is_readable_without_script(site):
    page = site.page("index.html", java_script_enabled=False)
    for path in SAMPLE:
        page.goto(page.base + path)
        text = re.sub(r"\s", "", page.inner_text("main"))
        expect(len(text) > 30, f"{path}: {text}")
        expect(page.locator(".with-script:visible").count() == 0, f"{path} shows what needs a script")
    page.goto(page.base + "find.html")
    equal(page.locator(".without-script a").count(), 4, "other ways to find")


@test
def pages_have_no_errors_and_open_from_a_folder(site):
    page = site.page("index.html", file=True)
    for path in SAMPLE + ["places/085.html", "stories/001-taisou-kara.html"]:
        page.goto(page.base + path)
        page.wait_for_timeout(60)
    equal(page.errors, [], "errors")
    page.goto(page.base + "find.html#q=体操&day=2")
    page.wait_for_function("document.getElementById('count').textContent !== ''")
    expect(0 < len(numbers(page)) < 20, "the finder works from a folder")
    equal(page.evaluate("getComputedStyle(document.body).backgroundColor"), "rgb(251, 247, 236)", "the style sheet")


@test
def english_pages_say_what_is_japanese(site):
    """No Japanese letters in an element that claims to be English."""
    page, all_wrong = site.page("en/index.html", java_script_enabled=False), []
    for path in [path for path in SAMPLE if not path.startswith("en/")] + ["places/085.html", "stories/001-taisou-kara.html"]:
        page.goto(page.base + "en/" + path)
        wrong = page.evaluate("""() => { const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) { const text = walker.currentNode.nodeValue, element = walker.currentNode.parentElement;
            if (/[ぁ-ゖァ-ヺ一-龠]/.test(text) && !element.closest('svg,script') && element.closest('[lang]').lang === 'en') found.push(element.className + ': ' + text.trim().slice(0, 30)); }
          return found; }""")
        all_wrong += [f"{path}: {text}" for text in wrong]
    expect(not all_wrong, f"{len(all_wrong)}: {all_wrong}")


@test
def words_in_drawings_stand_out(site):
    """Checkers cannot tell what lies under the text of an SVG: its halo, else the topmost shape."""
    for options in ({}, {"color_scheme": "dark"}, {"contrast": "more"}):
        for width in (360, 1280):
            page = site.page("index.html", width=width, **options)
            for path in ("index.html", "areas/honcho.html", "areas/chuo.html", "places/001.html", "links.html"):
                page.goto(page.base + path)
                texts = page.evaluate(DRAWN_TEXTS)
                expect(texts or (path, width) == ("links.html", 360), f"{path}: no text in its drawings")
                faint = [text for text in texts if text["ratio"] < 7]
                expect(not faint, f"{path} {options} {width} px: {faint[:3]}")


DRAWN_TEXTS = """() => {
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => numbers(colour).slice(0, 3).map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const isOpaque = colour => colour.startsWith('rgb') && numbers(colour).length < 4;
  const under = text => {
    text.scrollIntoView({ block: 'center', inline: 'center' });
    const box = text.getBoundingClientRect();
    for (const element of document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)) {
      const style = getComputedStyle(element), colour = element instanceof SVGGeometryElement ? style.fill : style.backgroundColor;
      if (!element.closest('text') && isOpaque(colour) && style.fillOpacity === '1') return colour;
    }
  };
  return [...document.querySelectorAll('svg text')].filter(text => text.getClientRects().length).map(text => {
    const style = getComputedStyle(text), hasHalo = isOpaque(style.stroke) && parseFloat(style.strokeWidth) >= 2;
    const ground = hasHalo ? style.stroke : under(text), pair = [light(style.fill), light(ground)].sort((a, b) => b - a);
    return { text: text.textContent, class: text.getAttribute('class'), fill: style.fill, ground, ratio: (pair[0] + 0.05) / (pair[1] + 0.05) };
  });
}"""


@test
def keyboard_reaches_everything_in_order(site):
    page = site.page("areas/honcho.html")
    page.keyboard.press("Tab")
    equal(page.evaluate("document.activeElement.className"), "skip", "first the way to the text")
    page.keyboard.press("Enter")
    equal(page.evaluate("document.activeElement.id"), "main", "there")
    equal(page.locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").count(), 0, "no order of its own")
    page.keyboard.press("Tab")
    width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
    expect(width >= 4, f"a focus ring of 4 px, not {width}")


@test
def nothing_is_cut_off_when_enlarged(site):
    for options in ({"width": 640}, {"width": 360}):  # 1280 px at 200 %, and a small phone
        page = site.page("index.html", **options)
        for size in ("", "largest"):
            page.evaluate("size => localStorage.setItem('kayoi.size', size)", size)
            for path in SAMPLE:
                page.goto(page.base + path)
                wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                expect(wide <= 1, f"{path} at {options['width']} px, {size or 'standard'}: {wide} px too wide")


@test
def settings_are_remembered(site):
    page = site.page("places/001.html")
    page.click(".settings summary")
    page.click("[data-setting=size][data-value=large]")
    page.click("[data-setting=furigana][data-value=off]")
    page.goto(page.base + "kana.html")
    equal(page.evaluate("document.documentElement.dataset.size"), "large", "size")
    expect(not page.locator("rt").first.is_visible(), "furigana are off")


@test
def what_was_read_can_be_read_without_a_network(site):
    page = site.page("index.html", service_workers="allow", day=None)
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_timeout(500)
    page.goto(page.base + "places/001.html")
    page.wait_for_timeout(300)
    page.context.set_offline(True)
    page.goto(page.base + "places/001.html")
    expect("本町" in page.inner_text("h1"), "a page that was read")
    expect(page.locator("#offline-note").is_visible(), "said to be from before")
    page.goto(page.base + "places/020.html")
    equal(page.title().split("｜")[0], "いまは通信ができません", "a page that was not read")


@test
def a_place_prints_on_one_sheet_and_an_area_with_map_and_list(site):
    page = site.page("places/001.html", width=703)  # A4 less its margins
    page.emulate_media(media="print")
    for hidden in (".nav", ".tools", ".foot-nav"):
        expect(not page.locator(hidden).first.is_visible(), f"{hidden} on paper")
    size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    expect(size >= 15.9, f"12 pt, not {size} px")
    for place in sorted((site.folder / "places").glob("*.html")):
        page.goto(f"{page.base}places/{place.name}")
        equal(sides(page), 1, f"sides of {place.name}")
    page.goto(page.base + "areas/honcho.html")
    expect(page.locator(".map-wide").is_visible() and not page.locator(".map-narrow").is_visible(), "the wide map")
    for area in sorted(site.folder.glob("**/areas/*.html")):
        page.goto(page.base + str(area.relative_to(site.folder)))
        expect(sides(page) <= 2, f"{area.name}: one sheet, in front and on the back, not {sides(page)} sides")
        equal(page.evaluate(TOO_SMALL), [], f"text under 9 pt in {area.name}")
        equal(page.evaluate(TOO_WIDE), [], f"cut off in {area.name}")


# Furigana are half as large as what they stand above, and the maps have their own sizes.
TOO_SMALL = """() => [...document.querySelectorAll('body :not(svg, svg *, rt, .visually-hidden)')]
  .filter(part => part.getClientRects().length && [...part.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .filter(part => parseFloat(getComputedStyle(part).fontSize) < 11.99).map(part => part.textContent.slice(0, 20))"""

TOO_WIDE = """() => [...document.querySelectorAll('.area :not(svg *)')]
  .filter(part => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline' && !part.closest('.visually-hidden, svg, rt'))
  .filter(part => part.getClientRects().length).map(part => part.className + ' ' + part.textContent.slice(0, 20))"""


def sides(page):
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


@test
def the_sheet_of_an_upper_area_says_where_the_rest_stands(site):
    page = site.page("areas/minori.html", width=703)
    page.emulate_media(media="print")
    expect(page.locator(".row").count() > 48, "more than a sheet has room for")
    expect(page.locator(".row-name").first.is_visible() and not page.locator(".row-when").first.is_visible(), "names alone")
    expect(page.locator(".area-below .area-link").first.is_visible(), "the areas whose sheets have the rest")
    page.goto(page.base + "areas/chuo.html")
    expect(page.locator(".row-when").first.is_visible() and not page.locator(".area-below").is_visible(), "days of a shorter list")


@test
def pages_are_light(site):
    for path, limit in (("places/001.html", 60), ("index.html", 120), ("find.html", 120)):
        page = site.page("404.html", java_script_enabled=False)
        page = page.context.new_page()
        loaded = []
        page.on("response", lambda response: loaded.append(response))
        page.goto(site.server.address + path, wait_until="networkidle")
        kinds = (".jpg", ".webp", ".png")
        size = sum(len(gzip.compress(r.body())) for r in loaded if not r.url.endswith(kinds)) / 1024
        expect(0 < size <= limit, f"{path}: {size:.0f} KB")


@test
def nothing_jumps_while_a_page_loads(site):
    for path in ("index.html", "areas/honcho.html", "places/001.html"):
        page = site.page("about.html", width=390, height=800)
        page.goto(page.base + path)
        shift = page.evaluate("""() => new Promise(then => { let sum = 0;
          new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value; }))
            .observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => then(sum))); })""")
        expect(shift < 0.01, f"{path}: {shift}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site")
    parser.add_argument("--only", default="")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    arguments = parser.parse_args()
    failed = []
    chosen = [function for function in TESTS if arguments.only in function.__name__]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=arguments.chromium, args=["--no-sandbox"])
        site = Site(arguments.site, browser)
        for function in chosen:
            try:
                function(site)
            except Exception as error:
                failed.append(function.__name__)
                print(f"✗ {function.__name__.replace('_', ' ')}: {error}")
                if not isinstance(error, AssertionError):
                    traceback.print_exc(limit=2)
            site.close()
    print(f"{len(chosen) - len(failed)} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
