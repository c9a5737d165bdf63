/// Which texts of a panel fit under each other, and in how many lines.
struct StepColumn {
  /// A text in its lines.
  struct Text {
    var block: StepPanel.Block
    var lines: [Typesetter.Line]
    /// How much larger than its style it is set.
    var factor: Double

    /// The height of a line in px of the slide.
    var lineHeight: Double { block.size * (block.size > 40 ? 1.15 : 1.3) }
    var height: Double { Double(lines.count) * lineHeight }
  }

  /// A part whose texts are in lines.
  private enum SetPart {
    case text(Text)
    case list([Text], count: Int)
  }

  /// How far texts stay from the panel's edges, in px of the slide.
  static let inset = 44.0
  /// How wide texts may be, in px of the slide.
  static let width = StepFrame.panelWidth - 2 * inset
  private static let height = StepFrame.height - 2 * inset

  let setter: Typesetter
  /// What tells how many more there are: one more, two more and so on.
  let more: [Typesetter.Label]

  /// The texts that are shown, from the top.
  ///
  /// All of them, whole, where they fit. Else each keeps to its most lines, quotes to fewer still
  /// when they must, and lists to the first of what they tell.
  func fitted(_ parts: [StepPanel.Part]) throws -> [Text] {
    let whole = try set(parts) { _ in .max }
    let all = try texts(whole, shown: lists(whole).map(\.told))
    if Self.fits(all) { return all }

    var best = all
    for quoted in [4, 3, 2, 1] {
      let short = try set(parts) { block in
        block.label.role == .quote ? min(quoted, block.most) : block.most
      }
      let limits = lists(short).map(\.told)
      var shown = limits.map { _ in 0 }
      best = try texts(short, shown: shown)
      guard Self.fits(best) else { continue }
      // In turns, so that no list takes the room of another.
      var open = shown.indices.filter { shown[$0] < limits[$0] }
      while !open.isEmpty {
        for list in open {
          shown[list] += 1
          let trial = try texts(short, shown: shown)
          if Self.fits(trial) {
            best = trial
            if shown[list] == limits[list] { open.removeAll { $0 == list } }
          } else {
            shown[list] -= 1
            open.removeAll { $0 == list }
          }
        }
      }
      break
    }
    return best
  }

  private static func fits(_ texts: [Text]) -> Bool {
    texts.reduce(0) { $0 + $1.block.above + $1.height } <= height
  }

  /// How many each list can tell.
  private func lists(_ parts: [SetPart]) -> [(told: Int, count: Int)] {
    parts.compactMap { part in
      if case .list(let texts, let count) = part { (texts.count, count) } else { nil }
    }
  }

  private func set(
    _ parts: [StepPanel.Part], most: (StepPanel.Block) -> Int
  ) throws -> [SetPart] {
    try parts.map { part in
      switch part {
      case .block(let block): .text(try text(block, most(block)))
      case .list(let blocks, let count):
        .list(try blocks.map { try text($0, most($0)) }, count: count)
      }
    }
  }

  private func text(_ block: StepPanel.Block, _ most: Int) throws -> Text {
    let factor = block.size / setter.theme.style(block.label.role).size
    let room = (Self.width - (block.ground == nil ? 0 : 24)) / factor
    return Text(
      block: block,
      lines: try setter.lines(block.label, width: room, most: most, end: block.end),
      factor: factor)
  }

  /// The texts with so many of each list, and how many more there are.
  private func texts(_ parts: [SetPart], shown: [Int]) throws -> [Text] {
    var result: [Text] = []
    var list = 0
    for part in parts {
      switch part {
      case .text(let text): result.append(text)
      case .list(let texts, let count):
        let number = shown[list]
        list += 1
        result += texts.prefix(number)
        guard number < count else { continue }
        let isOnGround = number > 0 && texts[number - 1].block.ground != nil
        result.append(
          try text(
            StepPanel.Block(
              label: more[count - number - 1], size: 27, fill: .inkSoft,
              above: isOnGround ? 16 : 12),
            1))
      }
    }
    return result
  }
}
