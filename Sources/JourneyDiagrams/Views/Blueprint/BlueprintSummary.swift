import JourneyAnalysis
import JourneyModel

/// A blueprint in words, for those who hear it.
enum BlueprintSummary {
  /// A sentence about the journey, then a line for each touchpoint.
  static func text(of content: BlueprintContent) -> String {
    var lines = [
      TouchpointSentence(content.subject).opening(touchpoints: content.columns.count)
    ]
    for (index, column) in content.columns.enumerated() {
      var place = column.touchpoint.name
      if let stage = column.touchpoint.stage { place += " (\(stage.rawValue))" }
      lines.append("\(index + 1). \(place): \(text(of: index, content)).")
    }
    return lines.joined(separator: "\n")
  }

  /// A touchpoint with its rows.
  static func text(of index: Int, _ content: BlueprintContent) -> String {
    let (column, subject) = (content.columns[index], content.subject)
    let (words, scale) = (subject.words, subject.analysis.scale)
    let touchpoint = column.touchpoint
    var parts: [String] = []
    if let felt = column.figures?.felt {
      let mean = words.score(felt.mean, on: scale)
      parts.append(words.fill(felt.isAssumed ? words.sayAssumed : words.sayFelt, mean))
    } else {
      parts.append(words.sayUnknown)
    }
    if let channel = column.channel {
      parts.append(words.fill(words.blueprint.sayChannel, channel.name))
    }
    if let left = column.figures?.left, left > 0, let dropOff = column.figures?.dropOff {
      parts.append(words.fill(words.leave, words.numbers.percent(dropOff)))
    }
    if let ended = content.unknownEnds.at(column.figures) {
      parts.append(words.fill(words.flow.ended, words.numbers.percent(ended.ofThose)))
    }
    let ways = content.ways.ways.filter { $0.from == index }
    for way in ways.sorted(by: { ($1.share ?? 0, $0.to) < ($0.share ?? 0, $1.to) }) {
      guard let share = way.share.map(words.numbers.percent) else { continue }
      parts.append(
        way.to == index
          ? words.fill(words.flow.round, share)
          : words.fill(words.blueprint.sayWay, share, content.columns[way.to].touchpoint.name))
    }
    if let hotspot = column.hotspot {
      let phrase = hotspot.kind == .sure ? words.sayHotspot : words.saySuspected
      parts.append(words.fill(phrase, words.numbers.plain(hotspot.rank)))
    }
    if touchpoint.isMomentOfTruth { parts.append(words.sayTruth) }
    let rows: [(String, [String])] = [
      (words.blueprint.props, touchpoint.props), (words.blueprint.actions, touchpoint.does),
      (words.blueprint.frontstage, touchpoint.frontstage),
      (words.blueprint.backstage, touchpoint.backstage),
      (words.blueprint.support, touchpoint.support),
    ]
    for (title, items) in rows where !items.isEmpty {
      parts.append(
        words.fill(words.blueprint.sayList, title, items.joined(separator: words.listSeparator)))
    }
    return parts.joined(separator: words.clauseSeparator)
  }
}
