#!/usr/bin/env python3
"""How soon a page stands still on a cheap telephone: paint.py SITE [PATH …] [--json FILE]. Prints a table; exit 1 when anything jumped.

Chromium with the processor four times slower and a slow 4G line (150 ms, 1.6 Mbit/s down, 750 kbit/s up, compressed
as hosts send it), 360 × 640 px, empty cache. First and largest paint in ms, layout shift as a sum (wanted: 0), long
tasks over 50 ms, kilobytes over the line."""
import argparse, functools, gzip, http.server, io, json, pathlib, statistics, sys, threading
from playwright.sync_api import sync_playwright

KINDS = ["index.html", "areas.html", "areas/honcho.html", "places/001.html", "activities/index.html", "activities/exercise.html",
         "week.html", "calendar/2026-12.html", "kana.html", "access.html", "find.html", "my.html", "support.html",
         "stories/index.html", "events/index.html", "links.html", "state.html", "about.html", "en/index.html"]
RUNS = 3

OBSERVE = """
window.seen = { shift: 0, largest: 0, tasks: 0, what: '', moved: [] };
new PerformanceObserver(list => list.getEntries().forEach(entry => { seen.shift += entry.value;
  entry.sources.forEach(source => seen.moved.push(source.node && (source.node.className || source.node.nodeName))); }))
  .observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver(list => list.getEntries().forEach(entry => { seen.largest = entry.startTime;
  seen.what = entry.element ? entry.element.tagName.toLowerCase() : ''; })).observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver(list => list.getEntries().forEach(entry => { seen.tasks += entry.duration - 50; })).observe({ type: 'longtask', buffered: true });
"""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends what hosts send: text compressed."""
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def send_head(self):
        path = pathlib.Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return None
        body, isText = path.read_bytes(), path.suffix in (".html", ".css", ".js", ".svg", ".xml", ".json")
        if isText:
            body = gzip.compress(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if isText:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return io.BytesIO(body)


def measure(browser, address, script):
    context = browser.new_context(viewport={"width": 360, "height": 640}, device_scale_factor=2, is_mobile=True, has_touch=True,
                                  locale="ja-JP", timezone_id="Asia/Tokyo", service_workers="block")
    page = context.new_page()
    line = context.new_cdp_session(page)
    received = []
    line.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8})
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(script)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(1500)
    seen = page.evaluate("seen")
    seen["first"] = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    seen["kilobytes"] = sum(received) / 1024
    context.close()
    return seen


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site")
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--json")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    arguments = parser.parse_args()
    folder = pathlib.Path(arguments.site)
    paths = arguments.paths or [path for path in KINDS if (folder / path).exists()]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    figures, jumped = {}, []
    print(f"{'page':28} first  largest  (what)   shift  blocked     KB")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=arguments.chromium, args=["--no-sandbox"])
        for path in paths:
            runs = [measure(browser, f"http://127.0.0.1:{server.server_address[1]}/{path}", OBSERVE) for _ in range(RUNS)]
            middle = {key: statistics.median(run[key] for run in runs) for key in ("first", "largest", "tasks", "kilobytes")}
            middle["shift"] = max(run["shift"] for run in runs)
            figures[path] = middle
            print(f"{path:28} {middle['first']:5.0f}  {middle['largest']:7.0f}  {runs[0]['what']:8} {middle['shift']:.4f}  {middle['tasks']:7.0f}  {middle['kilobytes']:5.0f}", flush=True)
            if middle["shift"] > 0:
                jumped.append((path, sorted({str(name) for run in runs for name in run["moved"]})[:6]))
    if arguments.json:
        pathlib.Path(arguments.json).write_text(json.dumps(figures, indent=1), encoding="utf-8")
    for path, names in jumped:
        print(f"✗ {path} jumps: {names}")
    sys.exit(1 if jumped else 0)


if __name__ == "__main__":
    main()
