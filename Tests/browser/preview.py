#!/usr/bin/env python3
"""The live preview in a real browser: what an editor saves is seen, what is wrong is said, and what is mended is gone.

    Tests/browser/preview.py                     the tests, with .build/debug/kayoi or the program in $KAYOI
    Tests/browser/preview.py --measure GUIDE     how long from a save to the new page (a copy of GUIDE is edited)

Needs Python's playwright and a Chromium (/usr/bin/chromium or $CHROMIUM).
"""

import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import unittest

try:
    from playwright.sync_api import expect, sync_playwright
except ImportError:
    print("No playwright: the browser tests of the preview are skipped.", file=sys.stderr)
    sys.exit(0)

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
KAYOI = os.environ.get("KAYOI", str(ROOT / ".build/debug/kayoi"))

if not shutil.which(CHROMIUM):
    print(f"No {CHROMIUM}: the browser tests of the preview are skipped.", file=sys.stderr)
    sys.exit(0)

SOUND = {
    "content/guide.md": "---\n題: ためしのガイド\n連絡先: {名前: 事務局, 電話: 000-000-0000}\n---\n",
    "content/areas/hama.md": "---\n名称: 浜地区\nよみ: はまちく\n層: 1\n---\n",
    "content/places/himawari.md": (
        "---\n番号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n会場: 浜公民館\n"
        "開催: 毎週火曜日 10:00〜11:30\n掲載: 可\n---\nお茶を飲みます。\n" + "\n長い話。\n" * 150
    ),
}
PLACE = "content/places/himawari.md"


class Preview:
    """`kayoi serve` on a guide, until it is closed."""

    def __init__(self, guide):
        self.guide = pathlib.Path(guide)
        self.process = subprocess.Popen(
            [KAYOI, "serve", "--guide", str(guide), "--language", "ja"], stdout=subprocess.PIPE, text=True
        )
        self.address = self.process.stdout.readline().strip()

    def wait(self):
        """Until the first build is told."""
        self.process.stdout.readline()
        self.process.stdout.readline()

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


class PreviewTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()

    def setUp(self):
        self.guide = pathlib.Path(tempfile.mkdtemp(prefix="kayoi-browser-"))
        for path, text in SOUND.items():
            self.save(path, text)
        self.preview = Preview(self.guide)
        self.page = self.browser.new_page()
        self.faults = []
        self.page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.preview.wait()
        self.open("places/001.html")

    def tearDown(self):
        self.page.close()
        self.preview.close()
        shutil.rmtree(self.guide)
        self.assertEqual([fault for fault in self.faults if "404" not in fault and "503" not in fault], [])

    # What an editor does

    def save(self, path, text):
        file = self.guide / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def replace(self, path, old, new):
        """As most editors do: a new file in the place of the old one."""
        file = self.guide / path
        beside = file.with_name("." + file.name + ".tmp")
        beside.write_text(file.read_text().replace(old, new))
        beside.rename(file)

    # What is seen

    def open(self, path):
        self.page.goto(self.preview.address + path)

    def sees(self, text):
        expect(self.page.locator("body")).to_contain_text(text, timeout=20_000)

    @property
    def panel(self):
        return self.page.locator("#kayoi-preview section")

    def panel_says(self, *texts):
        for text in texts:
            expect(self.panel).to_contain_text(text, timeout=20_000)

    def panel_is_gone(self):
        expect(self.page.locator("#kayoi-preview")).to_have_count(0, timeout=20_000)

    # Tests

    def test_a_saved_text_is_seen(self):
        self.replace(PLACE, "お茶を飲みます。", "歌をうたいます。")
        self.sees("歌をうたいます。")
        self.save(PLACE, (self.guide / PLACE).read_text().replace("歌を", "大きな声で歌を"))
        self.sees("大きな声で歌をうたいます。")
        self.panel_is_gone()

    def test_many_saves_and_no_worker_between(self):
        for turn in range(12):
            self.save(PLACE, SOUND[PLACE].replace("お茶を飲みます。", f"歌を{turn}曲うたいます。"))
            self.sees(f"歌を{turn}曲うたいます。")
        # One that is being refused may be listed for a moment.
        self.page.wait_for_function(
            "() => navigator.serviceWorker.getRegistrations().then(all => all.length === 0)", timeout=10_000)

    def test_the_place_on_the_page_is_kept(self):
        self.page.evaluate("scrollTo(0, 1500)")
        self.replace(PLACE, "お茶を飲みます。", "歌をうたいます。")
        self.sees("歌をうたいます。")
        self.page.wait_for_function("() => Math.abs(scrollY - 1500) < 100", timeout=10_000)

    def test_a_mistake_is_said_and_gone_when_mended(self):
        self.replace(PLACE, "開催: 毎週火曜日", "開催: 毎週花曜日")
        self.panel_says(PLACE + ":7:", "毎週花曜日", "→")
        expect(self.panel.locator("ol")).to_be_visible()
        self.replace(PLACE, "毎週花曜日", "毎週水曜日")
        self.panel_is_gone()
        self.sees("水曜日")

    def test_an_error_leaves_the_last_good_page(self):
        self.replace(PLACE, "名称: ひまわり", "名称 ひまわり")
        self.panel_says("エラー", PLACE + ":3", "最後にできたページ")
        expect(self.panel).to_be_visible()
        expect(self.page.locator("h1")).to_contain_text("ひまわり")
        self.page.reload()
        self.panel_says(PLACE + ":3")
        self.replace(PLACE, "名称 ひまわり", "名称: ひなげし")
        self.panel_is_gone()
        self.sees("ひなげし")

    def test_old_warnings_wait_and_new_ones_show(self):
        self.replace(PLACE, "開催: 毎週火曜日", "開催: 毎週花曜日")
        expect(self.panel.locator("ol")).to_be_visible(timeout=20_000)
        self.replace(PLACE, "お茶を飲みます。", "歌をうたいます。")
        self.sees("歌をうたいます。")
        self.panel_says("1件")
        expect(self.panel.locator("ol")).to_be_hidden()

    def test_the_panel_folds_by_keyboard(self):
        self.replace(PLACE, "名称: ひまわり", "名称 ひまわり")
        self.panel_says(PLACE)
        button = self.panel.get_by_role("button")
        button.focus()
        self.page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(self.panel.locator("ol")).to_be_hidden()
        self.page.keyboard.press("Enter")
        expect(self.panel.locator("ol")).to_be_visible()
        self.page.keyboard.press("Escape")
        expect(self.panel.locator("ol")).to_be_hidden()

    def test_the_panel_is_accessible(self):
        try:
            from axe_playwright_python.sync_playwright import Axe
        except ImportError:
            self.skipTest("axe-playwright-python is not there")
        self.replace(PLACE, "名称: ひまわり", "名称 ひまわり")
        for scheme in ["light", "dark"]:
            self.page.emulate_media(color_scheme=scheme)
            self.panel_says(PLACE)
            expect(self.panel).to_be_visible()
            found = Axe().run(self.page, context="#kayoi-preview").response["violations"]
            self.assertEqual([f"{rule['id']}: {rule['nodes'][0]['target']}" for rule in found], [])
        # axe itself writes styles into the page, which the page's policy refuses.
        self.faults.clear()

    def test_a_broken_template(self):
        self.save("templates/place.mustache", "{{#nowhere}}")
        self.panel_says("templates/place.mustache:1")
        (self.guide / "templates/place.mustache").unlink()
        self.panel_is_gone()

    def test_the_guide_file_goes_and_comes_back(self):
        guide = self.guide / "content/guide.md"
        guide.rename(self.guide / "guide.md")
        self.panel_says("content/guide.md")
        (self.guide / "guide.md").rename(guide)
        self.panel_is_gone()

    def test_the_folder_goes_and_comes_back(self):
        (self.guide / "content").rename(self.guide / "away")
        self.panel_says("content")
        (self.guide / "away").rename(self.guide / "content")
        self.panel_is_gone()
        self.replace(PLACE, "お茶を飲みます。", "歌をうたいます。")
        self.sees("歌をうたいます。")

    def test_files_that_are_no_text(self):
        (self.guide / PLACE).write_bytes(bytes(range(256)) * 100)
        self.panel_says(PLACE)
        (self.guide / PLACE).unlink()
        os.mkfifo(self.guide / PLACE)
        self.panel_says(PLACE)
        (self.guide / PLACE).unlink()
        self.save(PLACE, SOUND[PLACE])
        self.panel_is_gone()
        self.sees("お茶を飲みます。")

    def test_a_new_place_in_a_new_folder(self):
        self.open("places/002.html")
        text = SOUND[PLACE].replace("番号: 1", "番号: 2").replace("ひまわり", "たんぽぽ")
        self.save("content/places/kita/tanpopo.md", text)
        expect(self.page.locator("h1")).to_contain_text("たんぽぽ", timeout=20_000)

    def test_another_page_cannot_look_in(self):
        self.page.goto("about:blank")
        blocked = self.page.evaluate(
            "address => fetch(address, { mode: 'no-cors' }).then(() => 'read', () => 'blocked')", self.preview.address
        )
        self.assertEqual(blocked, "blocked")
        self.faults.clear()

    def test_nothing_is_written(self):
        self.assertEqual(sorted(entry.name for entry in self.guide.iterdir()), ["content"])


def measure(guide, rounds=15):
    """Milliseconds from the write of a file to the frame in which the page shows its new text."""
    copy = pathlib.Path(tempfile.mkdtemp(prefix="kayoi-measure-", dir="/dev/shm"))
    shutil.copytree(pathlib.Path(guide) / "content", copy / "content")
    preview = Preview(copy)
    preview.wait()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        page = browser.new_page()
        # The time at which a page shows the word it was asked for, by the clock of the machine.
        page.add_init_script(
            """document.addEventListener("DOMContentLoaded", function () {
              requestAnimationFrame(function () { setTimeout(function () { window.seenAt = Date.now(); }); });
            });"""
        )
        file = next(f for f in sorted(copy.glob("content/places/**/*.md")) if re.search(r"掲載: *可", f.read_text()))
        number = int(re.search(r"番号: *(\d+)", file.read_text()).group(1))
        page.goto(f"{preview.address}places/{number:03}.html")
        times = []
        for turn in range(rounds):
            page.wait_for_function("() => window.seenAt")
            page.wait_for_timeout(300)
            word = f"歌 {turn}。"
            text = re.sub(r"\n歌 \d+。\n$", "\n", file.read_text()).rstrip("\n") + f"\n\n{word}\n"
            start = time.time() * 1000
            file.write_text(text)
            page.wait_for_function("word => document.body && document.body.innerText.includes(word) && window.seenAt", arg=word)
            times.append(page.evaluate("window.seenAt") - start)
        browser.close()
    preview.close()
    shutil.rmtree(copy)
    print(f"save to page: median {statistics.median(times):.0f} ms, best {min(times):.0f}, worst {max(times):.0f} ({rounds} saves)")


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "--measure":
        measure(sys.argv[2])
    else:
        unittest.main()
