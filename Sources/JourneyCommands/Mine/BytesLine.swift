import EventLogs
import JourneyKit
import TextSupport

/// One line on a terminal that says how far the reading of a log is; nothing elsewhere.
struct BytesLine {
  private let console: Console
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var isShown = false

  init(console: Console) {
    self.console = console
    start = clock.now
  }

  /// Says how far it is.
  mutating func update(_ progress: LogReader.Progress) {
    guard console.isErrorTerminal else { return }
    let elapsed = clock.now - start
    // What is over in a moment needs no line.
    guard elapsed > .milliseconds(300) else { return }
    isShown = true
    console.error("\r" + Self.text(progress, after: elapsed) + "\u{1B}[K")
  }

  /// Takes the line away.
  mutating func clear() {
    guard isShown else { return }
    isShown = false
    console.error("\r\u{1B}[K")
  }

  /// `[██████····] 58 % · 5,812,000 rows · about 2 s left`; short enough for every terminal.
  static func text(_ progress: LogReader.Progress, after time: Duration) -> String {
    let rows = Wording.count(progress.rows, "row")
    guard let total = progress.total, total > 0 else {
      return "reading · \(NumberText.grouped(progress.bytes >> 20)) MB · \(rows)"
    }
    let share = min(1, Double(progress.bytes) / Double(total))
    let full = Int(share * 20)
    let bar =
      String(repeating: "█", count: full) + String(repeating: "·", count: 20 - full)
    var text = "[\(bar)] \(Int(share * 100)) % · \(rows)"
    let seconds = time / .seconds(1)
    if seconds >= 1, share > 0.02, share < 1 {
      let left = Int((seconds / share * (1 - share)).rounded(.up))
      text += " · about \(left < 120 ? "\(left) s" : "\((left + 59) / 60) min") left"
    }
    return text
  }
}
