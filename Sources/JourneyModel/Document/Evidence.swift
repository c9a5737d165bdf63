/// What somebody found out, and how.
public struct Evidence: Hashable, Sendable {
  /// How it was found out.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// Working where customers are served.
    case serviceImmersion = "service-immersion"
    /// Talking with customers without a guide.
    case conversation
    /// Watching customers.
    case observation
    /// Asking customers about their problem.
    case problemInterview = "problem-interview"
    /// Asking customers in depth.
    case interview
    /// Watching customers try something.
    case usabilityTest = "usability-test"
    /// Asking many customers the same questions.
    case survey
    /// Counting what customers do.
    case analytics
    /// Staff going through the journey themselves.
    case selfExperience = "self-experience"
    /// What customers say unasked.
    case feedback
    /// What customers complain about.
    case complaint

    /// Whether its scores may enter a mean: those who chose to speak up, and staff, never do.
    public var entersMeans: Bool {
      switch self {
      case .complaint, .feedback, .selfExperience, .serviceImmersion: false
      default: true
      }
    }
  }

  /// The touchpoint it is about; nil for the whole journey.
  public var about: TouchpointID?
  /// How it was found out.
  public var method: Method
  /// How many customers it comes from.
  public var n: Int?
  /// Their mean feeling, on the document's scale.
  public var felt: Double?
  /// The standard deviation between them, in units of the document's scale.
  public var sd: Double?
  /// Which persona they are; nil for customers of all kinds.
  public var persona: PersonaID?
  /// When.
  public var date: CalendarDate?
  /// Where it is kept.
  public var source: String?
  /// The role that met the customers.
  public var by: String?
  /// How many were asked, answers or not.
  public var asked: Int?
  /// Keys that begin with `x-`.
  public var extensions: Extensions

  /// Creates a piece of evidence.
  public init(
    about: TouchpointID?, method: Method, n: Int? = nil, felt: Double? = nil, sd: Double? = nil,
    persona: PersonaID? = nil, date: CalendarDate? = nil, source: String? = nil,
    by: String? = nil, asked: Int? = nil, extensions: Extensions = []
  ) {
    self.about = about
    self.method = method
    self.n = n
    self.felt = felt
    self.sd = sd
    self.persona = persona
    self.date = date
    self.source = source
    self.by = by
    self.asked = asked
    self.extensions = extensions
  }
}
