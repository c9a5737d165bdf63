/// Reads times as logs write them, from bytes to microseconds since 1970-01-01 UTC.
///
/// Understood are ISO 8601 with and without zone and with a fraction of any length (what is finer
/// than a microsecond is cut off), `yyyy-MM-dd HH:mm[:ss[.f]]`, `yyyy-MM-dd`, the same with slashes
/// or dots, `dd/MM/yyyy` and `MM/dd/yyyy` (by ``order``), `dd.MM.yyyy`, dates with the name of a
/// month (`12-Mar-2026`, `Mar 12, 2026`, `12. März 2026`), each with an optional time of 24 or 12
/// hours, and numbers: since 1970 (by ``epoch``), or as ``numbered`` says. A year of two digits lies
/// from 1969 to 2068. Each thread has a copy of its own.
struct TimeParser: Sendable {
  /// The zone of times that do not say theirs.
  var zone: ZoneClock
  /// How dates like 03/04/2026 are meant; nil: they are no times.
  var order: LogOptions.DateOrder?
  /// What numbers count; nil: they are no times.
  var epoch: EpochUnit?
  /// What numbers are that do not count since 1970; nil: ``epoch`` says it.
  var numbered: NumberedDate?

  /// The date that was read last, as it was written, and its days: neighbours often share it.
  private var lastDate: UInt64 = 0
  private var lastDay = UInt64.max
  private var lastDays: Int64 = 0

  /// Stands for the day of a time that says none.
  static let noDay = Int64.min
  /// The day of the time that was read last, as it was written; ``noDay`` where it says none.
  private(set) var day = noDay

  /// The first and the last day that were kept, since 1970-01-01, whatever their zone; nil where none
  /// was.
  var days: ClosedRange<Int64>? { firstDay <= finalDay ? firstDay...finalDay : nil }

  private var firstDay = Int64.max
  private var finalDay = Int64.min

  /// Creates a parser.
  init(
    zone: ZoneClock = ZoneClock(), order: LogOptions.DateOrder? = nil, epoch: EpochUnit? = nil
  ) {
    self.zone = zone
    self.order = order
    self.epoch = epoch
  }

  /// Reads numbers as another parser does, where nothing says what they are.
  mutating func takeNumbers(from other: TimeParser) {
    guard epoch == nil, numbered == nil else { return }
    epoch = other.epoch
    numbered = other.numbered
  }

  /// The time that is written; nil where it is none.
  @inline(__always)
  mutating func microseconds(_ text: UnsafeRawBufferPointer) -> Int64? {
    iso(text) ?? other(text)
  }

  /// `yyyy-MM-ddTHH:mm:ss[.f]Z` and the like, eight bytes at a time; nil: look closer.
  @inline(__always)
  private mutating func iso(_ text: UnsafeRawBufferPointer) -> Int64? {
    guard text.count >= 19 else { return nil }
    // Digits become 0…9 and the marks between them 0; 6 more carries what is no digit over.
    let date = text.loadUnaligned(as: UInt64.self).littleEndian ^ 0x2D30_302D_3030_3030
    let middle = text.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
    let mark = (middle >> 16) & 0xFF
    let hours = middle ^ (0x3030_3A30_3000_3030 | mark << 16)
    let end = text.loadUnaligned(fromByteOffset: 11, as: UInt64.self).littleEndian
    let seconds = end ^ 0x3030_3A30_303A_3030
    let sixes: UInt64 = 0x0606_0606_0606_0606
    let stray = (date &+ sixes) | date | (hours &+ sixes) | hours | (seconds &+ sixes) | seconds
    guard
      (stray & 0xF0F0_F0F0_F0F0_F0F0) | (date & 0xFF00_00FF_0000_0000)
        | (hours & 0x0000_FF00_0000_0000) | (seconds & 0x0000_FF00_00FF_0000) == 0,
      mark == 0x54 || mark == 0x20 || mark == 0x74
    else { return nil }
    let day = hours & 0xFFFF
    if date != lastDate || day != lastDay {
      let year = pair(date, 0) &* 100 &+ pair(date, 16)
      guard let days = CivilDate.days(year, pair(date, 40), pair(day, 0)) else { return nil }
      lastDate = date
      lastDay = day
      lastDays = days
    }
    self.day = lastDays
    let hour = pair(seconds, 0)
    let minute = pair(seconds, 24)
    let second = pair(seconds, 48)
    guard hour < 24, minute < 60, second < 60 else { return nil }
    let wall = lastDays &* 86_400 &+ Int64(hour &* 3_600 &+ minute &* 60 &+ second)
    var at = 19
    var fraction: Int64 = 0
    if at < text.count, text[at] == 0x2E {
      at &+= 1
      let first = at
      var scale: Int64 = 100_000
      while at < text.count, text[at] &- 0x30 < 10 {
        fraction &+= scale &* Int64(text[at] &- 0x30)
        scale /= 10
        at &+= 1
      }
      guard at > first else { return nil }
    }
    if at == text.count {
      return (wall &- zone.offset(wall: wall)) &* 1_000_000 &+ fraction
    }
    if text[at] == 0x5A, at &+ 1 == text.count { return wall &* 1_000_000 &+ fraction }
    guard let offset = ZoneSuffix.offset(UnsafeRawBufferPointer(rebasing: text[at...])) else {
      return nil
    }
    return (wall &- offset) &* 1_000_000 &+ fraction
  }

  /// Keeps the day of a time that counts: those of rows that are rejected are not the log's.
  @inline(__always)
  mutating func keep(_ day: Int64) {
    guard day != Self.noDay else { return }
    firstDay = min(firstDay, day)
    finalDay = max(finalDay, day)
  }

  @inline(__always)
  private func pair(_ digits: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: ((digits >> shift) & 0xF) &* 10 &+ ((digits >> (shift &+ 8)) & 0xF))
  }

  /// Every other way to write a time.
  private mutating func other(_ text: UnsafeRawBufferPointer) -> Int64? {
    var written = WrittenTime(text)
    day = Self.noDay
    if let number = written.number() {
      if let numbered {
        guard let wall = numbered.wall(number) else { return nil }
        return wall &- zone.offset(wall: wall / 1_000_000) &* 1_000_000
      }
      return epoch?.time(
        whole: number.whole, millionths: number.millionths, isNegative: number.isNegative)
    }
    guard let date = written.date(order: order), let time = written.timeOfDay() else { return nil }
    guard let days = CivilDate.days(date.year, date.month, date.day) else { return nil }
    day = days
    let wall = days &* 86_400 &+ Int64(time.seconds)
    guard let rest = written.rest() else {
      return (wall &- zone.offset(wall: wall)) &* 1_000_000 &+ time.fraction
    }
    guard time.isGiven, let offset = ZoneSuffix.offset(rest) else { return nil }
    return (wall &- offset) &* 1_000_000 &+ time.fraction
  }
}
