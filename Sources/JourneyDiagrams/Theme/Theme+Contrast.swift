extension Theme {
  /// A colour of text that cannot be read on one of the grounds it stands on.
  package struct FaintText: Hashable, Sendable {
    /// The role of the letters: a colour role's name, `ink` of the ramp, or a step of it.
    package var ink: Name
    /// The role of the ground.
    package var ground: Name
    /// The colour of the letters.
    package var inkColor: Color
    /// The colour of the ground.
    package var groundColor: Color
    /// The ground that is least like that one.
    package var opposite: Name
    /// Their contrast.
    package var contrast: Double
    /// The contrast that it should have.
    package var wanted: Double
    /// A colour of letters that can be read on all grounds of this ink; nil when there is none.
    package var readable: Color?

    /// A role, by the part of a theme that names it.
    package enum Name: Hashable, Sendable, CustomStringConvertible {
      /// A colour role.
      case color(String)
      /// A step of the ramp, or its ink.
      case ramp(String)

      /// The role's own name.
      package var description: String {
        switch self {
        case .color(let name): name
        case .ramp(let name): "ramp \(name)"
        }
      }
    }
  }

  /// Which colours text has on which grounds, over all views; a test draws every view and holds
  /// that no other pair comes.
  package static let textGrounds: [(ink: ColorRole, grounds: [ColorRole])] = [
    (.ink, [.paper, .card, .band, .decision, .pain]),
    (.inkSoft, [.paper, .card, .band, .decision, .pain, .gapWorse, .gapBetter]),
    (.leaveInk, [.paper, .card, .band, .decision]),
    (.divertInk, [.paper, .card, .band]),
    (.painInk, [.pain]),
    (.decisionInk, [.decision]),
    (.onBadge, [.badge]),
  ]

  /// The steps of the ramp by name, from the worst.
  package static let rampSteps = ["worst", "bad", "neutral", "good", "best"]

  /// Every ink that WCAG 2 AA would fail on one of its grounds, each with its worst ground; empty
  /// when all text can be read.
  ///
  /// Cost: a fixed number of colours.
  package func faintTexts() -> [FaintText] {
    var found: [FaintText] = []
    for (ink, grounds) in Self.textGrounds {
      let colors = grounds.map { color($0) }
      found += worst(
        .color(ink.name), color(ink), on: zip(grounds.map { .color($0.name) }, colors).map { $0 },
        wanted: 4.5)
    }
    found += faintSteps()
    found += faintInks()
    return found
  }

  /// Figures in the colour of a feeling, on paper; they are large, so 3 is enough.
  private func faintSteps() -> [FaintText] {
    let figure = style(.figure)
    let isLarge = figure.size >= 24 || (figure.size >= 18.66 && figure.weight == .bold)
    return zip(Self.rampSteps, ramp.stops).flatMap { name, step in
      worst(
        .ramp(name), step, on: [(.color(ColorRole.paper.name), color(.paper))],
        wanted: isLarge ? 3 : 4.5)
    }
  }

  /// Scores on the colours of feelings, also between two steps; told of the nearer step.
  private func faintInks() -> [FaintText] {
    var grounds: [(FaintText.Name, Color)] = []
    var least: (contrast: Double, index: Int, ink: Color)?
    for place in 0...40 {
      let v = Double(place) / 20 - 1
      let (ground, ink) = (ramp.color(v), ramp.ink(v))
      grounds.append((.ramp(Self.rampSteps[(place + 5) / 10]), ground))
      let contrast = ink.contrast(with: ground)
      if contrast < least?.contrast ?? 4.5 { least = (contrast, place, ink) }
    }
    guard let least else { return [] }
    let worst = grounds[least.index]
    return [
      FaintText(
        ink: .ramp("ink"), ground: worst.0, inkColor: least.ink, groundColor: worst.1,
        opposite: worst.0, contrast: least.contrast, wanted: 4.5,
        readable: least.ink.readable(on: grounds.map(\.1), contrast: 4.5))
    ]
  }

  private func worst(
    _ name: FaintText.Name, _ ink: Color, on grounds: [(FaintText.Name, Color)], wanted: Double
  ) -> [FaintText] {
    let contrasts = grounds.map { (ground: $0, contrast: ink.contrast(with: $0.1)) }
    guard let worst = contrasts.min(by: { $0.contrast < $1.contrast }), worst.contrast < wanted
    else { return [] }
    let farthest = grounds.max {
      $0.1.contrast(with: worst.ground.1) < $1.1.contrast(with: worst.ground.1)
    }
    return [
      FaintText(
        ink: name, ground: worst.ground.0, inkColor: ink, groundColor: worst.ground.1,
        opposite: farthest?.0 ?? worst.ground.0, contrast: worst.contrast, wanted: wanted,
        readable: ink.readable(on: grounds.map(\.1), contrast: wanted))
    ]
  }
}
