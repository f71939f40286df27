#!/usr/bin/env python3
"""What the machine can do to a build: run.py KAYOI [KILLS [SERIES ...]] (500 for the long series; 10 in `make test`)

After each fault the site is the old one or the new one, whole; the program says what happened and ends with 3; and the
next build makes the new site. What only root can do (small disks) is left out for others, and said.
"""
import errno
import hashlib
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
KAYOI = str(Path(sys.argv[1]).resolve())
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 20
IS_LONG = KILLS >= 100
DAY = ["--today", "2026-11-21"]
random.seed(1)
failures = []


def fail(text):
    failures.append(text)
    print("  BROKEN:", text, flush=True)


def site(folder):
    """Every file below a folder, by its content; None where there is no such folder."""
    if not folder.is_dir():
        return None
    return {str(p.relative_to(folder)): hashlib.sha1(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()}


def build(guide, **more):
    environment = dict(os.environ, LANG="en_GB.UTF-8", **more.pop("environment", {}))
    command = [KAYOI, "build", *DAY, "--language", "en", *more.pop("options", [])]
    return subprocess.run(command, cwd=guide, env=environment, capture_output=True, text=True, timeout=300, **more)


class Guide:
    """A guide in two states, and the sites that belong to them."""

    def __init__(self, folder):
        self.path = Path(folder) / "guide"
        subprocess.run([KAYOI, "new", self.path, "--quiet", "--language", "ja"], check=True)
        self.sites = []
        for state in (1, 0):
            self.turn(state)
            result = build(self.path)
            assert result.returncode == 0, result.stderr
            self.sites.insert(0, site(self.path / "site"))
        assert self.sites[0] != self.sites[1]
        self.shown = 0

    def turn(self, state):
        """Changes what stands on every page, one place, and whether there is another one."""
        guide = self.path / "content/guide.md"
        text = re.sub("題: .*", f"題: 第{state}版のガイド", guide.read_text())
        guide.write_text(text)
        more = self.path / "content/places/more.md"
        if state == 1:
            more.write_text("---\n番号: 9\n名称: 九番\nよみ: きゅうばん\n地区: asahi\n開催: 毎週火曜日\n掲載: 可\n確認日: 2026-11-01\n---\n")
        else:
            more.unlink(missing_ok=True)

    def look(self, what, target):
        """Which site is there; it must be whole."""
        there = site(self.path / "site")
        for state in {self.shown, target}:
            if there == self.sites[state]:
                self.shown = state
                return state
        fail(f"{what}: the site is neither the old nor the new one")
        return None

    def heal(self, what, target):
        result = build(self.path)
        if result.returncode != 0 or site(self.path / "site") != self.sites[target]:
            fail(f"{what}: the next build does not heal: {result.stderr}")
        left = [name for name in os.listdir(self.path) if name.startswith(".site")]
        if left:
            fail(f"{what}: {left} is left")
        self.shown = target


def expect_refusal(what, result, *words):
    if result.returncode != 3:
        fail(f"{what}: exit status {result.returncode}, not 3: {result.stderr[-300:]}")
    if not any(word in result.stderr for word in words):
        fail(f"{what}: says {result.stderr[-300:]!r}, not one of {words}")


def kills_of_build(folder):
    guide = Guide(folder)
    start = time.monotonic()
    guide.turn(1), build(guide.path), guide.turn(0), build(guide.path)
    length = (time.monotonic() - start) / 2
    left = [0, 0]
    for number in range(KILLS):
        target = 1 - guide.shown
        guide.turn(target)
        process = subprocess.Popen([KAYOI, "build", "--quiet", *DAY], cwd=guide.path, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0, 1.1 * length))
        process.kill()
        process.wait()
        left[guide.look(f"kill {number}", target) == target] += 1
        if number % 10 == 9:
            guide.heal(f"kill {number}", target)
    guide.heal("the last kill", target)
    print(f"kills of build: {KILLS}; {left[0]} left the old site, {left[1]} the new one", flush=True)


