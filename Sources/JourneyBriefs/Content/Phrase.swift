import JourneyDiagrams

/// Words of a brief: ours, and what documents say, kept apart so that every writer can set the
/// second kind as text whatever it holds and whichever way it runs.
public struct Phrase: Hashable, Sendable {
  /// A part of a phrase.
  public enum Run: Hashable, Sendable {
    /// Our own words and figures.
    case ours(String)
    /// What matters most in the phrase; our own words and figures.
    case strong(String)
    /// What a document says: names, decisions, owners.
    case said(String)

    /// The text itself.
    public var text: String {
      switch self {
      case .ours(let text), .strong(let text), .said(let text): text
      }
    }
  }

  /// The parts in their order.
  public var runs: [Run]

  /// Creates a phrase of parts.
  public init(runs: [Run] = []) { self.runs = runs }

  /// Creates a phrase of our own words.
  public init(_ text: String) { self.init(runs: text.isEmpty ? [] : [.ours(text)]) }

  /// What a document says, as a phrase of its own.
  ///
  /// - Parameter text: The document's words.
  /// - Returns: The phrase.
  public static func said(_ text: String) -> Phrase { Phrase(runs: [.said(text)]) }

  /// The whole phrase as plain text.
  public var plain: String { runs.map(\.text).joined() }

  /// The whole phrase as plain text in which what documents say turns nothing around it: characters
  /// that turn the direction of text are left out, and what runs from right to left stands in
  /// isolates of its own where other words stand beside it.
  var straight: String {
    let spoken = runs.filter { !$0.text.isEmpty }
    return spoken.map { run in
      let text = Self.straightened(run.text)
      guard case .said = run, spoken.count > 1 else { return text }
      return Scalars.isolated(text)
    }.joined()
  }

  /// A text without characters that turn its direction.
  static func straightened(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x202A...0x202E, 0x2066...0x2069: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// Whether nothing is said.
  public var isEmpty: Bool { runs.allSatisfy { $0.text.isEmpty } }

  /// One phrase after the other.
  public static func + (first: Phrase, second: Phrase) -> Phrase {
    Phrase(runs: first.runs + second.runs)
  }

  /// One phrase after the other.
  public static func += (first: inout Phrase, second: Phrase) { first.runs += second.runs }
}

extension Phrase: ExpressibleByStringInterpolation {
  /// Collects the parts of a phrase that is written as one string.
  public struct StringInterpolation: StringInterpolationProtocol {
    var runs: [Run] = []

    /// Begins an empty phrase.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds our own words.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { runs.append(.ours(literal)) }
    }

    /// Adds a figure or another word of ours.
    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

    /// Adds what matters most.
    public mutating func appendInterpolation(strong text: String) { runs.append(.strong(text)) }

    /// Adds what a document says.
    public mutating func appendInterpolation(said text: String) { runs.append(.said(text)) }

    /// Adds a phrase.
    public mutating func appendInterpolation(_ phrase: Phrase) { runs += phrase.runs }
  }

  /// Creates a phrase of our own words.
  public init(stringLiteral value: String) { self.init(value) }

  /// Creates a phrase from a string with gaps.
  public init(stringInterpolation: StringInterpolation) {
    self.init(runs: stringInterpolation.runs)
  }
}

extension [Phrase] {
  /// The phrases in one, with words of ours between them.
  func joined(_ separator: String) -> Phrase {
    var whole = Phrase()
    for (index, phrase) in enumerated() {
      if index > 0 { whole += Phrase(separator) }
      whole += phrase
    }
    return whole
  }
}
