import JourneyAnalysis
import JourneyModel

/// `min-methods`: a touchpoint was looked at with at least so many methods, 2 unless said.
///
/// The different methods of the evidence about it from the journey's period, complaints, feedback and
/// what staff went through among them; a `felt` with n is one more.
struct MinMethods: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    guard let limit = context.limit(.count) else { return context.withoutLimit }
    return context.places.compactMap { place in
      let evidence = (context.facts.evidence[place.id] ?? []).filter(context.journey.counts)
      let methods = Evidence.Method.allCases.filter { method in
        evidence.contains { $0.method == method }
      }
      var names = methods.map(\.rawValue)
      if context.isMeasured(place.touchpoint) { names.append("a score with n") }
      guard Side.atLeast.isBeyond(Double(names.count), limit) else { return nil }
      let asked = Side.atLeast.words(Numerals(.count, limit: limit).limitText)
      let used =
        names.isEmpty
        ? "looked at with no method"
        : "looked at with \(names.count) \(names.count == 1 ? "method" : "methods")"
          + " (\(names.joined(separator: ", ")))"
      return context.breach(
        at: [place.id], "\(used), \(asked)",
        fix: "look at it in another way too, such as watching customers where they were asked",
        path: .touchpoint(place.id)
      ).counting(.methods, Double(names.count), limit: limit)
    }
  }
}
