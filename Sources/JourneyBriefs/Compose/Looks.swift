import JourneyAnalysis
import JourneyModel

/// Who looked at a touchpoint, how, and when last.
struct Looks {
  /// How many customers the feeling was measured with.
  var n: Int?
  /// The methods, in the order of the document.
  var methods: [Evidence.Method] = []
  /// The newest day.
  var newest: CalendarDate?
  /// Whether a bare score stands in for a measurement.
  var isAssumed: Bool

  init(_ id: TouchpointID, in member: Member) {
    let felt = member.figures(id)?.felt
    n = felt?.n
    isAssumed = felt?.isAssumed ?? false
    for evidence in member.journey.evidence where evidence.about == id {
      if !methods.contains(evidence.method) { methods.append(evidence.method) }
      if let date = evidence.date { newest = max(newest ?? date, date) }
    }
  }

  /// `351 customers asked · survey · newest 3 Jun 2026`.
  func text(asOf: CalendarDate) -> String {
    var parts: [String] = []
    if let n {
      parts.append(Say.count(n, "customer", "customers") + " asked")
    } else {
      parts.append(isAssumed ? "a guess" : "nobody asked")
    }
    if !methods.isEmpty { parts.append(Say.list(methods.map(Say.method))) }
    if let newest {
      let age = asOf.daysSinceEpoch - newest.daysSinceEpoch
      parts.append("newest \(Say.date(newest))" + (age > 365 ? ", \(Say.days(age)) old" : ""))
    } else if n != nil {
      parts.append("undated")
    }
    return parts.joined(separator: " · ")
  }
}
