"""Random event logs, by seed, with what makes counting hard."""

import csv
import datetime
import random

UTC = datetime.timezone.utc

# Names that are hard to quote, to compare and to write as CSV.
NAMES = [
    "Log in", "log in", "it's", 'say "hello"', "a,b;c", "back\\slash\\", "  blanks  ", "NULL", "null",
    "=1+1", "${x} $y", "Überweisung", "U\u0308berweisung", "東京 🗼", "two\nlines", "`tick`", "'; DROP "
    "TABLE events; --", "completed", "start", "%s {0} :name", "\\N", "tab\there", "\u202eright",
]
COLUMNS = {
    "case": ["case", 'the "case"', "Fall`nummer", "order", "it's"],
    "touchpoint": ["touchpoint", "select", "Kontakt punkt", "a;b"],
    "time": ["time", "timestamp", "Zeit"],
}


class Log:
    """One log: its rows as values, its columns and how it is to be counted."""

    def __init__(self, seed):
        self.random = r = random.Random(seed)
        self.seed = seed
        self.names = r.sample(NAMES, r.randint(2, 9))
        self.columns = {role: r.choice(names) for role, names in COLUMNS.items()}
        optional = {
            "began": "began", "sequence": "nr", "channel": "Kanal", "persona": "who's", "stage": "stage",
            "felt": "score",
        }
        for role, name in optional.items():
            if r.random() < 0.7:
                self.columns[role] = name
        # Without a column that orders them, ties of a database's own making are no fair question.
        self.has_ties = "sequence" in self.columns and r.random() < 0.8
        self.time = r.choice(["text", "timestamptz", "timestamp", "milliseconds", "microseconds"])
        self.zone = r.choice(["Europe/Berlin", None]) if self.time in ("text", "timestamp") else None
        self.timeout = r.choice([None, 60, 1800, 0.000001, 86400])
        # `journey mine` takes two spellings of one letter for the same name, a database does not.
        plain = [name for name in self.names if "berweisung" not in name]
        self.completed = r.sample(plain, r.randint(0, min(2, len(plain))))
        self.by_channel = "channel" in self.columns and r.random() < 0.5
        self.rows = self._rows()

    def _rows(self):
        r = self.random
        # Numbers before 1970 do not say their unit, and hours that a clock shows twice not which.
        years = [2024, 2025] + [1969] * (self.time not in ("milliseconds", "microseconds"))
        start = datetime.datetime(r.choice(years), r.choice([5, 6, 11]), 20, 11, tzinfo=UTC)
        start = int(start.timestamp()) * 1_000_000
        customers = [r.choice(["c", "K'", "Ω"]) + str(n) for n in range(r.randint(1, 60))]
        channels = r.sample(["web", "shop", 'the "app"', "Web", "é", "e\u0301"], 3) + [""]
        personas = r.sample(["Amina", "George", "amina", "O'Neill"], 2) + [""]
        grain = {"milliseconds": 1000, "microseconds": 1}.get(self.time, r.choice([1, 1_000_000]))
        rows = []
        for customer in customers:
            moment = start + r.randrange(0, 20 * 86400) * 1_000_000
            persona = r.choice(personas)
            taken = set()
            for _ in range(int(r.expovariate(0.15)) + 1):
                moment += self._pause()
                if self.timeout and r.random() < 0.1:
                    moment += int(self.timeout * 1e6) + r.choice([-1, 0, 1])
                moment = max(moment, start) // grain * grain
                number = r.randrange(0, 5)
                key = (moment, number) if self.has_ties else moment
                while key in taken:
                    number += 1
                    moment += 0 if self.has_ties else grain
                    key = (moment, number) if self.has_ties else moment
                taken.add(key)
                if r.random() < 0.05:
                    persona = r.choice(personas)
                rows.append({
                    "case": customer if r.random() > 0.005 else "",
                    "touchpoint": r.choice(self.names) if r.random() > 0.005 else "",
                    "time": moment if r.random() > 0.005 else None,
                    "began": moment - r.choice([0, 1, 1_000_000, 90_500_000]) // grain * grain
                    if r.random() < 0.6 else None,
                    "sequence": number,
                    "channel": r.choice(channels),
                    "persona": persona if r.random() < 0.8 else "",
                    "stage": r.choice(["Before", "After ", ""]),
                    "felt": round(r.uniform(-2, 2), r.choice([0, 1, 3])) if r.random() < 0.4 else None,
                })
        if not self.has_ties:
            for row in rows:
                row["sequence"] = self.random.randrange(100)
        r.shuffle(rows)
        return rows

    def _pause(self):
        r = self.random
        choice = r.random()
        if choice < 0.2 and self.has_ties:
            return 0
        if choice < 0.6:
            return r.randrange(1, 1800) * 1_000_000
        return r.randrange(1, 200_000_000_000)

    def written(self, micros):
        """A time as the log's own text."""
        if micros is None:
            return ""
        if self.time == "milliseconds":
            return str(micros // 1000)
        if self.time == "microseconds":
            return str(micros)
        moment = datetime.datetime.fromtimestamp(0, UTC) + datetime.timedelta(microseconds=micros)
        style = micros // 7 % 4 if self.time != "timestamp" else 3
        if style < 3:
            zone = [datetime.timedelta(0), datetime.timedelta(hours=2), datetime.timedelta(
                hours=-9, minutes=-30)][style]
            text = moment.astimezone(datetime.timezone(zone)).isoformat(sep="T" if style else " ")
            return text.replace("+00:00", "Z") if style == 0 else text
        local = moment.replace(tzinfo=None)
        return local.isoformat(sep=" " if micros % 2 else "T")

    def value(self, role, value):
        """A cell as text; empty where nothing is known."""
        if role in ("time", "began"):
            return self.written(value)
        return "" if value is None else str(value)

    def write(self, path):
        """Writes the log as CSV."""
        with open(path, "w", newline="", encoding="utf-8") as file:
            table = csv.writer(file, lineterminator=self.random.choice(["\n", "\r\n"]))
            table.writerow(self.columns.values())
            for row in self.rows:
                table.writerow([self.value(role, row[role]) for role in self.columns])

    def options(self):
        """What `journey mine` and `journey sql` are both told."""
        options = [f"--{role}={name}" for role, name in self.columns.items()]
        if self.timeout:
            options.append(f"--timeout={self.timeout:.6f}s")
        if self.completed:
            options += [part for name in self.completed for part in ("--completed", name)]
        if self.zone:
            options.append(f"--timezone={self.zone}")
        return options
