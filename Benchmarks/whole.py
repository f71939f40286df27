#!/usr/bin/env python3
"""How long whole builds take: whole.py KAYOI GENERATOR [SIZE …]. Content and site lie in memory (/dev/shm).

For each size: the first build, a build of the next day (every page with a date changes), and a build with nothing to
do; wall seconds as median (minimum–maximum) of five, CPU seconds and peak memory of one."""
import os, shutil, statistics, subprocess, sys, tempfile, time

RUNS = 5


def run(kayoi, guide, site, day):
    start = time.monotonic()
    process = subprocess.Popen([kayoi, "build", "--quiet", "--guide", guide, "--output", site, "--today", day])
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{kayoi} ended with status {status}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def row(name, runs):
    walls = [wall for wall, _, _ in runs]
    _, cpu, memory = runs[len(runs) // 2]
    spread = f"({min(walls):.3f}–{max(walls):.3f})"
    print(f"{name:>10}  {statistics.median(walls):7.3f} {spread:<15}  {cpu:6.2f}  {memory // 1024:6d} MB", flush=True)


def main():
    kayoi, generator, *sizes = sys.argv[1:]
    folder = tempfile.mkdtemp(prefix="kayoi-bench-", dir="/dev/shm")
    try:
        for size in sizes or ["306", "10000"]:
            guide, site = f"{folder}/guide-{size}", f"{folder}/site-{size}"
            os.mkdir(guide)
            subprocess.run([generator, guide, size], check=True)
            print(f"{size} places    wall s                     CPU s    peak")
            first = []
            for _ in range(RUNS):
                shutil.rmtree(site, ignore_errors=True)
                first.append(run(kayoi, guide, site, "2026-12-01"))
            row("first", first)
            row("next day", [run(kayoi, guide, site, f"2026-12-{2 + n:02}") for n in range(RUNS)])
            row("unchanged", [run(kayoi, guide, site, f"2026-12-{1 + RUNS:02}") for _ in range(RUNS)])
            shutil.rmtree(guide)
    finally:
        shutil.rmtree(folder)


main()
