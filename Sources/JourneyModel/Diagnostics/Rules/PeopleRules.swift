extension ProblemFinder {
  /// Checks personas: their ids, and that their shares are those of one whole.
  mutating func checkPersonas() {
    checkIDs(
      journey.personas.map(\.id.rawValue), of: "persona", in: "personas",
      reserved: IdentifierRules.reserved + IdentifierRules.reservedForPersonas)
    for persona in journey.personas {
      checkExtensions(persona.extensions, at: ["personas", .key(persona.id.rawValue)])
    }
    let shares = journey.personas.compactMap(\.share)
    guard !shares.isEmpty else { return }
    let (sum, places) = Share.exactSum(shares)
    let percent = Double(sum) / Share.unit(places) * 100
    let shown = "\(((percent * 1000).rounded() / 1000).plainText) %"
    if shares.count < journey.personas.count {
      checkPartialShares(percent, shown)
    } else if abs(percent - 100) > 0.5 + 1e-9 {
      error(
        "persona-shares", "the personas' shares add up to \(shown)", fix: "make them 100 %",
        at: DocumentPath(["personas"]).key)
    } else if Int128(Share.unit(places)) != sum {
      note(
        "persona-shares", "the personas' shares add up to \(shown) and are scaled to 100 %",
        fix: nil, at: DocumentPath(["personas"]).key)
    }
  }

  /// Some personas have a share and some have none.
  private mutating func checkPartialShares(_ percent: Double, _ shown: String) {
    guard percent <= 100.5 else {
      return error(
        "persona-shares", "the personas' shares add up to \(shown)",
        fix: "make them 100 % together", at: DocumentPath(["personas"]).key)
    }
    for persona in journey.personas where persona.share == nil {
      warning(
        "persona-without-share", "'\(persona.id)' has no share, while other personas have one",
        fix: "give every persona a share, or none",
        at: DocumentPath(["personas", .key(persona.id.rawValue)]).key)
    }
  }

  /// Checks channels.
  mutating func checkChannels() {
    checkIDs(journey.channels.map(\.id.rawValue), of: "channel", in: "channels")
    for channel in journey.channels {
      checkExtensions(channel.extensions, at: ["channels", .key(channel.id.rawValue)])
      checkIcon(channel.icon, at: ["channels", .key(channel.id.rawValue), "icon"])
    }
  }

  /// Checks that an icon's own outline stays on its grid; beyond it, it would cover other things.
  private mutating func checkIcon(_ icon: Channel.Icon?, at path: @autoclosure () -> DocumentPath) {
    guard case .path(let data)? = icon else { return }
    let (low, high) = data.bounds
    let grid = Channel.Icon.grid
    let slack = 0.5
    guard min(low.x, low.y) < -slack || max(high.x, high.y) > grid + slack else { return }
    func shown(_ value: Double) -> String { ((value * 10).rounded() / 10).plainText }
    error(
      "off-grid",
      "an icon from \(shown(low.x)), \(shown(low.y)) to \(shown(high.x)), \(shown(high.y))"
        + " leaves its grid of 24 × 24",
      fix: "scale the path data so that all of it lies between 0 and 24", at: path())
  }

  /// Checks stages: names that are given, once each.
  mutating func checkStages() {
    var seen: Set<StageID> = []
    for (index, stage) in journey.stages.enumerated() {
      if stage.name.isEmpty {
        error(
          "bad-id", "a stage without a name", fix: "write its name", at: ["stages", .index(index)])
      } else if !seen.insert(stage.id).inserted {
        error(
          "duplicate-id", "two stages are called '\(stage.name)'", fix: "rename one of the two",
          at: ["stages", .index(index)])
      }
    }
  }
}
