/// A typed identifier: the id of one kind of thing in a journey document.
///
/// `Identifier<Touchpoint>` and `Identifier<Persona>` hold the same text and cannot be confused.
/// Ids are Unicode letters, digits, `-` and `_`; the reader and ``Journey/problems()`` check that,
/// the initialiser does not, so that a wrong id can be reported instead of trapping.
public struct Identifier<Subject>: RawRepresentable, Hashable, Sendable, Comparable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  /// The id as the document writes it.
  public var rawValue: String

  /// Creates an id from its text, unchecked.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Creates an id from its text, unchecked.
  public init(_ text: String) {
    self.rawValue = text
  }

  /// Creates an id from a literal, unchecked.
  public init(stringLiteral value: String) {
    self.rawValue = value
  }

  /// The id's text.
  public var description: String { rawValue }

  /// Orders ids by their text, for output that has no better order.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// The id of a journey; it names files and is the target of `diverted/ID`.
public typealias JourneyID = Identifier<Journey>
/// The id of a touchpoint, unique in its journey.
public typealias TouchpointID = Identifier<Touchpoint>
/// The id of a persona, unique in its journey.
public typealias PersonaID = Identifier<Persona>
/// The id of a channel, unique in its journey.
public typealias ChannelID = Identifier<Channel>
/// The name of a stage, which is its id too.
public typealias StageID = Identifier<Stage>
