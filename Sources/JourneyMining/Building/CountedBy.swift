public import EventCounting
public import JourneyModel

/// The rules that a mined document says it was counted by, so that newer counts can follow the same.
///
/// They stand in `x-mined` of the document: `completed: [paid]` and `timeout: 30m`.
public struct CountedBy: Hashable, Sendable {
  /// The touchpoints that end well, as the log calls them.
  public var completed: [String]
  /// A longer pause begins another visit; nil: none does.
  public var timeout: TimeSpan?

  /// Creates rules.
  public init(completed: [String] = [], timeout: TimeSpan? = nil) {
    self.completed = completed
    self.timeout = timeout
  }

  /// Takes those by which a log was counted.
  public init(_ rules: CountingRules) {
    self.init(
      completed: rules.completed,
      timeout: rules.timeout.map { TimeSpan(seconds: Double($0) / 1e6) })
  }

  /// Reads what a document says; nothing where it was not mined or says what cannot be understood.
  public init(of journey: Journey) {
    self.init()
    guard
      case .mapping(let entries)? = journey.extensions.first(where: { $0.key == "x-mined" })?.value
    else { return }
    for entry in entries {
      switch (entry.key, entry.value) {
      case ("completed", .list(let names)):
        completed = names.compactMap { if case .text(let name) = $0 { name } else { nil } }
      case ("completed", .text(let name)): completed = [name]
      case ("timeout", .text(let text)):
        timeout = TimeSpan(text).flatMap { $0.seconds > 0 ? $0 : nil }
      default: break
      }
    }
  }

  /// As they stand in a document.
  var entries: [DocumentValue.Entry] {
    var entries: [DocumentValue.Entry] = []
    if !completed.isEmpty {
      entries.append(.init("completed", .list(completed.map { .text($0) })))
    }
    if let timeout { entries.append(.init("timeout", .text(timeout.description))) }
    return entries
  }
}