def kills_of_serve(folder):
    """The preview writes nothing but its cache: content and site stay, byte for byte, and the next preview is whole."""
    guide = Guide(folder)
    content, old = site(guide.path / "content"), site(guide.path / "site")
    port = 20000 + os.getpid() % 20000
    whole = 0
    for number in range(KILLS):
        process = subprocess.Popen(
            [KAYOI, "serve", "--port", str(port), "--language", "en"], cwd=guide.path, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL)
        address = process.stdout.readline().decode().strip()
        process.stdout.readline()
        # A save, and a kill somewhere in what follows.
        guide.turn(1)
        time.sleep(random.uniform(0, 0.4))
        process.kill()
        process.wait()
        process.stdout.close()
        guide.turn(0)
        if site(guide.path / "content") != content or site(guide.path / "site") != old:
            fail(f"kill {number} of serve: content or site is not what it was")
        if number % 10 == 9:
            whole += preview_is_whole(guide, port)
    guide.heal("the last kill of serve", 0)
    print(f"kills of serve: {KILLS}; {whole} previews looked at afterwards, all whole", flush=True)


def preview_is_whole(guide, port):
    process = subprocess.Popen([KAYOI, "serve", "--port", str(port)], cwd=guide.path, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL)
    try:
        address = process.stdout.readline().decode().strip()
        process.stdout.readline()
        process.stdout.readline()
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        for _ in range(100):
            try:
                page = opener.open(address).read().decode()
                break
            except urllib.error.HTTPError as refusal:
                if refusal.code != 503:
                    raise
                time.sleep(0.1)
        if "第0版のガイド" not in page or "</html>" not in page:
            fail("the preview after a kill is not whole")
            return 0
        return 1
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def full_disks(folder):
    if os.geteuid() != 0:
        return print("full disks: left out, only root can mount", flush=True)
    disk = Path(folder) / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk]).returncode != 0:
        return print("full disks: left out, this machine does not let root mount", flush=True)
    try:
        guide = Guide(disk)
        count = refused = 0
        for room in sorted(random.sample(range(2, 150), 40 if IS_LONG else 6)):
            target = 1 - guide.shown
            guide.turn(target)
            used = (shutil.disk_usage(disk).used + 4095) // 4096
            subprocess.run(["mount", "-o", f"remount,size={(used + room) * 4096}", disk], check=True)
            result = build(guide.path)
            count += 1
            if result.returncode != 0:
                refused += 1
                expect_refusal(f"a disk with {room} pages left", result, "No space left", "full")
            guide.look(f"a disk with {room} pages left", target)
            subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
            guide.heal("a full disk", target)
        target = 1 - guide.shown
        guide.turn(target)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        expect_refusal("a read-only disk", build(guide.path), "Read-only")
        guide.look("a read-only disk", target)
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        guide.heal("a read-only disk", target)
        print(f"full disks: {count}; {refused} were too small; 1 read-only", flush=True)
    finally:
        subprocess.run(["umount", disk])


def permissions(folder):
    """As somebody whom modes concern."""
    guide = Guide(folder)
    everybody = dict(user=65534, group=65534, extra_groups=[]) if os.geteuid() == 0 else {}
    if everybody:
        # The program may lie where nobody else may look.
        global KAYOI
        own, KAYOI = KAYOI, str(Path(folder) / "kayoi")
        shutil.copy(own, KAYOI)
        os.chmod(folder, 0o755)
    cases = {"the guide's folder": guide.path, "a place": guide.path / "content/places/radio.md",
             "the places": guide.path / "content/places"}
    # What somebody put into the site goes with it to the new one, and away with the old one, also where nobody may write.
    carried = guide.path / "site/carried"
    carried.mkdir()
    (carried / "file").write_text("")
    for path in (guide.path, *guide.path.rglob("*")):
        if everybody:
            os.chown(path, 65534, 65534)
    carried.chmod(0o555)
    for state in (1, 0):
        guide.turn(state)
        result = build(guide.path, **everybody)
        left = [name for name in os.listdir(guide.path) if name.startswith(".site")]
        if result.returncode != 0 or left or not (carried / "file").exists():
            fail(f"a folder in the site where nobody may write: {left} {result.stderr[-300:]}")
    carried.chmod(0o755)
    shutil.rmtree(carried)
    guide.turn(1)
    for name, path in cases.items():
        mode = path.stat().st_mode
        os.chmod(path, 0o555 if path == guide.path else 0)
        expect_refusal(f"no permission for {name}", build(guide.path, **everybody), "Permission denied")
        os.chmod(path, mode)
        guide.look(name, 0)
    if everybody:
        KAYOI = own
    guide.heal("permissions", 1)
    print(f"permissions: {len(cases)} refused, 1 carried over", flush=True)


