import JourneyAnalysis
import JourneyModel
import TextSupport

/// Figures and dates as words.
enum Say {
  /// What stands where nothing is known.
  static let unknown = "–"

  /// A whole number with its thousands apart.
  static func count(_ value: Double) -> String { NumberText.fixed(value, 0) }

  static func count(_ value: Int) -> String { NumberText.grouped(value) }

  /// `1 decision`, `3 decisions`.
  static func count(_ value: Int, _ one: String, _ many: String) -> String {
    Wording.count(value, one, many)
  }

  /// A figure per 1,000; one decimal below ten, and never a bare 0 for what is not nothing.
  static func perThousand(_ value: Double) -> String {
    if value > 0, value < 0.05 { return "<0.1" }
    return NumberText.fixed(value, value < 9.95 && value != value.rounded() ? 1 : 0)
  }

  /// `401–533`, `401 or more`; nil without a lower end.
  static func interval(_ low: Double?, _ high: Double?) -> String? {
    guard let low else { return nil }
    guard let high else { return "\(perThousand(low)) or more" }
    return "\(perThousand(low))–\(perThousand(high))"
  }

  static func percent(_ share: Double) -> String { NumberText.percent(share) }

  /// Shares that stand side by side; those of one whole add up to it as they are read.
  static func percents(_ shares: [Double]) -> [String] { NumberText.percents(shares) }

  /// `51% → 62%`, with a decimal where both would read the same; nil where that does not help.
  static func change(from before: Double, to after: Double) -> String? {
    if percent(before) != percent(after) { return "\(percent(before)) → \(percent(after))" }
    let (one, other) = (NumberText.fixed(before * 100, 1), NumberText.fixed(after * 100, 1))
    if one != other { return "\(one)% → \(other)%" }
    return nil
  }

  /// Words in quotation marks; those within become single ones.
  static func quotable(_ text: String) -> String {
    String(
      text.map { character in
        switch character {
        case "“": "‘"
        case "”": "’"
        case "„": "‚"
        default: character
        }
      })
  }

  static func score(_ score: Double, on scale: Scale) -> String {
    NumberText.fixed(score, 1, plus: scale.low < 0)
  }

  /// A number as it was written, whole where it is.
  static func plain(_ value: Double) -> String {
    NumberText.fixed(value, value == value.rounded() ? 0 : 1)
  }

  /// A factor with as many decimals as it needs, three at most.
  static func factor(_ value: Double) -> String {
    let decimals = (0...2).first { digits in
      let power = [1.0, 10, 100][digits]
      return (value * power - (value * power).rounded()).magnitude < 1e-9
    }
    return NumberText.fixed(value, decimals ?? 3)
  }

  /// A difference, always with its sign.
  static func change(_ value: Double) -> String { NumberText.fixed(value, 1, plus: true) }

  /// `15 Sep 2026`.
  static func date(_ date: CalendarDate) -> String {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    // Never torn apart at the end of a line.
    return "\(date.day)\u{A0}\(months[date.month - 1])\u{A0}\(date.year)"
  }

  /// `15 days`, `7 months`: how long, in the unit that keeps the number small.
  static func days(_ days: Int) -> String {
    switch days {
    case ..<61: count(days, "day", "days")
    case ..<731: count(Int((Double(days) / 30.44).rounded()), "month", "months")
    default: count(Int((Double(days) / 365.25).rounded()), "year", "years")
    }
  }

  /// `a, b and c`.
  static func list(_ parts: [String]) -> String {
    Wording.list(parts)
  }

  /// A method of evidence in words.
  static func method(_ method: Evidence.Method) -> String {
    switch method {
    case .serviceImmersion: "service immersion"
    case .problemInterview: "problem interview"
    case .usabilityTest: "usability test"
    case .selfExperience: "self-experience"
    case .conversation, .observation, .interview, .survey, .analytics, .feedback, .complaint:
      method.rawValue
    }
  }

  /// How far a decision has come, in words.
  static func status(_ status: Decision.Status) -> String {
    switch status {
    case .open: "open"
    case .decided: "decided"
    case .acting: "being done"
    case .verified: "done and measured"
    case .rejected: "turned down"
    }
  }
}
