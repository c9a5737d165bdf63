/// The words at the left of a blueprint: names of rows, and of the lines between them.
struct BlueprintTitles {
  /// A title broken into lines.
  struct Title {
    var label: Typesetter.Label
    var lines: [Typesetter.Line] = []

    func height(_ setter: Typesetter) -> Double {
      Double(lines.count) * setter.theme.lineHeight(label.role)
    }
  }

  var actions: Title
  private(set) var lanes: [BlueprintContent.Lane: Title]
  /// What stands under the title of a row without boxes.
  private(set) var nothing: Title
  /// The lines' names, from top to bottom.
  private(set) var lines: [Title]
  /// The width of the widest.
  private(set) var width = 0.0

  init(_ words: BlueprintWords, setter: Typesetter) {
    actions = Title(label: setter.add(words.actions, .lane))
    lanes = [
      .props: Title(label: setter.add(words.props, .lane)),
      .frontstage: Title(label: setter.add(words.frontstage, .lane)),
      .backstage: Title(label: setter.add(words.backstage, .lane)),
      .support: Title(label: setter.add(words.support, .lane)),
    ]
    nothing = Title(label: setter.add(words.nothingRecorded, .meta))
    lines = [
      words.lineOfInteraction, words.lineOfVisibility, words.lineOfInternalInteraction,
    ].map { Title(label: setter.add($0, .meta)) }
  }

  /// Breaks the titles into lines of a good width.
  mutating func layout(_ setter: Typesetter) throws {
    let most = (setter.theme.isBrief ? 90 : 150) * setter.theme.scale
    func set(_ title: inout Title) throws {
      let limit = max(most, min(setter.longestWord(title.label), 1.6 * most))
      title.lines = try setter.lines(title.label, width: limit)
      width = max(width, title.lines.map(\.width).max() ?? 0)
    }
    try set(&actions)
    try set(&nothing)
    for lane in BlueprintContent.Lane.allCases {
      guard var title = lanes[lane] else { continue }
      try set(&title)
      lanes[lane] = title
    }
    for index in lines.indices { try set(&lines[index]) }
  }

  /// The least height of a row.
  func height(
    of lane: BlueprintContent.Lane, isEmpty: Bool, _ setter: Typesetter
  ) -> Double {
    (lanes[lane]?.height(setter) ?? 0) + (isEmpty ? nothing.height(setter) : 0)
      + 10 * setter.theme.scale
  }
}
