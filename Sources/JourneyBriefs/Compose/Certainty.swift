import JourneyAnalysis
import JourneyModel

/// How sure it is that a touchpoint is a hotspot, in words.
enum Certainty {
  static func word(_ hotspot: Hotspot, in member: Member) -> String {
    if hotspot.warnings.contains(where: { $0.id == .assumed }) { return "assumed" }
    switch hotspot.kind {
    case .sure: return "sure"
    case .suspected: return "suspected"
    case nil:
      guard member.analysis.hotspots.rankedBy == .pain else {
        return "no hotspot (below \(Say.perThousand(member.analysis.hotspots.threshold)))"
      }
      return (hotspot.painLow ?? 0) > 0 ? "sure to feel bad" : "perhaps bad"
    }
  }
}
