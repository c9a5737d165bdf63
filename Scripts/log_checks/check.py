"""Counts every log with `journey mine` and compares with what others counted."""

import collections
import csv
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

# Here others measured from the end of one interval to the beginning of the next; our times run from
# beginning to beginning, so that what happens in an event counts too.
OTHER_TIMES = {"interval_event_log.xes"}

# Here others put events into the order of their ends. So do we where no column says when they began; and
# where one does, beginnings decide, which is counted here once more.
BEGINNINGS = {"interval_event_log.csv": "start_timestamp"}


def counted(journey, log, folder):
    """What `journey mine --write-counts` says, in the words of the expected files."""
    counts = folder / "counts.csv"
    counts.unlink(missing_ok=True)
    run = subprocess.run(
        [journey, "mine", log, "--write-counts", counts, "-o", "-"],
        capture_output=True, text=True, check=False)
    if run.returncode != 0:
        return None, run.stderr.strip()
    check = subprocess.run(
        [journey, "check", "-"], input=run.stdout, capture_output=True, text=True, check=False)
    if check.returncode != 0:
        return None, "the document that was mined has errors: " + check.stderr + check.stdout
    found = collections.defaultdict(dict)
    with open(counts, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["part"] != "everyone":
                continue
            kind, source, target = row["kind"], row["touchpoint"], row["next"]
            if kind == "visited":
                found["activities"][source] = int(row["count"])
            elif kind == "flow" and row["ending"]:
                ends = found["end_activities"]
                ends[source] = ends.get(source, 0) + int(row["count"])
            elif kind == "flow" and not source:
                found["start_activities"][target] = int(row["count"])
            elif kind == "flow":
                found["directly_follows"][source, target] = int(row["count"])
                if row["mean"]:
                    found["mean_seconds_between"][source, target] = float(row["mean"])
    return found, None


def without(log, column, folder):
    """A copy of a log that lacks a column."""
    copy = folder / log.name
    with open(log, encoding="utf-8", newline="") as file, open(
            copy, "w", encoding="utf-8", newline="") as out:
        rows = csv.DictReader(file)
        table = csv.DictWriter(
            out, [name for name in rows.fieldnames if name != column], extrasaction="ignore")
        table.writeheader()
        table.writerows(rows)
    return copy


def counted_by_beginning(log, column):
    """What `journey mine` should find where customers arrive at the beginnings, counted slowly."""
    cases = collections.defaultdict(list)
    with open(log, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            cases[row["case:concept:name"]].append(
                (datetime.datetime.fromisoformat(row[column]), row["concept:name"]))
    follows, seconds = collections.Counter(), collections.Counter()
    found = {key: collections.Counter() for key in (
        "activities", "start_activities", "end_activities")}
    for events in cases.values():
        events.sort(key=lambda event: event[0])
        found["start_activities"][events[0][1]] += 1
        found["end_activities"][events[-1][1]] += 1
        found["activities"].update(name for _, name in events)
        for (before, a), (after, b) in zip(events, events[1:]):
            follows[a, b] += 1
            seconds[a, b] += (after - before).total_seconds()
    return found | {
        "log": str(log),
        "directly_follows": [(a, b, n) for (a, b), n in follows.items()],
        "mean_seconds_between": {f"{a} -> {b}": seconds[a, b] / n for (a, b), n in follows.items()},
    }


def differences(found, expected):
    """What is not alike, one sentence each."""
    for key in ("activities", "start_activities", "end_activities"):
        if expected.get(key) is not None and found[key] != expected[key]:
            yield f"{key}: {found[key]} instead of {expected[key]}"
    follows = {(a, b): n for a, b, n in expected["directly_follows"]}
    for pair in sorted(follows.keys() | found["directly_follows"].keys()):
        ours, theirs = found["directly_follows"].get(pair, 0), follows.get(pair, 0)
        if ours != theirs:
            yield f"{pair[0]} -> {pair[1]}: {ours} instead of {theirs}"
    if pathlib.Path(expected["log"]).name in OTHER_TIMES:
        return
    for arrow, seconds in (expected.get("mean_seconds_between") or {}).items():
        pair = next((p for p in follows if f"{p[0]} -> {p[1]}" == arrow), None)
        ours = found["mean_seconds_between"].get(pair)
        if ours is None or abs(ours - seconds) > 0.0006:
            yield f"{arrow}: {ours} s instead of {seconds} s"


def main():
    journey, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    failed = checked = 0
    with tempfile.TemporaryDirectory() as scratch:
        for file in sorted((root / "expected").glob("*.json")):
            expected = json.loads(file.read_text(encoding="utf-8"))
            log, folder = root / expected["log"], pathlib.Path(scratch)
            beginning, wrong = BEGINNINGS.get(log.name), []
            if beginning:
                found, problem = counted(journey, log, folder)
                wrong = [problem] if problem else list(
                    differences(found, counted_by_beginning(log, beginning)))
                log = without(log, beginning, folder)
            found, problem = counted(journey, log, folder)
            wrong += [problem] if problem else list(differences(found, expected))
            checked += 1
            if wrong:
                failed += 1
                print(f"{expected['log']}: {len(wrong)} differences")
                for line in wrong[:5]:
                    print("  " + line)
    print(f"check-logs: {checked - failed} of {checked} logs count as others counted them")
    return 1 if failed or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
