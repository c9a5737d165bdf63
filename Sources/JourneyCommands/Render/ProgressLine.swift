import JourneyKit
import TextSupport

/// One line on a terminal that says how far a long run is; nothing elsewhere.
struct ProgressLine {
  private let total: Int
  private let verb: String
  private let console: Console
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var drawnAt: ContinuousClock.Instant?
  private var isShown = false

  init(total: Int, console: Console, verb: String = "drawing") {
    self.total = total
    self.verb = verb
    self.console = console
    start = clock.now
  }

  /// Says how far the run is, at most ten times a second.
  mutating func update(done: Int, failed: Int) {
    guard console.isErrorTerminal, total > 1 else { return }
    let now = clock.now
    if let drawnAt, now - drawnAt < .milliseconds(100) { return }
    drawnAt = now
    isShown = true
    console.error(
      "\r" + Self.text(verb, done: done, of: total, failed: failed, after: now - start) + "\u{1B}[K"
    )
  }

  /// Takes the line away.
  mutating func clear() {
    guard isShown else { return }
    isShown = false
    console.error("\r\u{1B}[K")
  }

  /// `drawing 412 of 1,000 · 3 failed · about 12 s left`; short enough for every terminal.
  static func text(
    _ verb: String = "drawing", done: Int, of total: Int, failed: Int, after time: Duration
  ) -> String {
    var text = "\(verb) \(NumberText.grouped(done)) of \(NumberText.grouped(total))"
    if failed > 0 { text += " · \(NumberText.grouped(failed)) failed" }
    let seconds = time / .seconds(1)
    // The first second says little about the rest.
    guard done > 0, done < total, seconds >= 1 else { return text }
    let left = Int((seconds / Double(done) * Double(total - done)).rounded(.up))
    return text + " · about \(left < 120 ? "\(left) s" : "\((left + 59) / 60) min") left"
  }
}