def failing_calls(folder):
    library = Path(folder) / "interposer.so"
    compiler = shutil.which("cc") or shutil.which("clang")
    if not compiler:
        return print("failing calls: left out, there is no C compiler", flush=True)
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-w", "-o", library, HERE / "interposer.c", "-ldl"], check=True)
    guide = Guide(folder)
    count = Path(folder) / "count"
    words = {errno.EIO: ("Input/output error",), errno.ENOSPC: ("No space left",), errno.EMFILE: ("Too many open files",)}
    tried = refused = survived = 0
    for call in ["open", "openat", "read", "write", "close", "mkdirat", "linkat", "renameat2", "syncfs", "opendir",
                 "fdopendir", "readdir", "fchmodat"]:
        def run(at, number):
            environment = {"LD_PRELOAD": str(library), "FAULT_CALL": call, "FAULT_AT": str(at),
                           "FAULT_ERRNO": str(number), "FAULT_BELOW": str(guide.path), "FAULT_COUNT": str(count)}
            return build(guide.path, environment=environment)

        target = 1 - guide.shown
        guide.turn(target)
        run(-1, errno.EIO)
        total = int(count.read_text())
        guide.heal(call, target)
        moments = range(1, total + 1)
        for at in random.sample(moments, min(total, 40 if IS_LONG else 3)):
            number = random.choice(list(words))
            target = 1 - guide.shown
            guide.turn(target)
            result = run(at, number)
            what = f"{call} {at} of {total} gives {errno.errorcode[number]}"
            tried += 1
            if result.returncode == 0:
                # Something that may fail: a file is copied where it cannot be linked, a cache is done without.
                survived += 1
                if guide.look(what, target) != target:
                    fail(f"{what}: ends with 0 and without the new site")
            else:
                refused += 1
                expect_refusal(what, result, *words[number])
                guide.look(what, target)
            guide.heal(what, target)
    clock = {"LD_PRELOAD": str(library), "FAULT_CLOCK": str(-20 * 365 * 86400)}
    for _ in range(5):
        target = 1 - guide.shown
        guide.turn(target)
        if build(guide.path, environment=clock).returncode != 0 or guide.look("a clock moved back", target) != target:
            fail("a clock moved back stops the build")
    guide.heal("a clock moved back", guide.shown)
    print(f"failing calls: {tried}; {refused} ended with 3, {survived} did without; 5 builds with the clock 20 years back",
          flush=True)


def few_handles(folder):
    guide = Guide(folder)
    refused = 0
    # With four the program's libraries give up by themselves.
    limits = range(5, 64, 1 if IS_LONG else 6)
    for limit in limits:
        target = 1 - guide.shown
        guide.turn(target)
        result = build(guide.path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit)))
        what = f"{limit} file handles"
        if result.returncode != 0:
            refused += 1
            # Without handles for its libraries the program does not even start; that is not ours to word.
            if result.returncode != 127:
                expect_refusal(what, result, "Too many open files")
        guide.look(what, target)
        guide.heal(what, target)
    print(f"few handles: {len(limits)} limits; {refused} were too few", flush=True)


def builds_at_once(folder):
    guide = Guide(folder)
    rounds = 30 if IS_LONG else 5
    for number in range(rounds):
        target = 1 - guide.shown
        guide.turn(target)
        command = [KAYOI, "build", "--quiet", *DAY]
        builds = [subprocess.Popen(command, cwd=guide.path, stderr=subprocess.DEVNULL) for _ in range(3)]
        if number % 2:
            time.sleep(random.uniform(0, 0.5))
            builds[0].kill()
        statuses = [process.wait() for process in builds]
        if any(status not in (0, -signal.SIGKILL) for status in statuses) or 0 not in statuses:
            fail(f"builds at once end with {statuses}")
        if guide.look("builds at once", target) != target:
            fail("builds at once leave the old site")
    guide.heal("builds at once", guide.shown)
    print(f"builds at once: {rounds} times three, every other time one of them killed", flush=True)


if __name__ == "__main__":
    every = [kills_of_build, kills_of_serve, full_disks, permissions, failing_calls, few_handles, builds_at_once]
    for series in every:
        if sys.argv[3:] and series.__name__ not in sys.argv[3:]:
            continue
        with tempfile.TemporaryDirectory(prefix="kayoi-faults-") as folder:
            series(os.path.realpath(folder))
    print("broken:", len(failures))
    sys.exit(1 if failures else 0)
