"""Random event logs, by seed, with what makes counting hard."""

import datetime
import random

UTC = datetime.timezone.utc

# Names that are hard to quote, to compare and to write as CSV.
NAMES = [
    "Log in", "log in", "it's", 'say "hello"', "a,b;c", "back\\slash\\", "  blanks  ", "NULL", "null",
    "=1+1", "${x} $y", "Überweisung", "U\u0308berweisung", "東京 🗼", "two\nlines", "`tick`", "'; DROP "
    "TABLE events; --", "completed", "start", "%s {0} :name", "\\N", "tab\there", "\u202eright",
    "blanks", "\u3000東京 🗼\u00a0", "\u200blog in\ufeff", "Log\u00a0in", "\x0b\x0ctwo\nlines\x85", "Log in\u2007",
]
# White space that is no part of a name, and what is none but looks so.
WHITE = "\t\n\x0b\x0c\r \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200C))) + (
    "\u2028\u2029\u202f\u205f\u3000\ufeff")
COLUMNS = {
    "case": ["case", 'the "case"', "Fall`nummer", "order", "it's"],
    "touchpoint": ["touchpoint", "select", "Kontakt punkt", "a;b"],
    "time": ["time", "timestamp", "Zeit"],
}
# Cells that stop a careless cast; what can be read of them has to be read alike.
ODD = {
    "text": [
        "soon", "2024-02-30 10:00:00", "2023-02-29", "2024-13-01 00:00:00", "infinity", "-infinity",
        "now", "today", "epoch", "2024", "10:00", "2024-05-05 10:61:00", "0000-00-00 00:00:00", "99999",
        "290000-05-05 10:00:00", "2024-05-05T10:00:00+99:00", "2024-05-05 10:00:00 BC", "2024-05-05T",
        "1e400", "NaN", "2024-05-05 10:00:00; DROP TABLE events", "'", "\\", "२०२४-०५-०५",
    ],
    "number": [
        "soon", "99999999999999999999", "9223372036854775807", "-9223372036854775808", "1e400", "NaN",
        "Infinity", "-", "12", "0x10", "1_000", "१", "1" * 300, "--5", "5-", "1.2.3", "'",
    ],
    "felt": [
        "good", "nan", "inf", "-Infinity", "1e400", "-1e400", "1d", "0x10", "1_0", "n/a", "NULL", "-", "?",
        " 1.5\u00a0", "+.5", "1.", "1,5", "٣", "1" * 500, "1e", "e5", ".", "+", "1 2",
    ],
    "sequence": [
        "x", "1.5", "9223372036854775808", "-9223372036854775808", "1e400", "NaN", "0x1", "1_0",
        "1" * 400, ".", "-", "--1", "1 2",
    ],
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
        # Whether every column holds text, whatever a person may have put into it.
        self.is_loose = r.random() < 0.5
        self.time = r.choice(
            ["text", "milliseconds", "microseconds"] + ["seconds", "nanoseconds"] * self.is_loose
            + ["timestamptz", "timestamp"] * (not self.is_loose))
        self.zone = r.choice(["Europe/Berlin", None]) if self.time in ("text", "timestamp") else None
        self.timeout = r.choice([None, 60, 1800, 0.000001, 86400])
        names = sorted({name.strip(WHITE) for name in self.names})
        self.completed = r.sample(names, r.randint(0, min(2, len(names))))
        self.by_channel = "channel" in self.columns and r.random() < 0.7
        self.rows = self._rows()

    def _rows(self):
        r = self.random
        # Numbers before 1970 do not say their unit, and hours that a clock shows twice not which.
        years = [2024, 2025] + [1969] * (self.time not in ODD_UNITS)
        start = datetime.datetime(r.choice(years), r.choice([5, 6, 11]), 20, 11, tzinfo=UTC)
        start = int(start.timestamp()) * 1_000_000
        customers = [r.choice(["c", "K'", "Ω"]) + str(n) for n in range(r.randint(1, 60))]
        channels = r.sample(["web", "shop", 'the "app"', "Web", "é", "e\u0301", " web"], 3) + [""]
        personas = r.sample(["Amina", "George", "amina", "O'Neill", "Amina\u3000"], 2) + ["", " "]
        self.grain = ODD_UNITS.get(self.time, r.choice([1, 1_000_000]))
        rows = []
        for customer in customers:
            left = start + r.randrange(0, 20 * 86400) * 1_000_000
            persona = r.choice(personas)
            taken = set()
            for _ in range(int(r.expovariate(0.15)) + 1):
                began, moment, number = self._next(start, left, taken)
                left = max(left, moment)
                if r.random() < 0.05:
                    persona = r.choice(personas)
                rows.append({
                    "case": self._around(customer) if r.random() > 0.005 else r.choice(["", " \u2003"]),
                    "touchpoint": self._around(r.choice(self.names)) if r.random() > 0.005
                    else r.choice(["", "\t"]),
                    "time": moment if r.random() > 0.005 else None,
                    "began": began,
                    "sequence": number,
                    "channel": r.choice(channels),
                    "persona": persona if r.random() < 0.8 else "",
                    "stage": r.choice(["Before", "After ", "After", ""]),
                    "felt": round(r.uniform(-2, 2), r.choice([0, 1, 3])) if r.random() < 0.4 else None,
                })
        if not self.has_ties:
            for row in rows:
                row["sequence"] = self.random.randrange(100)
        r.shuffle(rows)
        if self.is_loose:
            self._spoil(rows)
        return rows

    def _next(self, start, left, taken):
        """When the next event begins, ends, and what orders it among those of the same time."""
        r, grain = self.random, self.grain
        arrival = left + self._pause()
        if self.timeout and r.random() < 0.15:
            arrival = left + int(self.timeout * 1e6) + r.choice([-1, 0, 1]) * grain
        has_interval = "began" in self.columns and r.random() < 0.6
        if has_interval and r.random() < 0.3:
            # Within what the customer is doing already.
            arrival = left - r.randrange(0, 7200) * 1_000_000
        arrival = max(arrival, start) // grain * grain
        number = r.randrange(0, 5)
        while ((arrival, number) if self.has_ties else arrival) in taken:
            number += 1
            arrival += 0 if self.has_ties else grain
        taken.add((arrival, number) if self.has_ties else arrival)
        if not has_interval:
            return None, arrival, number
        length = r.choice([0, 1, 1_000_000, 90_500_000, 3_600_000_000]) // grain * grain
        return arrival, arrival + length, number

    def _around(self, name):
        """A name, seldom with white space around it."""
        r = self.random
        if r.random() > 0.05:
            return name
        return r.choice(WHITE) + name + "".join(r.choices(WHITE, k=r.randrange(3)))

    def _spoil(self, rows):
        """Puts in cells that are none, never in the first rows, which say what a column holds."""
        for row in rows[100:]:
            for role in ("time", "began", "felt", "sequence"):
                if role in self.columns and self.random.random() < 0.03:
                    kind = role if role in ODD else "text" if self.time == "text" else "number"
                    row[role] = Odd(self.random.choice(ODD[kind]))

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
        if micros is None or isinstance(micros, Odd):
            return micros or ""
        if self.time == "seconds":
            return f"{micros // 1_000_000}.{micros % 1_000_000:06}" + "9" * (micros % 3)
        if self.time == "nanoseconds":
            return str(micros * 1000 + micros % 1000)
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
        end = self.random.choice(["\n", "\r\n"])
        with open(path, "w", newline="", encoding="utf-8") as file:
            file.write(line(self.columns.values()) + end)
            for row in self.rows:
                file.write(line(self.value(role, row[role]) for role in self.columns) + end)

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


def line(cells):
    """A line of CSV; unlike Python's writer it quotes whatever some reader takes for a line's end."""
    return ",".join(
        '"' + cell.replace('"', '""') + '"' if set(cell) & set(',;"\t\r\n') else cell
        for cell in cells)


class Odd(str):
    """A cell that was not meant to be there."""


# How fine numbers of a unit are; those of other units than these may be of any time.
ODD_UNITS = {"seconds": 1, "milliseconds": 1000, "microseconds": 1, "nanoseconds": 1}
