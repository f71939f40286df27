#!/usr/bin/env python3
"""Calendar files as calendar programs read them: calendars.py SITE DAY. DAY is the day on which SITE was built.

icalendar reads each place's file and recurring-ical-events counts out its repetitions; they have to be the days and
hours that the pages of the months show, neither more nor fewer, for a year. Days that want asking (要確認) may be there
or not. Of what meets on most days of a month the page tells only how many do so on each day: so many files must have it.
Also: lines of 75 bytes at most, CRLF, the zone, and a UID for each event that is nobody else's."""
import collections, datetime, html, pathlib, re, sys

try:
    import icalendar, recurring_ical_events
except ImportError:
    print("icalendar and recurring-ical-events are not installed: calendar files are not read")
    sys.exit(0)

YEAR = datetime.timedelta(days=365)


def days_on_pages(site):
    """Of each place, by number, the (day, beginning, end) that are certain, and those that want asking; of each month the
    places that meet on most days, and of each day how many of those."""
    certain, asked = collections.defaultdict(set), collections.defaultdict(set)
    often, counts = {}, {}
    for page in sorted(site.glob("calendar/????-??.html")):
        year, month = map(int, page.stem.split("-"))
        text = page.read_text(encoding="utf-8")
        rows = re.search(r'id="often".*?</section>', text, re.S)
        often[year, month] = set(map(int, re.findall(r'data-number="(\d+)"', rows[0]))) if rows else set()
        for day in re.findall(r'<section class="block day.*?</section>', text, re.S):
            date = datetime.date(year, month, int(re.search(r'id="day-(\d+)"', day)[1]))
            count = re.search(r'href="#often">\D*(\d+)', day)
            counts[date] = int(count[1]) if count else 0
            for row in re.findall(r'<li class="slot.*?</li>', day, re.S):
                number = int(re.search(r'places/(\d+)\.html', row)[1])
                hours = re.findall(r"\d+:\d\d", html.unescape(re.search(r'<span class="slot-time">(.*?)</span>', row)[1]))
                where = asked if 'class="check"' in row else certain
                where[number].add((date, *(hours + ["", ""])[:2]))
    return certain, asked, often, counts


def days_in_file(calendar, first, last):
    for event in recurring_ical_events.of(calendar).between(first, last + datetime.timedelta(days=1)):
        start, end = event["DTSTART"].dt, event.get("DTEND")
        if not isinstance(start, datetime.datetime):
            yield start, "", ""
            continue
        assert start.utcoffset() == datetime.timedelta(hours=9), f"{start} is not Japan's time"
        yield start.date(), start.strftime("%-H:%M"), end.dt.strftime("%-H:%M") if end and end.dt != start else ""


def read(file):
    text = file.read_bytes()
    assert text.endswith(b"END:VCALENDAR\r\n") and b"\n" not in text.replace(b"\r\n", b""), f"{file}: ends of lines"
    assert all(len(line) <= 75 for line in text.split(b"\r\n")), f"{file}: a line of more than 75 bytes"
    calendar = icalendar.Calendar.from_ical(text)
    identities = [str(event["UID"]) for event in calendar.walk("VEVENT")]
    assert len(identities) == len(set(identities)), f"{file}: a UID twice"
    return calendar, identities


def main():
    site, first = pathlib.Path(sys.argv[1]), datetime.date.fromisoformat(sys.argv[2])
    last = first + YEAR
    certain, asked, often, counts = days_on_pages(site)
    owners, compared, wrong, met = {}, 0, [], collections.Counter()
    for file in sorted(site.glob("places/*.ics")):
        calendar, identities = read(file)
        for identity in identities:
            if owners.setdefault(identity, file) != file:
                wrong.append(f"{file.name}: the UID {identity} is that of {owners[identity].name}")
        found = set(days_in_file(calendar, first, last))
        counted = {day for day in found if int(file.stem) in often[day[0].year, day[0].month]}
        found -= counted
        met.update({day[0] for day in counted})
        wanted, allowed = ({day for day in days[int(file.stem)] if first <= day[0] <= last} for days in (certain, asked))
        compared += len(wanted)
        # A meeting without a known end lasts somehow; its end is not compared.
        known = {day[:2] if not day[2] else day for day in wanted | allowed}
        missing = [day for day in wanted if day not in found and not (day[2] == "" and day[:2] in {each[:2] for each in found})]
        added = [day for day in found if day not in known and day[:2] not in known]
        if missing or added:
            wrong.append(f"{file.name}: missing {sorted(missing)[:3]}, added {sorted(added)[:3]}")
    for date in (date for date in counts if first <= date <= last):
        # Around the New Year the page counts those that want asking, too.
        is_open = (date.month, date.day) >= (12, 28) or (date.month, date.day) <= (1, 5)
        if met[date] > counts[date] or met[date] < counts[date] and not is_open:
            wrong.append(f"{date}: {met[date]} of those that meet on most days, {counts[date]} on the page")
    compared += sum(met.values())
    for file in [site / "calendar.ics", *sorted(site.glob("areas/*.ics"))]:
        identities = read(file)[1]
        if file.parent.name == "areas" and not set(identities) <= set(owners):
            wrong.append(f"{file.name}: events that no place has")
    for message in wrong:
        print("✗", message)
    print(f"{compared} days of {len(certain)} places compared, {len(wrong)} wrong")
    sys.exit(1 if wrong or not compared else 0)


main()
