import JourneyModel

extension CurvePlot {
  /// How high the names under the plot are.
  var namesHeight: Double {
    let theme = setter.theme
    let name = Double(names.map(\.count).max() ?? 0) * theme.lineHeight(.cardTitle)
    let channel = Double(channels.map(\.count).max() ?? 0) * theme.lineHeight(.cardNote)
    let evidence = Double(self.evidence.map(\.count).max() ?? 0) * theme.lineHeight(.meta)
    return iconHeight + name + channel + evidence
  }

  /// The height of the channels' icons with the space below them; 0 without any.
  private var iconHeight: Double {
    content.columns.contains { $0.icon != nil } ? 26 * setter.theme.scale : 0
  }

  /// The touchpoints, each a group of its own: its circle and the words under it.
  func drawTouchpoints(neutral: Double, namesY: Double) -> Group {
    let theme = setter.theme
    var layer = Group(id: "touchpoints", name: "touchpoints", isLayer: true)
    let (k, iconHeight) = (theme.scale, self.iconHeight)
    // Rows of one height, however many lines a name takes.
    let channelY =
      namesY + iconHeight + Double(names.map(\.count).max() ?? 0) * theme.lineHeight(.cardTitle)
    let evidenceY =
      channelY + Double(channels.map(\.count).max() ?? 0) * theme.lineHeight(.cardNote)
    for (index, column) in content.columns.enumerated() {
      let id = column.touchpoint.id.rawValue
      var group = Group(
        id: "touchpoint." + XMLName.escaped(id), name: "touchpoint/" + id, isLayer: true,
        title: Scalars.cleaned(column.touchpoint.name), summary: column.summary)
      drawCircle(of: column, index, neutral: neutral, into: &group)
      let x = frame.center(index)
      if let icon = column.icon {
        group.add(
          ChannelIcon.draw(
            icon, center: Point(x, namesY + 8 * k), size: 18 * k, paint: .role(.inkSoft)))
      }
      var y = namesY + iconHeight
      func add(_ lines: [Typesetter.Line], _ label: Typesetter.Label?, _ paint: Paint) {
        guard let label else { return }
        group.elements += setter.placed(
          lines, of: label, at: Point(x, y + setter.ascent(label.role)), anchor: .middle,
          fill: paint)
        y += Double(lines.count) * theme.lineHeight(label.role)
      }
      add(names[index], column.name, .role(.ink))
      y = channelY
      add(channels[index], column.channel, .role(.inkSoft))
      y = evidenceY
      add(evidence[index], column.evidence, .role(.inkSoft))
      layer.add(group)
    }
    return layer
  }

  private func drawCircle(
    of column: CurveContent.Column, _ index: Int, neutral: Double, into group: inout Group
  ) {
    guard let felt = column.felt, let label = column.score else { return }
    let k = setter.theme.scale
    let place = point(index, felt.v)
    let center = Point(place.x, place.y + neutral)
    group.add(.circle(center, radius: frame.radius + 3 * k), fill: .role(.paper))
    if felt.isAssumed {
      group.add(
        .circle(center, radius: frame.radius - 1.5 * k), fill: .role(.paper),
        stroke: Stroke(.emotion(felt.v), width: 3 * k))
    } else {
      group.add(.circle(center, radius: frame.radius), fill: .emotion(felt.v))
    }
    group.elements.append(
      setter.placed(
        label, at: Point(center.x, center.y + 0.36 * setter.theme.style(.score).size),
        anchor: .middle,
        fill: felt.isAssumed ? .role(.ink) : .onEmotion(felt.v)))
  }

  /// Whose line it is, at the end of each.
  func drawLabels(neutral: Double) -> Group {
    let theme = setter.theme
    var layer = Group(id: "labels", name: "labels", isLayer: true)
    for label in labels {
      var y = neutral + label.top
      layer.elements += setter.placed(
        label.lines, of: label.label,
        at: Point(frame.labelLeft, y + setter.ascent(label.label.role)),
        column: frame.labelWidth, fill: .role(label.line == .belief ? .inkSoft : .ink))
      y += Double(label.lines.count) * theme.lineHeight(label.label.role)
      if let note = label.note {
        layer.elements += setter.placed(
          label.noteLines, of: note, at: Point(frame.labelLeft, y + setter.ascent(.cardNote)),
          column: frame.labelWidth, fill: .role(.inkSoft))
      }
    }
    return layer
  }
}
