import JourneyAnalysis
import JourneyModel

/// Who looked at a touchpoint, how, and when last.
struct Looks {
  /// How many customers the feeling was measured with.
  var n: Int?
  /// The newest day.
  var newest: CalendarDate?
  /// Whether a bare score stands in for a measurement.
  var isAssumed: Bool
  /// The methods whose scores are in the mean, with their customers, in the order of the document.
  private var inMean: [(method: Evidence.Method, n: Int)] = []
  /// The other methods; how many customers, as far as that is known.
  private var besides: [(method: Evidence.Method, n: Int)] = []

  init(_ id: TouchpointID, in member: Member) {
    let felt = member.figures(id)?.felt
    n = felt?.n
    isAssumed = felt?.isAssumed ?? false
    for evidence in member.journey.evidence where evidence.about == id {
      let count = max(0, evidence.n ?? 0)
      if n != nil, Self.isInMean(evidence, of: member.journey) {
        Self.add(evidence.method, count, to: &inMean)
      } else {
        Self.add(evidence.method, count, to: &besides)
      }
      if let date = evidence.date { newest = max(newest ?? date, date) }
    }
  }

  /// Whether a piece of evidence is part of what the mean is made of.
  private static func isInMean(_ evidence: Evidence, of journey: Journey) -> Bool {
    guard let felt = evidence.felt, felt.isFinite, let n = evidence.n, n > 0 else { return false }
    return journey.entersMean(evidence)
  }

  private static func add(
    _ method: Evidence.Method, _ n: Int, to list: inout [(method: Evidence.Method, n: Int)]
  ) {
    if let place = list.firstIndex(where: { $0.method == method }) {
      list[place].n = [list[place].n, n].saturatingSum
    } else {
      list.append((method, n))
    }
  }

  /// How many customers it is the feeling of: `245 customers`; nil where nobody was asked.
  var who: String? { n.map { Say.count($0, "customer", "customers") } }

  /// How it was found out, and when last: `8 by usability test, 237 method not recorded · newest
  /// 3 Jun 2026 · also: 31 by complaint`.
  func how(asOf: CalendarDate) -> String {
    var parts = [methods].compactMap { $0 }
    if let newest {
      let age = asOf.daysSinceEpoch - newest.daysSinceEpoch
      parts.append("newest \(Say.date(newest))" + (age > 365 ? ", \(Say.days(age)) old" : ""))
    } else if n != nil {
      parts.append("undated")
    }
    if !besides.isEmpty {
      parts.append(
        "also: "
          + Say.list(
            besides.map { method, n in
              n > 0 ? "\(Say.count(n)) by \(Say.method(method))" : Say.method(method)
            }))
    }
    return parts.joined(separator: " · ")
  }

  /// By which methods, each with its own customers; nil where nobody was asked.
  private var methods: String? {
    guard let n else { return nil }
    let unrecorded = n - inMean.map(\.n).saturatingSum
    if inMean.isEmpty { return "method not recorded" }
    if unrecorded <= 0, inMean.count == 1 { return "by \(Say.method(inMean[0].method))" }
    var parts = inMean.map { "\(Say.count($0.n)) by \(Say.method($0.method))" }
    if unrecorded > 0 { parts.append("\(Say.count(unrecorded)) method not recorded") }
    return parts.joined(separator: ", ")
  }
}
