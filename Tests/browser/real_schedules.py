#!/usr/bin/env python3
"""The schedules that people wrote, each as a place's: real_schedules.py KAYOI. Builds a guide of all those in
Tests/Fixtures/schedules and holds its calendar files against its pages, as calendars.py does."""
import json, pathlib, subprocess, sys, tempfile

DAY = "2026-11-21"
HERE = pathlib.Path(__file__).parent
FIXTURES = HERE.parent / "Fixtures" / "schedules"


def texts():
    for name in ["dates.tsv", "families.txt", "readings.txt"]:
        for line in (FIXTURES / name).read_text(encoding="utf-8").splitlines():
            text = line.split("\t")[0]
            if text and not text.startswith(("=", "#")):
                yield text


def write_guide(folder):
    (folder / "places").mkdir(parents=True)
    (folder / "areas").mkdir()
    (folder / "guide.md").write_text("---\n題: 開催の試し\n発行: みのり市社会福祉協議会\n版: 2026年度\n---\n", encoding="utf-8")
    (folder / "areas" / "a1.md").write_text("---\n名称: 一区\n---\n", encoding="utf-8")
    for number, text in enumerate(dict.fromkeys(texts()), 1):
        (folder / "places" / f"{number}.md").write_text(
            f"---\n番号: {number}\n名称: 試し{number}\n地区: a1\n開催: {json.dumps(text, ensure_ascii=False)}\n掲載: 可\n---\n",
            encoding="utf-8")


def main():
    kayoi = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        write_guide(pathlib.Path(folder) / "content")
        done = subprocess.run([kayoi, "build", "--quiet", "--today", DAY], cwd=folder, capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stderr)
        sys.exit(subprocess.run([sys.executable, HERE / "calendars.py", folder + "/site", DAY]).returncode)


main()
