#!/usr/bin/env python3
"""The map to move, in Chromium: opens on request only, shows the drawn map's places, obeys the keyboard, and gives the
drawn map back when its tiles cannot be had.

    Tests/browser/slippy_map.py PATH/TO/kayoi

Needs chromium, libjs-leaflet and, from PyPI, playwright and axe-playwright-python. Tiles come from a small server here.
"""

import functools
import http.server
import importlib.util
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import threading
import zlib

from playwright.sync_api import sync_playwright

OPEN, BACK = "動かせる地図にする", "絵の地図にもどす"
GUIDE = {
    "guide.md": "---\n題: ためしのガイド\n言語: [ja, en]\n連絡先: {{名前: 事務局, 電話: 000-000-0000}}\n"
    "地図: {{スリッピー: はい, タイル: \"{tiles}\", 出典: ためしタイル}}\n---\n",
    "areas/hama.md": "---\n名称: 浜地区\nよみ: はまちく\n層: 1\n境界: hama\n---\n",
    "areas/yama.md": "---\n名称: 山地区\nよみ: やまちく\n層: 1\n---\n",
    "geo/areas.geojson": '{{"type":"FeatureCollection","features":[{{"type":"Feature",'
    '"properties":{{"kind":"boundary","area":"hama"}},"geometry":{{"type":"Polygon","coordinates":'
    "[[[135.89,36.89],[135.91,36.89],[135.91,36.91],[135.89,36.91],[135.89,36.89]]]}}}}]}}",
}
# Number, name, reading, position, what else is said. 1 and 4 meet in one house; 5 is a home.
PLACES = [
    (1, "ひまわり", "ひまわり", "36.9000, 135.9000", "会場: 浜公民館"),
    (2, "すみれ", "すみれ", "36.9060, 135.8950", "会場: 集会所"),
    (3, "さくら", "さくら", "36.9061, 135.9050", "会場: お寺"),
    (4, "つばき", "つばき", "36.9000, 135.9000", "会場: 浜公民館"),
    (5, "縁側の会", "えんがわのかい", "36.8934, 135.9012", "会場: 自宅"),
]


def main(kayoi):
    tiles = Server(TileHandler)
    failures = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build(kayoi, folder, tiles.origin + "/{z}/{x}/{y}.png")
        pages = Server(functools.partial(QuietHandler, directory=site))
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"] if os.geteuid() == 0 else [])
        preview, preview_origin = serve(kayoi, folder)
        for kind, origin in [("http", pages.origin), ("file", "file://" + site), ("preview", preview_origin)]:
            for test in TESTS:
                tiles.asked.clear()
                try:
                    test(Visit(browser, origin, tiles))
                    print("ok    ", test.__name__, kind)
                except Exception as error:
                    failures += 1
                    print("FAILED", test.__name__, kind, "—", error)
        browser.close()
        preview.terminate()
        preview.wait()
    return 1 if failures else 0


# What must hold


def nothing_is_fetched_before_the_button_is_pressed(visit):
    page = visit.page()
    expect(visit.tiles.asked, [], "no tile")
    expect([url for url in visit.urls if "leaflet" in url or "map.js" in url], [], "no library")
    check(page.get_by_role("button", name=OPEN).is_visible(), "the button is there")
    check(drawn_map(page), "the drawn map is there")


def the_same_places_stand_under_the_same_numbers(visit):
    page = visit.opened()
    expect(page.locator(".slippy-pin").all_inner_texts(), ["2", "3", "1・4"], "pins in reading order")
    expect(page.locator(".slippy-number").all_inner_texts(), ["5"], "the home is no pin")
    expect(page.locator("path.slippy-square").count(), 1, "one hatched square")
    expect(page.locator("path.slippy-boundary").count(), 1, "the boundary")
    check(page.locator(".leaflet-overlay-pane svg").bounding_box()["width"] > 300, "and one sees both")
    check(not drawn_map(page), "one map at a time")
    check("ためしタイル" in page.locator(".leaflet-control-attribution").inner_text(), "the credit")
    check(page.locator(".slippy-pin span").first.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)",
          "the area's colour")
    pin = page.locator(".slippy-pin").first.evaluate("e => [e.offsetWidth, e.offsetHeight]")
    expect(pin, [44, 44], "large enough to press")
    check(visit.tiles.asked, "tiles came")


