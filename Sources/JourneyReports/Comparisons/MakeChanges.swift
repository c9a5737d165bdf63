import JourneyComparison
import JourneyModel
import TextSupport

/// What changed in the make of a journey, one line each, in plain words.
///
/// Names are as the documents have them; who writes the lines escapes them.
struct MakeChanges {
  /// One line.
  struct Line {
    /// What happened, such as `new`, `gone` or `moved`.
    var kind: String
    /// To what, how.
    var text: String
  }

  /// The lines, the most telling first.
  let lines: [Line]

  init(_ comparison: Comparison) {
    let (old, new) = (comparison.before.journey, comparison.after.journey)
    func place(_ touchpoint: Touchpoint, in side: ComparedJourney) -> String {
      let touchpoints = side.touchpoints
      guard let index = touchpoints.firstIndex(where: { $0.id == touchpoint.id }) else { return "" }
      return index == 0 ? ", first of all" : ", after \(touchpoints[index - 1].name)"
    }
    func described(_ touchpoint: Touchpoint, in side: ComparedJourney) -> String {
      let on = touchpoint.channel.map { " (\(Self.channel($0, in: side.journey)))" } ?? ""
      return touchpoint.name + on + place(touchpoint, in: side)
    }
    // Neither of two personas was before the other: what one meets alone neither came nor went.
    func only(_ side: ComparedJourney, or kind: String) -> String {
      guard comparison.isOfPersonas, let name = ComparisonReport.persona(side) else { return kind }
      return "only \(name)"
    }
    var lines = comparison.removed.map {
      Line(kind: only(comparison.before, or: "gone"), text: described($0, in: comparison.before))
    }
    lines += comparison.added.map {
      Line(kind: only(comparison.after, or: "new"), text: described($0, in: comparison.after))
    }
    lines += comparison.reliefWays.filter(\.isLonger).map { Self.line(of: $0, in: new) }
    lines += comparison.removedChannels.map { Line(kind: "channel gone", text: $0.name) }
    lines += comparison.addedChannels.map { Line(kind: "channel new", text: $0.name) }
    for pair in comparison.changedPairs {
      lines += Self.lines(of: pair, old, new, place: place(pair.after, in: comparison.after))
    }
    lines += comparison.renamedStages.map {
      Line(kind: "stage renamed", text: "\($0.before) → \($0.after)")
    }
    lines += comparison.removedTransitions.map {
      Line(
        kind: "way gone",
        text: "\(Self.way($0, in: old)): was taken by \(NumberText.percent($0.probability))")
    }
    lines += comparison.addedTransitions.map {
      Line(
        kind: "way new",
        text: "\(Self.way($0, in: new)): taken by \(NumberText.percent($0.probability))")
    }
    self.lines = lines
  }

  /// A transition by the names of its ends.
  static func way(_ transition: TransitionChange, in journey: Journey) -> String {
    func name(_ id: TouchpointID) -> String { journey[touchpoint: id]?.name ?? id.rawValue }
    let source =
      switch transition.source {
      case .start: "start"
      case .touchpoint(let id): name(id)
      }
    let target =
      switch transition.target {
      case .touchpoint(let id): name(id)
      case .end(let end): end.description
      }
    return "\(source) → \(target)"
  }

  private static func steps(_ count: Int) -> String { Wording.count(count, "step") }

  private static func channel(_ id: ChannelID, in journey: Journey) -> String {
    journey[channel: id]?.name ?? id.rawValue
  }

  private static func line(of way: ReliefWay, in journey: Journey) -> Line {
    let before = way.before ?? 0
    guard let after = way.after else {
      return Line(
        kind: "relief gone", text: "\(way.pair.after.name): was \(steps(before)) away")
    }
    let names = way.added.map { journey[touchpoint: $0]?.name ?? $0.rawValue }
    return Line(
      kind: "relief further",
      text: "\(way.pair.after.name): \(steps(after)) away at least, was \(before)"
        + (names.isEmpty ? "" : ", now through \(names.joined(separator: ", "))"))
  }

  private static func lines(
    of pair: TouchpointPair, _ old: Journey, _ new: Journey, place: String
  ) -> [Line] {
    let name = pair.after.name
    func channel(_ id: ChannelID?, in journey: Journey) -> String {
      id.map { Self.channel($0, in: journey) } ?? "no channel"
    }
    func owner(_ touchpoint: Touchpoint) -> String {
      PersonName(touchpoint.owner)?.text ?? "nobody"
    }
    return pair.changes.map { change in
      switch change {
      case .renamed: Line(kind: "renamed", text: "\(pair.before.name) → \(name)")
      case .stage:
        Line(
          kind: "other stage",
          text: "\(name): \(pair.before.stage?.rawValue ?? "none") → "
            + "\(pair.after.stage?.rawValue ?? "none")")
      case .order: Line(kind: "moved", text: "\(name)\(place) now")
      case .channel:
        Line(
          kind: "other channel",
          text: "\(name): \(channel(pair.before.channel, in: old)) → "
            + "\(channel(pair.after.channel, in: new))")
      case .owner:
        Line(
          kind: "other owner",
          text: "\(name): \(owner(pair.before)) → \(owner(pair.after))")
      case .need:
        Line(
          kind: "other need",
          text: "\(name): \(pair.before.need?.rawValue ?? "") → "
            + "\(pair.after.need?.rawValue ?? "")")
      case .momentOfTruth:
        Line(
          kind: "moment of truth", text: name + (pair.after.isMomentOfTruth ? "" : ": no longer"))
      }
    }
  }
}
