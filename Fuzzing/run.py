#!/usr/bin/env python3
"""Runs the fuzzer on each promise for a while: run.py FUZZER SECONDS [PROMISE ...]

It begins from the texts of this repository and from Fuzzing/corpus. What is new to it stays beside the program, so that
the next run goes on from there; what breaks a promise goes to Fuzzing/corpus, where the tests keep it.
"""
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROMISES = ["front-matter", "markdown", "recurrence", "geojson", "templates"]
# Seconds for one input, megabytes for all of them: what is read in linear time needs far less.
LIMITS = ["-timeout=20", "-rss_limit_mb=2048", "-max_len=8192"]


def texts(pattern):
    return [path.read_bytes() for path in sorted(ROOT.glob(pattern))]


def features():
    """Files with a few features, of each kind and shape."""
    for text in texts("content/geo/*.geojson"):
        every = json.loads(text)["features"]
        for start in range(0, len(every), max(1, len(every) // 6)):
            some = json.dumps({"type": "FeatureCollection", "features": every[start : start + 2]}, ensure_ascii=False)
            yield some.encode()[:6000]


def seeds(promise):
    if promise == "front-matter":
        return texts("content/**/*.md")
    if promise == "markdown":
        return [text.split(b"\n---\n", 1)[-1] for text in texts("content/**/*.md")]
    if promise == "recurrence":
        return texts("Tests/Fixtures/schedules/families.txt")[0].splitlines()
    if promise == "geojson":
        return list(features())
    return texts("templates/*.mustache") + texts("templates/strings/*.yaml")


def words(promise):
    """What libFuzzer puts in and swaps: the words that mean something to the reader."""
    lists = {
        "front-matter": "---\\n|: |：|　|－|- |“|”|\\n  |[|{|]|}|, |# |\\r\\n| |\\n>-\\n |\\n>|'|\"|&a|*a|!t|? |...|﻿|電話：",
        "markdown": "[[|]]|{漢|かん}|![|](|](http://|](javascript:|&#106;|&Tab;|<!--|-->|<script>|<b x=\"|</|```|~~~|"
        "> |- |1. |# |**|_|054-000-0000|https://|\\n\\n|[a]: |\\\\|‮|&#x202E;|&colon;|<https:|&quot;",
        "recurrence": "毎週|毎月|第|週|曜|月|火|水|木|金|土|日|・|、|〜|から|まで|午前|午後|時|半|分|10:00|祝日|休み|は|を除く|年末年始|お盆|"
        "隔週|奇数|偶数|末日|令和8年|2026年|の場合|翌日|前日|冬期|（|）|（火）|5のつく日|最終|平日|毎日|8月|12/29|ただし|要予約|\\n",
        "geojson": "\"type\"|\"Feature\"|\"FeatureCollection\"|\"features\"|\"geometry\"|\"properties\"|\"coordinates\"|\"kind\"|"
        "\"Polygon\"|\"MultiPolygon\"|\"LineString\"|\"Point\"|\"GeometryCollection\"|\"geometries\"|\"boundary\"|\"area\"|"
        "\"road\"|\"water\"|\"landmark\"|\"station\"|\"name\"|[138.3,34.8]|[[|]]|1e308|-0|null|\\\\u0000|\\\\ud800|180|90|{|}|,",
        "templates": "{{|}}|{{#|{{/|{{^|{{>p}}|{{<base}}|{{$main}}|{{/main}}|{{/base}}|{{!|name|nearby|title|within|tags|"
        "isHome|t.word|t.counted|.|{{{|{{&|\\n  |: |\"{|#",
    }
    def escaped(word):
        word = word.encode().decode("unicode_escape").encode("latin1") if "\\" in word else word.encode()
        return "".join(f"\\x{byte:02x}" for byte in word)

    return "\n".join(f'"{escaped(word)}"' for word in lists[promise].split("|") if word) + "\n"


def run(fuzzer, promise, seconds):
    kept = ROOT / "Fuzzing/corpus" / promise
    work = fuzzer.resolve().parent / "fuzzing" / promise
    corpus = work / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    kept.mkdir(parents=True, exist_ok=True)
    for seed in seeds(promise):
        (corpus / hashlib.sha1(seed).hexdigest()).write_bytes(seed)
    (work / "words").write_text(words(promise))
    log = work / "log"
    command = [fuzzer, corpus, kept, f"-max_total_time={seconds}", f"-dict={work}/words", f"-artifact_prefix={kept}/",
               "-print_final_stats=1", *LIMITS]
    environment = dict(os.environ, KAYOI_PROMISE=promise, SWIFT_BACKTRACE="enable=no",
                       ASAN_OPTIONS="detect_leaks=0:allocator_may_return_null=1")
    with open(log, "wb") as out:
        status = subprocess.run(command, env=environment, stdout=out, stderr=subprocess.STDOUT).returncode
    lines = log.read_text(errors="replace").splitlines()
    told = [line for line in lines if line.startswith(("breach:", "SUMMARY", "Test unit", "Done", "stat::", "Fatal"))]
    print(f"{promise}: {'kept' if status == 0 else 'BROKEN'} ({log})", *["  " + line for line in told], sep="\n", flush=True)
    return status == 0


if __name__ == "__main__":
    fuzzer, seconds = Path(sys.argv[1]), int(sys.argv[2])
    results = [run(fuzzer, promise, seconds) for promise in sys.argv[3:] or PROMISES]
    sys.exit(0 if all(results) else 1)
