#!/usr/bin/env python3
"""How long whole builds take: whole.py KAYOI GENERATOR [SIZE …]. Content and site lie in memory (/dev/shm).

A table for each size; wall seconds as median (minimum–maximum), CPU seconds and peak memory of one run:
  first      a build into an empty folder
  next day   every page with a date changes
  one file   a build after one file changed
  unchanged  a build with nothing to do
  saved      under `serve`: from saving a file to its changed page over HTTP
  hugo       the same content with equal pages by Hugo (Benchmarks/hugo), where it is installed; with the ratio to `first`
  C floor    reading the sources and writing the bytes of kayoi's site, no more (Benchmarks/floor.c), on one core
"""
import os, re, shutil, statistics, subprocess, sys, tempfile, time, urllib.request

RUNS = 5
HERE = os.path.dirname(os.path.abspath(__file__))


def timed(command, **options):
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} ended with status {status}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def row(name, runs, note=""):
    walls = [run[0] for run in runs]
    spread = f"({min(walls):.3f}–{max(walls):.3f})"
    line = f"{name:>10}  {statistics.median(walls):7.3f} {spread:<15}"
    if len(runs[0]) > 1:
        _, cpu, memory = runs[len(runs) // 2]
        line += f"  {cpu:6.2f}  {memory // 1024:6d} MB"
    print(line, note, flush=True)
    return statistics.median(walls)


class Guide:
    def __init__(self, kayoi, folder, site):
        self.kayoi, self.folder, self.site = kayoi, folder, site
        places = os.path.join(folder, "content", "places")
        names = sorted(os.path.join(path, name) for path, _, found in os.walk(places) for name in found)
        self.file = names[len(names) // 2]
        self.text = open(self.file, encoding="utf-8").read()
        self.number = int(re.search(r"番号: (\d+)", self.text)[1])
        self.changes = 0

    def build(self, day):
        return timed(
            [self.kayoi, "build", "--quiet", "--guide", self.folder, "--output", self.site, "--today", day])

    def change(self):
        """A mark in one file; what was there before stays out."""
        self.changes += 1
        mark = f"印{self.changes}番"
        with open(self.file, "w", encoding="utf-8") as file:
            file.write(self.text.rstrip() + f"\n\n{mark}\n")
        return mark

    def saves(self, runs):
        command = [self.kayoi, "serve", "--guide", self.folder, "--port", "0", "--today", "2026-12-01"]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            address = re.match(r"\S+?//[^/]+/\S*", server.stdout.readline())[0]
            page = re.sub(r"(//[^/]+/)", rf"\1places/{self.number:03d}.html", address, count=1)

            def shown():
                with urllib.request.urlopen(page) as answer:
                    return answer.read().decode()

            while True:
                try:
                    shown()
                    break
                except OSError:
                    time.sleep(0.05)
            time.sleep(1 + self.number / 1000)
            times = []
            for _ in range(runs):
                start = time.monotonic()
                mark = self.change()
                while mark not in shown():
                    time.sleep(0.001)
                times.append((time.monotonic() - start,))
                time.sleep(0.5)
            return times
        finally:
            server.terminate()
            server.wait()


def hugo(guide, folder):
    project = folder + "/hugo"
    shutil.copytree(HERE + "/hugo", project)
    os.symlink(guide.folder + "/content", project + "/content")
    runs = []
    for _ in range(RUNS):
        shutil.rmtree(project + "/public", ignore_errors=True)
        runs.append(timed(["hugo", "--quiet"], cwd=project))
    shutil.rmtree(project)
    return runs


def floor(guide, folder):
    program = folder + "/floor"
    subprocess.run(["cc", "-O2", "-o", program, HERE + "/floor.c"], check=True)
    runs = []
    for _ in range(3):
        output = subprocess.run(
            [program, guide.folder + "/content", guide.site, folder + "/copy"], check=True, capture_output=True, text=True)
        runs.append((float(output.stdout),))
        shutil.rmtree(folder + "/copy")
    return runs


def measure(kayoi, generator, size, folder):
    os.mkdir(folder + "/guide")
    subprocess.run([generator, folder + "/guide", size], check=True)
    guide = Guide(kayoi, folder + "/guide", folder + "/site")
    runs = RUNS if int(size) <= 10_000 else 3
    print(f"\n{size} places   wall s                    CPU s      peak")
    first = []
    for _ in range(runs):
        shutil.rmtree(guide.site, ignore_errors=True)
        shutil.rmtree(guide.folder + "/.kayoi", ignore_errors=True)
        first.append(guide.build("2026-12-01"))
    whole = row("first", first)
    row("next day", [guide.build(f"2026-12-{2 + n:02}") for n in range(runs)])
    changed = []
    for _ in range(runs):
        guide.change()
        changed.append(guide.build(f"2026-12-{1 + runs:02}"))
    row("one file", changed)
    time.sleep(0.2)
    guide.build(f"2026-12-{1 + runs:02}")
    row("unchanged", [guide.build(f"2026-12-{1 + runs:02}") for _ in range(runs)])
    row("saved", guide.saves(runs))
    if shutil.which("cc"):
        row("C floor", floor(guide, folder))
    if shutil.which("hugo"):
        peer = hugo(guide, folder)
        row("hugo", peer, f"  {statistics.median(run[0] for run in peer) / whole:.1f} times as long")


def main():
    kayoi, generator, *sizes = sys.argv[1:]
    for size in sizes or ["306", "10000", "100000"]:
        folder = tempfile.mkdtemp(prefix="kayoi-bench-", dir="/dev/shm")
        try:
            measure(kayoi, generator, size, folder)
        finally:
            shutil.rmtree(folder)


main()
