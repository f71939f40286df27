#!/usr/bin/env python3
"""Expands readings.txt to dates.tsv: the meetings from 2026-12-01 to 2027-11-30, without any of kayoi's code.

    python3 expand.py > dates.tsv        (needs python-dateutil)

Columns: text, remark, then "none" or per session hours=days: the days as hexadecimal bits, the last bit for the first day.
"""
import datetime as dt
import re
import sys
from pathlib import Path

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, FR, MO, SA, SU, TH, TU, WE, rrule

FIRST, LAST = dt.date(2026, 12, 1), dt.date(2027, 11, 30)
WEEKDAYS = dict(MO=MO, TU=TU, WE=WE, TH=TH, FR=FR, SA=SA, SU=SU)
# The Cabinet Office's list for 2027; December 2026 has none.
HOLIDAYS = {
    dt.date(2027, month, day)
    for month, day in [(1, 1), (1, 11), (2, 11), (2, 23), (3, 21), (3, 22), (4, 29), (5, 3), (5, 4), (5, 5), (7, 19),
                       (8, 11), (9, 20), (9, 23), (10, 11), (11, 3), (11, 23)]
}
DAY = dt.timedelta(days=1)


def days(**rule):
    # A margin, so that moved days from outside come in.
    start, end = FIRST - 40 * DAY, LAST + 40 * DAY
    return {day.date() for day in rrule(dtstart=dt.datetime.combine(start, dt.time()), until=dt.datetime.combine(end, dt.time()), **rule)}


def is_business(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def named(item):
    kind, _, value = item.partition(":")
    values = value.split(",") if value else []
    if kind == "W":
        return days(freq=WEEKLY, byweekday=[WEEKDAYS[v] for v in values])
    if kind == "M":
        return days(freq=MONTHLY, byweekday=[WEEKDAYS[v[-2:]](int(v[:-2])) for v in values])
    if kind == "D":
        return days(freq=MONTHLY, bymonthday=[int(v) for v in values])
    if kind == "X":
        return {dt.date.fromisoformat(v) for v in values}
    if kind == "ALL":
        return days(freq=DAILY)
    if kind == "BIZ":
        return {day for day in days(freq=DAILY) if is_business(day)}
    if kind == "HOL":
        return set(HOLIDAYS)
    if kind == "HOLMO":
        return {day for day in HOLIDAYS if day.weekday() == 0}
    raise ValueError(item)


def moved(day, how):
    if how == "next":
        return day + DAY
    if how in ("biz", "prev"):
        step = DAY if how == "biz" else -DAY
        day += step
        while not is_business(day):
            day += step
        return day
    return None


def expand(item):
    """The days and the hours of one item."""
    result, hours = None, [""]
    for part in item.split():
        if result is None:
            result = named(part)
        elif part[0] == "@":
            months = set()
            for piece in part[1:].split(","):
                first, _, last = piece.partition("-")
                month = int(first)
                while True:
                    months.add(month)
                    if month == int(last or first):
                        break
                    month = month % 12 + 1
            result = {day for day in result if day.month in months}
        elif part[0] == "%":
            first, last = [(int(p[:2]), int(p[2:])) for p in part[1:].split("-")]
            within = (lambda d: first <= d <= last) if first <= last else (lambda d: d >= first or d <= last)
            result = {day for day in result if within((day.month, day.day))}
        elif part[0] == ">":
            how = part[1:]
            # "the business day before" is said of Saturdays and Sundays too
            unfit = (lambda d: not is_business(d)) if how == "prev" else (lambda d: d in HOLIDAYS)
            result = {moved(day, how) if unfit(day) else day for day in result} - {None}
        elif part[0] == "+":
            result = {day + int(part[1:]) * DAY for day in result}
        elif re.match(r"\d\d:", part):
            hours = part.split(",")
        else:
            raise ValueError(item)
    return result, hours


def meetings(meaning):
    items = [item.strip() for item in meaning.split(";")]
    closed = set()
    for item in items:
        if item.startswith("-"):
            closed |= expand(item[1:])[0]
    found = set()
    for item in items:
        if not item.startswith("-"):
            open_days, hours = expand(item)
            found |= {(day, hour) for day in open_days - closed for hour in hours if FIRST <= day <= LAST}
    timed = {day for day, hour in found if hour}
    return sorted((day, hour) for day, hour in found if hour or day not in timed)


def main():
    here = Path(__file__).parent
    meaning = None
    for line in (here / "readings.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("= "):
            meaning = line[2:].strip()
            continue
        text, _, remark = line.partition("\t")
        sessions = {}
        for day, hour in [] if meaning == "none" else meetings(meaning):
            sessions[hour] = sessions.get(hour, 0) | 1 << (day - FIRST).days
        listed = " ".join(f"{hour}={bits:x}" for hour, bits in sorted(sessions.items())) or "none"
        print(text, remark, listed, sep="\t")


if __name__ == "__main__":
    sys.exit(main())
