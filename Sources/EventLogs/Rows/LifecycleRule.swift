import EventCounting

/// What becomes of an event that says which part of a life cycle it is.
struct LifecycleRule: Sendable {
  private let only: [[UInt8]]
  private let isJoined: Bool
  /// Whether parts of a life cycle matter at all.
  let isNeeded: Bool

  init(_ lifecycle: LogOptions.Lifecycle) {
    switch lifecycle {
    case .all: (only, isJoined, isNeeded) = ([], false, false)
    case .only(let names):
      (only, isJoined, isNeeded) = (names.map { Array($0.lowercased().utf8) }, false, true)
    case .joined: (only, isJoined, isNeeded) = ([], true, true)
    }
  }

  /// Which part of an interval an event tells; nil: it is left out on purpose.
  ///
  /// What the log says is empty for `complete`, as XES has it. Where intervals are joined, parts
  /// other than `start` and `complete` are left out.
  func part(_ text: UnsafeRawBufferPointer) -> EventRow.Part? {
    guard isNeeded else { return .whole }
    if isJoined {
      if text.isEmpty { return .whole }
      if Self.equal(text, Self.start) { return .beginning }
      return Self.equal(text, Self.complete) ? .ending : nil
    }
    if text.isEmpty { return only.contains(Self.complete) ? .whole : nil }
    return only.contains { Self.equal(text, $0) } ? .whole : nil
  }

  /// What is said of a log with parts of a life cycle that are not told apart.
  ///
  /// - Parameters:
  ///   - name: What tells them.
  ///   - parts: The parts, in lower case.
  /// - Returns: A sentence.
  static func remark(_ name: String, _ parts: [String]) -> String {
    let shown = parts.prefix(5).map { "'\(ShownName.of($0))'" }.joined(separator: ", ")
    let isBoth = parts.contains("start") && parts.contains("complete")
    return "'\(name)' tells parts of events (\(shown)), and each counts as an event; "
      + (isBoth
        ? "--lifecycle joined makes one of start and complete."
        : "--lifecycle picks those that shall count.")
  }

  private static let start = Array("start".utf8)
  private static let complete = Array("complete".utf8)

  /// Whether they are the same but for the case of ASCII letters.
  private static func equal(_ text: UnsafeRawBufferPointer, _ lower: [UInt8]) -> Bool {
    guard text.count == lower.count else { return false }
    for at in 0..<text.count {
      let byte = text[at]
      guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == lower[at] else { return false }
    }
    return true
  }
}
