/// The words that the picture of two journeys says beside those that all views share.
///
/// `{}` stands for what is put in, one after the other.
package struct DiffWords: Hashable, Sendable {
  package var before = "before"
  package var after = "after"
  package var fromTo = "{} → {}"
  package var both = "{}, {}"
  package var better = "better"
  package var worse = "worse"
  package var different = "different"
  package var same = "the same"
  package var tooClose = "too close to call"
  package var untested = "{}, untested"
  package var notTested = "not tested"
  package var points = "{} pts"
  package var notToldApart = "not told apart"
  package var feeling = "How it feels"
  package var leaving = "Leaving here"
  package var heat = "Heat"
  package var make = "What changed"
  package var only = "only {}"
  package var new = "new"
  package var gone = "gone"
  package var movedStage = "moved here from {}"
  package var movedOrder = "moved in the order"
  package var renamed = "was called {}"
  package var owner = "owner: {}"
  package var otherNeed = "serves another need"
  package var becameTruth = "now a moment of truth"
  package var lostTruth = "no moment of truth any more"
  package var notBefore = "not known before"
  package var notAfter = "not known now"
  package var leadFewer = "{} of {} fewer {}."
  package var leadMore = "{} of {} more {}."
  package var leadTime = "Time: {}."
  package var leadFelt = "Touchpoints that feel better beyond chance: {}; worse: {}."
  package var leadFeltTo = "Touchpoints that feel better to {} beyond chance: {}; worse: {}."
  package var leadFeltNone = "No touchpoint feels different beyond chance."
  package var leadUnmatched = "No touchpoint matches: these look like different journeys."
  package var leadNothing = "No figure changed beyond chance."
  package var leadMake = "Touchpoints: {}."
  package var countNew = "{} new"
  package var countGone = "{} gone"
  package var countChannel = "{} on another channel"
  package var countMoved = "{} moved"
  package var leftOut = Words.Plural(
    "{} of {} touchpoints is drawn, the one that changed most",
    "{} of {} touchpoints are drawn, those that changed most")
  package var legendBetterTo = "better for {}"
  package var legendWorseTo = "worse for {}"
  package var legendChance = "hollow: may be chance"
  package var alone = "{}, may be chance"
  package var tooCloseBrief = "too close"
  package var all = "all {}"
  package var countAll = "{} {} in all"
  package var leadAll = "All {}: {}"
  package var leadWorst = "Worst change: {}, {}."
  package var leadBest = "Best change: {}, {}."
  package var leadApart = "Furthest apart: {}, {}."
  package var legendForemost = "stands out"
  package var legendGone = "gone, as it was"
  package var sayWas = "was {}"

  package init() {}
}

extension Words {
  /// What was and what is, with the arrow between them.
  ///
  /// Numbers have no direction of their own: from right to left each is a run of its own, so that
  /// the arrow points from the first to the second.
  package func change(from before: String, to after: String) -> String {
    guard direction == .rightToLeft else { return fill(diff.fromTo, before, after) }
    func run(_ text: String) -> String {
      text.unicodeScalars.first?.value == 0x2068 ? text : "\u{2068}" + text + "\u{2069}"
    }
    let parts = diff.fromTo.split(separator: "{}", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return fill(diff.fromTo, run(before), run(after)) }
    return parts[0] + run(before) + parts[1] + run(after) + parts[2]
  }
}
