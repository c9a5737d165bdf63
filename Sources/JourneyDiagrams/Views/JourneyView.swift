public import JourneyAnalysis
public import JourneyModel

/// A way to draw a journey, such as `map`.
///
/// A view turns a subject into a ``Picture`` and knows no file format. To add one, write a type
/// that conforms and put it into ``ViewList``, or hand it to whoever renders.
public protocol JourneyView: Sendable {
  /// The name by which the view is asked for; lower-case letters.
  var name: String { get }

  /// The graph underneath the picture as DOT text.
  ///
  /// - Parameters:
  ///   - subject: What is drawn.
  ///   - options: How it is to look.
  /// - Returns: The DOT text; nil when there is no graph underneath.
  /// - Throws: What keeps the graph from being written.
  func dot(of subject: Subject, options: DrawingOptions) throws -> String?

  /// The picture.
  ///
  /// - Parameters:
  ///   - subject: What is drawn.
  ///   - options: How it is to look.
  ///   - engines: Who measures text and places graphs.
  /// - Returns: The picture, always drawn from left to right; ``Picture/finished(for:)`` mirrors it.
  /// - Throws: What the engines throw.
  func picture(of subject: Subject, options: DrawingOptions, engines: Engines) throws -> Picture
}

extension JourneyView {
  /// The picture as people get it: in fonts that have the letters of the document's language,
  /// mirrored, on its board; in a brief theme, such as the projector's, with as many touchpoints as
  /// can be read from the last row.
  ///
  /// - Parameters:
  ///   - subject: What is drawn.
  ///   - options: How it is to look.
  ///   - engines: Who measures text and places graphs.
  /// - Returns: The finished picture.
  /// - Throws: What the view and the engines throw.
  public func finishedPicture(
    of subject: Subject, options: DrawingOptions, engines: Engines
  ) throws -> Picture {
    var options = options
    options.theme = options.theme.reading(subject.journey.language)
    guard let fit = BoardFit(options, view: name) else {
      return try picture(of: subject, options: options, engines: engines).finished(for: options)
    }
    return try fit.picture(of: subject, options) { options in
      try picture(of: subject, options: options, engines: engines)
    }.finished(for: options)
  }
}

/// What a view draws: a journey, its figures and the words to say it with.
public struct Subject: Sendable {
  /// The journey.
  public var journey: Journey
  /// Its figures, for everybody or for one persona.
  public var analysis: Analysis
  /// The words of the picture.
  public var words: Words

  /// Creates a subject.
  ///
  /// - Parameters:
  ///   - journey: The journey.
  ///   - analysis: Its figures.
  ///   - words: The words of the picture; those of the journey's language unless given.
  public init(journey: Journey, analysis: Analysis, words: Words? = nil) {
    self.journey = journey
    self.analysis = analysis
    self.words = words ?? .inLanguage(journey.language)
    // Who did not say what customers are called has them called so in the document's language.
    if journey.customers == Words.english.customers {
      self.journey.customers = self.words.customers
    }
  }

  /// The persona that the figures are for; nil for everybody.
  public var persona: Persona? {
    analysis.persona.flatMap { journey[persona: $0] }
  }

  /// Which way the document's language is read.
  public var direction: TextDirection { TextDirection(language: journey.language) }

  /// Whether those whom the figures are for meet a touchpoint at all.
  ///
  /// - Parameter touchpoint: A touchpoint of the journey.
  /// - Returns: False only for one persona's figures and a touchpoint of others.
  public func meets(_ touchpoint: Touchpoint) -> Bool {
    guard let persona = analysis.persona, !touchpoint.personas.isEmpty else { return true }
    return touchpoint.personas.contains(persona)
  }

  /// The prefix of ids in a picture of this subject: view, journey, and what differs from the
  /// defaults, so that several pictures can stand on one page.
  public func pictureID(view: String, theme: Theme) -> String {
    var id = view + "." + XMLName.escaped(journey.id.rawValue)
    if let persona = analysis.persona { id += "." + XMLName.escaped(persona.rawValue) }
    if theme.name != Theme.light.name { id += "." + XMLName.escaped(theme.name) }
    return id
  }
}

/// Who measures text and places graphs.
public struct Engines: Sendable {
  /// Measures text.
  public var measurer: any TextMeasuring
  /// Places graphs.
  public var layout: any GraphLayout

  /// Creates a pair of engines.
  public init(measurer: any TextMeasuring, layout: any GraphLayout) {
    self.measurer = measurer
    self.layout = layout
  }
}
