public import JourneyModel

/// A stage that has another name and the same touchpoints.
public struct StageRename: Hashable, Sendable {
  /// What it was called.
  public var before: StageID
  /// What it is called.
  public var after: StageID
}

extension StageRename {
  /// The stages that were given another name: one is gone, one is new, and all touchpoints that
  /// both journeys have went from the one to the other.
  static func all(
    _ before: Journey, _ after: Journey, matches: [(before: Touchpoint, after: Touchpoint)]
  ) -> [StageRename] {
    let old = Set(before.stages.map { NormalizedName($0.name) })
    let new = Set(after.stages.map { NormalizedName($0.name) })
    return after.stages.compactMap { stage in
      guard !old.contains(NormalizedName(stage.name)) else { return nil }
      let sources = Set(matches.filter { $0.after.stage == stage.id }.map(\.before.stage))
      guard sources.count == 1, let source = sources.first, let source,
        !new.contains(NormalizedName(source.rawValue)),
        matches.allSatisfy({ $0.before.stage != source || $0.after.stage == stage.id })
      else { return nil }
      return StageRename(before: source, after: stage.id)
    }
  }
}
