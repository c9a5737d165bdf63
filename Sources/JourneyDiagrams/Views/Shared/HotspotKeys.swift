internal import JourneyAnalysis
internal import JourneyModel

/// What the keys of rings say; nil for a ring that is not drawn.
struct HotspotKeys {
  /// Of a ring round a hotspot that is sure.
  private(set) var sure: String?
  /// Of a ring round a suspected one.
  private(set) var suspected: String?

  /// Up to so many hotspots are ringed.
  static let mostRinged = 5

  /// Words the keys.
  ///
  /// A journey with more hotspots than are ever ringed says how many of them are, since its header
  /// counts them all.
  ///
  /// - Parameters:
  ///   - ringed: The hotspots with a ring.
  ///   - subject: The whole journey, or what is drawn of it.
  init(_ ringed: [Hotspot], _ subject: Subject) {
    let words = subject.words
    let all = subject.analysis.hotspots.hotspots.count { $0.kind != nil }
    let ranked =
      all > Self.mostRinged
      ? words.fill(
        words.legendRanked, words.numbers.count(Double(ringed.count)),
        words.numbers.count(Double(all))) : nil
    if ringed.contains(where: { $0.kind == .sure }) { sure = ranked ?? words.legendSure }
    if ringed.contains(where: { $0.kind == .suspected }) {
      let name = words.legendSuspected
      suspected =
        sure == nil ? ranked.map { name + words.clauseSeparator + $0 } ?? name : name
    }
  }
}