def the_keyboard_is_enough(visit):
    page = visit.opened(press=lambda page: (page.get_by_role("button", name=OPEN).focus(), page.keyboard.press("Enter")))
    page.locator(".slippy-map").focus()
    before = pane(page)
    page.keyboard.press("ArrowRight")
    page.wait_for_function("before => document.querySelector('.leaflet-map-pane').style.transform !== before", arg=before)
    labels = []
    for _ in range(4):
        page.keyboard.press("Tab")
        labels.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    expect(labels, ["2 すみれ", "3 さくら", "1 ひまわり、4 つばき", "5 縁側の会、およその位置"], "pins in order")
    expect(page.evaluate("getComputedStyle(document.activeElement).outline"), "rgb(0, 0, 0) solid 4px", "the focus ring")
    page.keyboard.press("Enter")
    page.wait_for_selector(".leaflet-popup a")
    expect(page.evaluate("document.activeElement.textContent"), "5 縁側の会", "the name has the focus")
    expect(page.evaluate("getComputedStyle(document.activeElement).outline"), "rgb(0, 0, 0) solid 4px", "with a ring")
    page.keyboard.press("Escape")
    page.wait_for_selector(".leaflet-popup", state="detached")
    expect(page.evaluate("document.activeElement.getAttribute('aria-label')"), labels[-1], "back on the pin")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press(" ")
    page.wait_for_selector(".leaflet-popup a")
    links = page.locator(".leaflet-popup a").all_inner_texts()
    expect(links, ["1 ひまわり", "4 つばき"], "both places of the house")
    zoom = scale(page)
    page.keyboard.press("+")
    page.wait_for_function("before => document.querySelector('.leaflet-control-scale-line').textContent !== before", arg=zoom)
    page.locator(".leaflet-popup a").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/004.html")


def pins_that_would_cover_one_another_share_one(visit):
    page = visit.opened()
    for _ in range(3):
        page.get_by_role("button", name="小さく").click()
        page.wait_for_timeout(400)
    expect(page.locator(".slippy-pin").all_inner_texts(), ["4か所"], "all in one")
    page.locator(".slippy-pin").click()
    expect(page.locator(".leaflet-popup a").all_inner_texts(), ["1 ひまわり", "2 すみれ", "3 さくら", "4 つばき"], "by number")
    page.keyboard.press("Escape")
    page.locator(".slippy-pin").focus()
    for _ in range(3):
        page.keyboard.press("+")
        page.wait_for_timeout(400)
    expect(page.locator(".slippy-pin").count(), 3, "and part again")
    expect(page.evaluate("document.activeElement.textContent"), "1・4", "the focus stays with the first")


def the_drawn_map_comes_back(visit):
    page = visit.opened()
    page.get_by_role("button", name=BACK).click()
    check(drawn_map(page), "drawn map")
    expect(page.locator(".slippy-map").count(), 0, "the other is gone")
    page.get_by_role("button", name=OPEN).click()
    page.wait_for_selector(".slippy-map .leaflet-tile-loaded")


def paper_shows_the_drawn_map(visit):
    page = visit.opened()
    page.emulate_media(media="print")
    check(drawn_map(page), "drawn map")
    check(not page.locator(".slippy-map").is_visible(), "and no other")


def without_tiles_the_drawn_map_stays(visit):
    page = visit.page()
    page.route("**/*.png", lambda route: route.abort())
    page.get_by_role("button", name=OPEN).click()
    page.get_by_text("読みこめませんでした").wait_for()
    check(drawn_map(page), "drawn map")
    check(page.get_by_role("button", name=OPEN).is_visible(), "and another try")


def without_the_library_the_drawn_map_stays(visit):
    if visit.origin.startswith("file:"):
        return  # Playwright cannot stand between a page and a file.
    page = visit.page(service_workers="block")  # Nor between a page and its worker.
    page.route("**/leaflet.js", lambda route: route.abort())
    page.get_by_role("button", name=OPEN).click()
    page.get_by_text("読みこめませんでした").wait_for()
    check(drawn_map(page), "drawn map")
    page.unroute("**/leaflet.js")
    page.get_by_role("button", name=OPEN).click()
    page.wait_for_selector(".slippy-map .leaflet-tile-loaded")


def without_script_there_is_no_button(visit):
    page = visit.page(java_script_enabled=False)
    check(drawn_map(page), "drawn map")
    check(not page.get_by_role("button", name=OPEN).is_visible(), "no button")


def an_area_without_boundary_and_places_has_none(visit):
    page = visit.page("areas/yama.html")
    expect(page.locator(".slippy-strip").count(), 0, "no button")
    check(visit.tiles.origin not in page.content(), "and no wider policy")


def english_pages_have_it_too(visit):
    page = visit.opened("en/areas/hama.html", press=lambda page: page.locator(".slippy-strip button").click())
    page.locator(".slippy-pin").first.click()
    page.locator(".leaflet-popup a").click()
    page.wait_for_url("**/en/places/002.html")


def a_narrow_screen_holds_it(visit):
    page = visit.opened(viewport={"width": 360, "height": 740})
    check(page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "no scrolling sideways")
    box = page.locator(".slippy-map").bounding_box()
    check(box["height"] <= 740 * 0.75, "a way around it for the thumb")
    visit.picture(page, "narrow")


