import JourneyAnalysis
import JourneyModel
import TextSupport

/// Why a touchpoint stands where it stands among what to mend, in plain words.
struct PriorityReasons {
  private let item: Priorities.Item

  init(_ item: Priorities.Item) { self.item = item }

  /// The reasons, the weightiest first.
  var sentences: [String] {
    [
      basicNeed, heat, hotspot,
      item.isMomentOfTruth ? "a moment of truth" : nil, opportunity, gain, unknown, decisions,
      item.owner == nil ? "nobody owns it" : nil,
    ].compactMap(\.self)
  }

  private var basicNeed: String? {
    guard item.isBasicNeedFailed else { return nil }
    let who = item.basicNeedFailsFor
    return "a basic need fails" + (who.isEmpty ? "" : " for \(Wording.list(who))")
  }

  private static func whole(_ value: Double) -> String { NumberText.fixed(value, 0) }

  private var heat: String? {
    guard item.hurts else { return "nobody is known to leave or to be distressed here" }
    guard let heat = item.heat, let loss = item.loss else {
      guard let pain = item.pain else { return nil }
      return "pain \(NumberText.fixed(pain, 2)) of 1, but nobody knows how many come here"
    }
    let lost = "\(Self.whole(loss)) of 1,000 who start leave here"
    let total: String
    if let low = item.heatLow, low > 0 {
      total = "heat \(Self.whole(heat)), at least \(Self.whole(low))"
    } else {
      total = "heat \(Self.whole(heat)), how sure nobody knows"
    }
    guard let burden = item.burden, burden > 0 else { return "\(lost): \(total)" }
    return "\(lost) and distress weighs \(Self.whole(burden)): \(total)"
  }

  private var hotspot: String? {
    switch item.kind {
    case .sure: "surely a hotspot, which begins at \(Self.whole(item.threshold))"
    case .suspected: "suspected: too little is known to be sure that it is a hotspot"
    case nil: nil
    }
  }

  private var opportunity: String? {
    guard let score = item.opportunity, let importance = item.importance,
      let satisfaction = item.satisfaction
    else { return nil }
    return "matters \(NumberText.fixed(importance, 0)) of 10 and satisfies "
      + "\(NumberText.fixed(satisfaction, 1)): opportunity \(NumberText.fixed(score, 1)) of 20"
  }

  private var gain: String? {
    guard let gain = item.gain else { return nil }
    let parts = [
      gain.kept.flatMap { $0 >= 0.5 ? "\(Self.whole($0)) more of 1,000 complete" : nil },
      gain.distress.flatMap { distress in
        guard distress.magnitude >= 0.5 else { return nil }
        let amount = Self.whole(distress.magnitude)
        return distress > 0
          ? "distress falls by \(amount)"
          : "distress rises by \(amount), where those who are kept come next"
      },
    ].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    return "at best " + parts.joined(separator: " and ")
  }

  private var unknown: String? {
    guard let felt = item.felt else { return "nobody knows what is felt here" }
    return felt.isAssumed ? "what is felt here is a guess: nobody was asked" : nil
  }

  private var decisions: String? {
    if item.decisions.isEmpty, item.closedDecisions.isEmpty { return "no decision about it" }
    return [open, unmeasured, closed].compactMap(\.self).joined(separator: "; ")
  }

  private var open: String? {
    let open = item.decisions.filter { !$0.isSettled }
    guard !open.isEmpty else { return nil }
    var text = open.count == 1 ? "one decision open" : "\(open.count) decisions open"
    if let oldest = open.compactMap(\.age).max() {
      text += open.count == 1 ? ", found " : ", the oldest found "
      text += "\(Wording.days(oldest)) ago"
    }
    if let late = open.compactMap(\.overdue).max() { text += ", \(Wording.days(late)) past due" }
    return text
  }

  /// Decisions that were carried out, and whose outcome nobody measured.
  private var unmeasured: String? {
    let count = item.decisions.count { $0.isSettled }
    guard count > 0 else { return nil }
    return count == 1
      ? "one decision done, not measured yet" : "\(count) decisions done, not measured yet"
  }

  /// What became of decisions that are closed, each sort counted.
  private var closed: String? {
    var words: [(word: String, count: Int)] = []
    for entry in item.closedDecisions {
      let word = entry.isTurnedDown ? "turned down" : Self.measured(entry.outcome.verdict)
      if let place = words.firstIndex(where: { $0.word == word }) {
        words[place].count += 1
      } else {
        words.append((word, 1))
      }
    }
    guard !words.isEmpty else { return nil }
    return words.map { word, count in
      "\(count == 1 ? "one decision" : "\(count) decisions") \(word)"
    }.joined(separator: "; ")
  }

  private static func measured(_ verdict: OutcomeTest.Verdict) -> String {
    switch verdict {
    case .better: "carried out, and it feels better than before"
    case .worse: "carried out, and it feels worse than before"
    case .tooClose: "carried out, and whether it feels better is too close to call"
    case .unjudged, .unmeasured: "carried out, and nobody can judge whether it feels better"
    }
  }
}
