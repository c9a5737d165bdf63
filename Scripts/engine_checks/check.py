"""Counts random logs with `journey mine` and with the query of `journey sql` on every database.

usage: check.py JOURNEY WORK LOGS
"""

import csv
import datetime
import difflib
import math
import os
import pathlib
import re
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from engine_checks.engines import ALL  # noqa: E402
from engine_checks.logs import Log  # noqa: E402

TEXTS = ["kind", "part", "member", "touchpoint", "next", "ending", "name"]
COUNTS = ["count", "customers", "visits", "places", "timed"]
FIGURES = ["mean", "median", "sd"]


def rows(path):
    """The rows of a counts file by what they are about; rows that count nothing left out."""
    with open(path, newline="", encoding="utf-8") as file:
        table = {}
        for row in csv.DictReader(file):
            counts = [int(row[name]) if row[name] else 0 for name in COUNTS]
            figures = [float(row[name]) if row[name] else None for name in FIGURES]
            key = tuple(row[name] for name in TEXTS)
            assert key not in table, (path, key)
            if any(counts) or any(figure is not None for figure in figures) or key[0] == "completed":
                table[key] = counts, figures
        return table


def near(a, b):
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)


def differences(ours, theirs):
    """What two files do not say alike, in words."""
    for key in sorted(ours.keys() | theirs.keys()):
        a, b = ours.get(key), theirs.get(key)
        if a is None or b is None or a[0] != b[0] or not all(map(near, a[1], b[1])):
            yield f"    {dict(zip(TEXTS, key))}\n      here  {a}\n      there {b}"


NUMBER = re.compile(r"-?[0-9]+[.][0-9]+")
DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")


def near_days(a, b):
    """Whether two lines say the same but for days, each no further than one from the other."""
    pairs = zip(DAY.findall(a), DAY.findall(b))
    return DAY.sub("#", a) == DAY.sub("#", b) and all(
        abs(datetime.date.fromisoformat(x) - datetime.date.fromisoformat(y)).days <= 1
        for x, y in pairs)


def alike(ours, theirs):
    """Their document with our figures where both differ by no more than their last digit.

    Means that lie halfway between two digits are rounded up here and down there. Days are those of
    the log's own clocks here and those of UTC there.
    """
    lines = theirs.splitlines()
    for index, (a, b) in enumerate(zip(ours.splitlines(), lines)):
        pairs = list(zip(NUMBER.findall(a), NUMBER.findall(b)))
        if NUMBER.sub("#", a) == NUMBER.sub("#", b) and all(
                math.isclose(float(x), float(y), rel_tol=1.01e-2, abs_tol=0.0101) for x, y in pairs):
            lines[index] = a
        elif near_days(a, b):
            lines[index] = a
    return "\n".join(lines)


def run(*arguments):
    done = subprocess.run(arguments, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(arguments)}\nended with {done.returncode}:\n{done.stderr}{done.stdout}")
    return done.stdout


def check(log, journey, work, engines):
    """Counts one log everywhere; the number of places where it is counted otherwise."""
    path, own = f"{work}/log-{log.seed}.csv", f"{work}/mine-{log.seed}.csv"
    log.write(path)
    mine = [journey, "mine", path, *log.options(), "--max-rejects=100%", "--title=Log"]
    document = run(*mine, f"--write-counts={own}")
    segments = ["--by-channel"] if log.by_channel else []
    if log.by_channel:
        run(*mine, "--segments=channel", f"--write-counts={own}")
    expected, failures = rows(own), 0
    for engine in engines:
        # Called like the log, so that the documents name the same source.
        query, answer = f"{work}/{engine.name}.sql", f"{work}/{engine.name}/log-{log.seed}.csv"
        os.makedirs(os.path.dirname(answer), exist_ok=True)
        run(journey, "sql", f"--engine={engine.name}", *engine.load(log, path), *log.options(),
            *segments, "-o", query)
        engine.answer(query, answer)
        found = list(differences(expected, rows(answer)))
        theirs = run(journey, "mine", f"--counts={answer}", "--max-rejects=100%", "--title=Log")
        found += [f"    {line}" for line in difflib.unified_diff(
            document.splitlines(), alike(document, theirs).splitlines(), "here", "there",
            lineterm="", n=0)]
        if found:
            failures += 1
            print(f"{engine.name} counts log {log.seed} otherwise ({log.options()}):")
            print("\n".join(found[:10]))
    return failures, len(log.rows), len(expected)


def main(journey, work, count):
    begin = time.monotonic()
    engines = [engine(work) for engine in ALL]
    failures = events = figures = 0
    for seed in range(1, int(count) + 1):
        wrong, rows_of_log, rows_of_counts = check(Log(seed), journey, work, engines)
        failures += wrong
        events += rows_of_log
        figures += rows_of_counts
    for engine in engines:
        engine.stop()
    names = ", ".join(engine.name for engine in engines)
    print(f"{count} logs of {events} events on {names}: {figures} rows each, {failures} unlike "
          f"journey mine, {time.monotonic() - begin:.0f} s")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
