import JourneyModel

/// The channels that two journeys use: those that one of their touchpoints is on.
struct ChannelChanges {
  private let before: [Channel]
  private let after: [Channel]

  init(_ before: ComparedJourney, _ after: ComparedJourney) {
    self.before = Self.used(in: before)
    self.after = Self.used(in: after)
  }

  /// Those that are used now and were not.
  var added: [Channel] { Self.missing(after, in: before) }
  /// Those that were used and are not now.
  var removed: [Channel] { Self.missing(before, in: after) }

  private static func used(in side: ComparedJourney) -> [Channel] {
    let used = Set(side.touchpoints.compactMap(\.channel))
    return side.journey.channels.filter { used.contains($0.id) }
  }

  private static func missing(_ channels: [Channel], in others: [Channel]) -> [Channel] {
    let ids = Set(others.map(\.id))
    let names = Set(others.map { NormalizedName($0.name) })
    return channels.filter { !ids.contains($0.id) && !names.contains(NormalizedName($0.name)) }
  }

  /// Whether two touchpoints are on the same channel.
  static func isSame(
    _ before: Touchpoint, in old: Journey, _ after: Touchpoint, in new: Journey
  ) -> Bool {
    if before.channel == after.channel { return true }
    guard let before = before.channel.flatMap({ old[channel: $0] }),
      let after = after.channel.flatMap({ new[channel: $0] })
    else { return false }
    return NormalizedName(before.name) == NormalizedName(after.name)
  }
}
