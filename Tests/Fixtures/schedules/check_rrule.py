#!/usr/bin/env python3
"""Expands recurrence lines with python-dateutil and compares the days: reads blocks from standard input.

A block is the text, the days wanted (separated by spaces), the recurrence lines, and an empty line.
Prints every block that expands to other days; exit status 1 if there is one.
"""
import sys

from dateutil.rrule import rrulestr


def main():
    faults = count = 0
    for block in sys.stdin.read().split("\n\n"):
        if not block.strip():
            continue
        text, wanted, *lines = block.strip("\n").split("\n")
        # dateutil does not know VALUE=DATE everywhere; its days begin at midnight anyway.
        lines = [line.replace(";VALUE=DATE", "") for line in lines]
        got = [day.date().isoformat() for day in rrulestr("\n".join(lines), forceset=True)] if lines else []
        count += 1
        if got != wanted.split():
            faults += 1
            print(f"{text}\n  {lines}\n  missing {sorted(set(wanted.split()) - set(got))[:5]} surplus {sorted(set(got) - set(wanted.split()))[:5]}")
    print(f"{count} sets, {faults} faults", file=sys.stderr)
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main())