def axe_finds_nothing(visit):
    axe = axe_source()
    if axe is None:
        print("        axe-playwright-python is missing: not checked")
        return
    for opens_name in [False, True]:
        page = visit.opened()
        if opens_name:
            page.locator(".slippy-pin").last.click()
            page.wait_for_selector(".leaflet-popup a")
        page.wait_for_timeout(400)
        page.evaluate(axe)
        found = page.evaluate(
            "axe.run(document, {rules: {'color-contrast-enhanced': {enabled: true}, 'target-size': {enabled: true}}})")
        expect([(v["id"], v["nodes"][0]["html"][:150]) for v in found["violations"]], [], "axe")
        small = page.evaluate("""[...document.querySelectorAll('.slippy-map a, .slippy-map button, .slippy-map [role=button]')]
            .filter(e => e.offsetWidth < 44 || e.offsetHeight < 44).map(e => e.outerHTML)""")
        expect(small, [], "targets of 44 px")
        tiny = page.evaluate("""[...document.querySelectorAll('.slippy-map *')].filter(e =>
            e.children.length === 0 && e.textContent.trim() && parseFloat(getComputedStyle(e).fontSize) < 16).map(e => e.outerHTML)""")
        expect(tiny, [], "letters of 16 px")
        visit.picture(page, "popup" if opens_name else "open")


TESTS = [
    nothing_is_fetched_before_the_button_is_pressed, the_same_places_stand_under_the_same_numbers,
    the_keyboard_is_enough, pins_that_would_cover_one_another_share_one, the_drawn_map_comes_back, paper_shows_the_drawn_map, without_tiles_the_drawn_map_stays,
    without_the_library_the_drawn_map_stays, without_script_there_is_no_button,
    an_area_without_boundary_and_places_has_none, english_pages_have_it_too, a_narrow_screen_holds_it, axe_finds_nothing,
]


# The stage


class Visit:
    """One reader; whatever the browser refuses or complains of is a failure."""

    def __init__(self, browser, origin, tiles):
        self.browser, self.origin, self.tiles = browser, origin, tiles
        self.urls = []

    def page(self, path="areas/hama.html", **settings):
        context = self.browser.new_context(locale="ja-JP", **({"viewport": {"width": 1000, "height": 900}} | settings))
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("request", lambda request: self.urls.append(request.url))
        page.on("pageerror", lambda error: self.complain(error))
        page.on("console", lambda message: self.complain(message.text) if "Security Policy" in message.text else None)
        self.complaints = []
        page.goto(self.origin + "/" + path)
        return page

    def opened(self, path="areas/hama.html", press=lambda page: page.get_by_role("button", name=OPEN).click(), **settings):
        page = self.page(path, **settings)
        press(page)
        page.wait_for_selector(".slippy-map .leaflet-tile-loaded")
        page.wait_for_timeout(200)
        expect(self.complaints, [], "no complaint")
        foreign = [url for url in self.urls if not url.startswith((self.origin, self.tiles.origin, "data:"))]
        expect(foreign, [], "no other host")
        return page

    def complain(self, text):
        self.complaints.append(str(text))

    def picture(self, page, name):
        if os.environ.get("PICTURES"):
            page.screenshot(path=os.path.join(os.environ["PICTURES"], name + ".png"))


def drawn_map(page):
    return any(part.is_visible() for part in page.locator("figure.map svg.m-map").all())


def pane(page):
    return page.locator(".leaflet-map-pane").evaluate("e => e.style.transform")


def scale(page):
    return page.locator(".leaflet-control-scale-line").inner_text()


def check(condition, what):
    if not condition:
        raise AssertionError(what)


def expect(found, wanted, what):
    if found != wanted:
        raise AssertionError(f"{what}: {found!r}, not {wanted!r}")


def axe_source():
    package = importlib.util.find_spec("axe_playwright_python")
    path = package and pathlib.Path(package.origin).parent / "axe.min.js"
    return path.read_text() if path and path.exists() else None


def build(kayoi, folder, tiles):
    for path, text in GUIDE.items():
        write(folder, path, text.format(tiles=tiles))
    for number, name, reading, position, rest in PLACES:
        write(folder, f"places/{number}.md", f"---\n番号: {number}\n名称: {name}\nよみ: {reading}\n地区: hama\n位置: {position}\n"
              f"{rest}\n開催: 毎週火曜日 10:00〜11:30\n掲載: 可\n確認日: 2026-10-01\n---\n")
    subprocess.run([kayoi, "build", "--guide", folder, "--today", "2026-12-01", "--quiet"], check=True)
    return folder + "/site"


def serve(kayoi, folder):
    """The live preview of the same guide, and where it is."""
    command = [kayoi, "serve", "--guide", folder, "--today", "2026-12-01", "--language", "en"]
    preview = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    for line in preview.stdout:
        address = re.search(r"http://127\.0\.0\.1:\d+", line)
        if address:
            return preview, address[0]
    raise RuntimeError("kayoi serve said no address")


def write(folder, path, text):
    file = pathlib.Path(folder, "content", path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


class TileHandler(QuietHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "image/png")
        self.send_header("Content-Length", str(len(TILE)))
        self.end_headers()
        self.wfile.write(TILE)


class Server:
    """A server of this machine for the time of the test."""

    def __init__(self, handler):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.asked = self.asked = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.origin = f"http://127.0.0.1:{server.server_port}"


def png(size, colour):
    """A picture of one colour with a line along two edges."""
    row = lambda y: b"\0" + b"".join(bytes(colour if x and y else (200, 190, 170)) for x in range(size))
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"".join(row(y) for y in range(size)))) + chunk(b"IEND", b""))


TILE = png(256, (238, 234, 224))

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
