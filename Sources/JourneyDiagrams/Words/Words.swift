package import JourneyModel

/// Every word that a picture says of its own, in one language.
///
/// `{}` stands for what is put in, one after the other; a language with another order numbers them,
/// `{2}` before `{1}`. A translator fills in another value of this type, see `Docs/languages.md`;
/// nothing else in the library holds words of a picture.
public struct Words: Hashable, Sendable {
  /// The language as a BCP 47 tag.
  public var language: String { didSet { direction = TextDirection(language: language) } }
  /// Which way the words run; looked up once, since every phrase asks.
  package private(set) var direction: TextDirection
  /// How numbers are written.
  package var numbers = Numbers()

  // The header.
  package var allPersonas = "all personas"
  package var today = "as it is today"
  package var planned = "as it is planned"
  package var customers = "customers"
  package var countOfCustomers = "{}\u{A0}{}"
  /// The same where nobody said what customers are called.
  package var countOfDefault = Plural("{}\u{A0}customer", "{}\u{A0}customers")
  package var noFlow = "no flow data"
  package var notMeasured = "not measured"
  package var notKnown = "not known"
  /// A share that may be larger, since the ends of others are not known.
  package var orMore = "≥\u{202F}{}"
  package var howItFeels = "how it feels"
  package var completed = "complete the journey"
  package var feltOnScale = "felt, scale {} … {}"
  package var believed = "what we believed"
  package var gap = "empathy gap"
  package var atTouchpoints = "{}, at {} of {} touchpoints"
  package var hotspots = Plural("hotspot", "hotspots")
  package var withoutOwner = "{}, {} without an owner"
  package var months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  package var dayMonth = "{} {}"
  package var dayMonthYear = "{} {} {}"
  package var monthYear = "{} {}"
  package var monthsOfYear = "{}–{} {}"
  package var span = "{} – {}"
  /// The number of a month's first day.
  package var firstDay = "{}"
  /// Whether a year is said before its month, so that a span of days leaves it out at its end.
  package var yearIsFirst = false

  // The map.
  package var levels = ["Delighted", "Pleased", "Neutral", "Frustrated", "Distressed"]
  package var stillHere = "{} still here"
  package var leave = "{} leave"
  package var divert = "{} → {}"
  package var divertUnnamed = "{} diverted"
  package var goBack = "{} go back"
  package var unknownScore = "?"
  package var beliefLine = "what we believed"

  // Lanes.
  package var touchpoints = "Touchpoints"
  package var quotes = "In their words"
  package var pains = "Pain points"
  package var decisions = "Decisions"
  package var backstage = "Behind the scenes"
  package var quoted = "“{}”"
  package var quotedInside = "‘{}’"
  package var listSeparator = ", "
  /// What stands between parts that hold lists themselves.
  package var clauseSeparator = "; "
  package var more = "+{} more"
  package var noOwner = "no owner"
  package var due = "due {}"
  package var wholeJourney = "Whole journey"
  package var insight = "Insight: {}"
  /// Instead of `open` where nothing is decided yet.
  package var undecided = "nothing decided yet"
  package var statuses: [Decision.Status: String] = [
    .open: "open", .decided: "decided", .acting: "acting", .verified: "verified",
    .rejected: "rejected",
  ]

  // The footer.
  package var legendSize = "circle and ribbon: how many {}"
  package var legendFeeling = "height and colour: how it feels"
  package var legendBelief = "what we believed"
  package var legendGap = "worse than we think"
  package var legendBetter = "better than we think"
  package var legendSure = "hotspot, in rank order"
  package var legendRanked = "{} of {} hotspots, in rank order"
  package var legendSuspected = "hotspot, suspected"
  package var legendLeave = "people who leave"
  package var legendDivert = "go over to another journey"
  package var legendAssumed = "score assumed"
  package var legendUnknown = "no score"
  package var legendInterval = "{} interval"
  package var legendTruth = "moment of truth"
  package var legendLoop = "go back"
  package var evidence = "Evidence: {}"
  package var noEvidence = "No evidence recorded"
  package var stillUnderWay = "{} still under way, not in these shares"
  package var reviewed = "reviewed {}"
  package var asOf = "as of {}"
  package var assumedScores = Plural("{} score assumed", "{} scores assumed")
  package var missingScores = Plural(
    "{} touchpoint without a score", "{} touchpoints without a score")
  /// How many customers each comes from; where these are no interviews, answers or messages, the bare
  /// number, which claims no days, visits or rounds that nobody counted.
  package var methods: [Evidence.Method: Plural] = [
    .serviceImmersion: Plural("service immersion\u{A0}({})"),
    .conversation: Plural("{} conversation", "{} conversations"),
    .observation: Plural("observation\u{A0}({})"),
    .problemInterview: Plural("{} problem interview", "{} problem interviews"),
    .interview: Plural("{} interview", "{} interviews"),
    .usabilityTest: Plural("{} usability test", "{} usability tests"),
    .survey: Plural("{} survey answer", "{} survey answers"),
    .analytics: Plural("analytics\u{A0}({})"),
    .selfExperience: Plural("self-experience\u{A0}({})"),
    .feedback: Plural("{} feedback message", "{} feedback messages"),
    .complaint: Plural("{} complaint", "{} complaints"),
  ]

  // The page that presents.
  package var page = PageWords()

  // The picture in words.
  package var summaryCounts = "{} in {}."
  package var countTouchpoints = Plural("{} touchpoint", "{} touchpoints")
  package var countStages = Plural("{} stage", "{} stages")
  package var sayEnds = "Of those who start, {} {}, {} leave."
  package var sayDiverted = "{} go over to another journey."
  package var sayEnded = "How it ends for {} is not known."
  package var sayNoEnds = "How it ends for those who start is not known."
  package var sayFelt = "felt {}"
  package var sayAssumed = "felt {}, assumed"
  package var sayInterval = "between {} and {} with {} confidence"
  package var sayAsked = "n\u{A0}{}"
  package var sayUnknown = "no score"
  package var sayBelieved = "believed {}"
  package var sayReach = "{} come here"
  package var sayLeave = "{} of them leave"
  package var sayDivert = "{} of them go over to {}"
  package var anotherJourney = "another journey"
  package var sayHotspot = "hotspot {}"
  package var saySuspected = "hotspot {}, suspected"
  package var sayTruth = "moment of truth"
  package var sayOwner = "owner {}"

  // What one view says beside these.
  package var map = MapWords()
  package var simplification = SimplificationWords()
  package var flow = FlowWords()
  package var blueprint = BlueprintWords()
  package var curve = CurveWords()
  package var heatmap = HeatmapWords()
  package var funnel = FunnelWords()
  package var empathy = EmpathyWords()
  package var canvas = CanvasWords()
  package var diff = DiffWords()
  package var atlas = AtlasWords()

  /// English.
  public static let english = Words(language: "en")

  /// Creates English words under a language tag, to be replaced one by one.
  package init(language: String) {
    self.language = language
    direction = TextDirection(language: language)
  }
}
