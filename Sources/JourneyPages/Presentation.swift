public import JourneyAnalysis
public import JourneyDiagrams
public import JourneyModel

/// What a page presents: a journey, its figures, and its finished pictures.
public struct Presentation: Sendable {
  /// The journey.
  public var journey: Journey
  /// Its figures, one for each persona that the page can show (and for everybody), in the order in
  /// which the page offers them.
  public var analyses: [Analysis]
  /// Its pictures; the first is the one that the page opens with.
  public var pictures: [PagePicture]
  /// The colours and fonts of the page, those of the pictures.
  public var theme: Theme
  /// The words of the page, those of the pictures.
  public var words: Words

  /// Creates a presentation of what was computed and drawn before.
  ///
  /// - Parameters:
  ///   - journey: The journey.
  ///   - analyses: Its figures, one for each persona that the page can show.
  ///   - pictures: Its pictures, the first the one that the page opens with.
  ///   - theme: The colours and fonts of the page.
  ///   - words: The words of the page; those of the journey's language unless given.
  public init(
    journey: Journey, analyses: [Analysis], pictures: [PagePicture], theme: Theme = .light,
    words: Words? = nil
  ) {
    self.journey = journey
    self.analyses = analyses
    self.pictures = pictures
    self.theme = theme
    self.words = words ?? .inLanguage(journey.language)
  }

  /// Computes the figures of a journey and draws its pictures.
  ///
  /// Cost: that of analysing once for each persona and of drawing views × personas pictures.
  ///
  /// - Parameters:
  ///   - journey: The journey.
  ///   - asOf: The day that the age of evidence is judged from.
  ///   - views: The views, the first the one that the page opens with.
  ///   - personas: Whom the page can show, nil for everybody; everybody and then each persona of
  ///     the journey unless said.
  ///   - options: How the pictures are to look; the page has their theme.
  ///   - words: The words of the page and its pictures; those of the journey's language unless
  ///     given.
  ///   - engines: Who measures text and places graphs.
  /// - Throws: `InvalidJourney` when the journey contradicts itself; what the engines throw.
  public init(
    drawing journey: Journey, asOf: CalendarDate, views: [any JourneyView] = ViewList.all,
    personas: [PersonaID?]? = nil, options: DrawingOptions = DrawingOptions(),
    words: Words? = nil, engines: Engines
  ) throws {
    // A page walks up to everything that it shows.
    var options = options
    options.mostTouchpoints = options.mostTouchpoints ?? .max
    let personas: [PersonaID?] = personas ?? [nil] + journey.personas.map { $0.id }
    let analyses = try personas.map { try journey.analyzed(asOf: asOf, persona: $0) }
    var pictures: [PagePicture] = []
    pictures.reserveCapacity(analyses.count * views.count)
    for analysis in analyses {
      let subject = Subject(journey: journey, analysis: analysis, words: words)
      for view in views {
        let picture = try view.finishedPicture(of: subject, options: options, engines: engines)
        pictures.append(
          PagePicture(view: view.name, persona: analysis.persona, picture: picture))
      }
    }
    self.init(
      journey: journey, analyses: analyses, pictures: pictures,
      theme: options.theme.reading(journey.language), words: words)
  }
}

/// One picture of a page: a view for everybody or for one persona.
public struct PagePicture: Sendable {
  /// The view's name, such as `map`.
  public var view: String
  /// Whose figures it shows; nil for everybody.
  public var persona: PersonaID?
  /// The finished picture.
  public var picture: Picture

  /// Creates a page's picture.
  public init(view: String, persona: PersonaID? = nil, picture: Picture) {
    self.view = view
    self.persona = persona
    self.picture = picture
  }
}
