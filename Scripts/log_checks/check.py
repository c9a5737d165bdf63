"""Counts every log with `journey mine` and compares with what others counted."""

import collections
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

# Here others measured from the end of one interval to the beginning of the next; our times run from
# event to event.
OTHER_TIMES = {"interval_event_log.xes"}


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
            found, problem = counted(journey, root / expected["log"], pathlib.Path(scratch))
            wrong = [problem] if problem else list(differences(found, expected))
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
