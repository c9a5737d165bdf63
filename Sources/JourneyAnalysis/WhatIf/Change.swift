public import JourneyModel

/// One thing that is supposed to be otherwise.
public enum Change: Hashable, Sendable {
  /// What is felt at a touchpoint, by all customers or by one persona, on the document's scale.
  case felt(TouchpointID, PersonaID?, Double)
  /// What the organisation believes is felt at a touchpoint, on the document's scale.
  case believed(TouchpointID, Double)
  /// How long one is in a touchpoint.
  case wait(TouchpointID, TimeSpan)
  /// How many of those who go on from a source take a transition.
  case traffic(Transition.Source, Transition.Target, Transition.Amount)
}

extension Change: CustomStringConvertible {
  /// The change as it is written: `log-in.felt=0` or `log-in -> left=5%`.
  public var description: String {
    switch self {
    case .felt(let touchpoint, let persona, let value):
      "\(touchpoint).felt\(persona.map { ".\($0)" } ?? "")=\(value.plainText)"
    case .believed(let touchpoint, let value): "\(touchpoint).believed=\(value.plainText)"
    case .wait(let touchpoint, let span): "\(touchpoint).wait=\(span)"
    case .traffic(let source, let target, .customers(let count)): "\(source) -> \(target)=\(count)"
    case .traffic(let source, let target, .share(let share)): "\(source) -> \(target)=\(share)"
    }
  }

  /// Reads a change.
  ///
  /// - Parameter text: `TOUCHPOINT.felt=SCORE`, `TOUCHPOINT.felt.PERSONA=SCORE`,
  ///   `TOUCHPOINT.believed=SCORE`, `TOUCHPOINT.wait=TIME`, or `SOURCE -> TARGET=SHARE` with a count
  ///   instead of a share where the flow has counts.
  /// - Throws: ``ImpossibleChanges`` with one sentence when it is none of these.
  public init(_ text: String) throws(ImpossibleChanges) {
    guard let mark = text.lastIndex(of: "=") else {
      throw ImpossibleChanges("'\(text)' has no '='; write it like log-in.felt=0")
    }
    let place = String(Self.trimmed(text[..<mark]))
    let value = String(Self.trimmed(text[text.index(after: mark)...]))
    if let arrow = Self.arrow(in: place) {
      let source = String(Self.trimmed(place[..<arrow.lowerBound]))
      let target = String(Self.trimmed(place[arrow.upperBound...]))
      guard !source.isEmpty, !target.isEmpty else {
        throw ImpossibleChanges("'\(place)' is no transition; write it like log-in -> left=5%")
      }
      self = .traffic(
        Transition.Source(source), Transition.Target(target), try Self.amount(value, of: place))
      return
    }
    let parts = place.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch (parts.count, parts.count > 1 ? parts[1] : "") {
    case (2, "felt"): self = .felt(TouchpointID(parts[0]), nil, try Self.number(value, of: place))
    case (3, "felt"):
      self = .felt(
        TouchpointID(parts[0]), PersonaID(parts[2]), try Self.number(value, of: place))
    case (2, "believed"):
      self = .believed(TouchpointID(parts[0]), try Self.number(value, of: place))
    case (2, "wait"):
      guard let span = TimeSpan(value) else {
        throw ImpossibleChanges("'\(value)' is no time for \(place); write it like 90s, 4m or 2d")
      }
      self = .wait(TouchpointID(parts[0]), span)
    default:
      throw ImpossibleChanges(
        "'\(place)' cannot be changed; what can is a touchpoint's felt, felt.PERSONA, believed and "
          + "wait, and transitions such as log-in -> left")
    }
  }

  private static func number(_ text: String, of place: String) throws(ImpossibleChanges) -> Double {
    let plain = text.first == NumberSign.minus ? "-" + text.dropFirst() : text
    guard let value = Double(plain), value.isFinite,
      plain.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) })
    else { throw ImpossibleChanges("'\(text)' is no score for \(place); write it like -0.5") }
    return value
  }

  private static func amount(_ text: String, of place: String) throws(ImpossibleChanges)
    -> Transition.Amount
  {
    if let share = Share(percentage: text), share.fraction <= 1 { return .share(share) }
    if let count = Int(text), count >= 0 { return .customers(count) }
    throw ImpossibleChanges(
      "'\(text)' is neither a share from 0% to 100% nor a count for \(place)")
  }

  private static func arrow(in text: String) -> Range<String.Index>? {
    var place = text.startIndex
    while place < text.endIndex {
      let next = text.index(after: place)
      if text[place] == "→" { return place..<next }
      if text[place] == "-", next < text.endIndex, text[next] == ">" {
        return place..<text.index(after: next)
      }
      place = next
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

/// Signs that people paste.
private enum NumberSign {
  /// The true minus sign, as reports print it.
  static let minus: Character = "\u{2212}"
}

/// Changes that cannot be made, with every reason.
public struct ImpossibleChanges: Error, Hashable, Sendable {
  /// The reasons, each a sentence without its full stop.
  public var problems: [String]

  /// Creates the error.
  public init(_ problems: String...) {
    self.problems = problems
  }
}
