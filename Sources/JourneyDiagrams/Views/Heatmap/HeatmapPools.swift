import JourneyAnalysis
import JourneyModel

/// The table in which stages and channels meet: each cell pools the touchpoints of one stage in one
/// channel.
///
/// A touchpoint has one channel and one stage, so a row for each would have one cell: nothing that
/// the list does not say. Pooled, the table shows which channel hurts at which stage, and the first
/// column and the last row say which stage and which channel hurt at all.
///
/// The feeling of a cell is the mean of its measured touchpoints, weighted by their visits; without
/// flow each counts once. Where nothing is measured the assumptions speak, as assumptions.
struct HeatmapPools {
  /// A row's or a column's place in the journey; nil for touchpoints without one.
  private struct Axis {
    var ids: [String?]
    var names: [String]
  }

  private let subject: Subject
  private let words: Words
  private let scale: Scale
  private let touchpoints: [Touchpoint]
  private let figures: [TouchpointID: TouchpointFigures]
  private let rows: Axis
  private let columns: Axis
  private let columnsAre: DrawingOptions.HeatmapColumns

  /// Reads a subject; nil when there is nothing to pool.
  ///
  /// - Parameters:
  ///   - subject: What is drawn.
  ///   - touchpoints: The touchpoints that are met.
  ///   - columns: What the columns stand for: channels or stages.
  init?(
    _ subject: Subject, touchpoints: [Touchpoint], columns: DrawingOptions.HeatmapColumns
  ) {
    let words = subject.words
    self.subject = subject
    self.touchpoints = touchpoints
    self.words = words
    scale = subject.analysis.scale
    columnsAre = columns
    var known: [TouchpointID: TouchpointFigures] = [:]
    for figure in subject.analysis.touchpoints { known[figure.id] = figure }
    figures = known

    let usedStages = Set(touchpoints.map(\.stage))
    var stages = subject.journey.stages.filter { usedStages.contains($0.id) }
      .map { ($0.id.rawValue as String?, $0.name) }
    if usedStages.contains(nil) { stages.append((nil, words.heatmap.noStage)) }
    let usedChannels = Set(touchpoints.map(\.channel))
    var channels = subject.journey.channels.filter { usedChannels.contains($0.id) }
      .map { ($0.id.rawValue as String?, $0.name) }
    if usedChannels.contains(nil) { channels.append((nil, words.heatmap.noChannel)) }
    guard stages.contains(where: { $0.0 != nil }) || channels.contains(where: { $0.0 != nil })
    else { return nil }
    let stageAxis = Axis(ids: stages.map(\.0), names: stages.map(\.1))
    let channelAxis = Axis(ids: channels.map(\.0), names: channels.map(\.1))
    (rows, self.columns) =
      columns == .channels ? (stageAxis, channelAxis) : (channelAxis, stageAxis)
  }

  /// The table.
  func table(isBrief: Bool) -> HeatmapTable {
    var table = HeatmapTable(absentKey: words.heatmap.legendNothing)
    let all =
      columnsAre == .channels ? words.heatmap.allChannels : words.heatmap.allStages
    table.columns = ([all] + columns.names).map { HeatmapTable.Column(name: $0) }
    var pools: [[TouchpointFigures]] = []
    for (place, name) in rows.names.enumerated() {
      let members = touchpoints.filter { row(of: $0) == rows.ids[place] }
      pools.append(members.compactMap { figures[$0.id] })
      table.rows.append(row(members, id: rows.ids[place], name: name))
    }
    if rows.names.count > 1 {
      pools.append(touchpoints.compactMap { figures[$0.id] })
      let name = columnsAre == .channels ? words.heatmap.allStages : words.heatmap.allChannels
      var total = row(touchpoints, id: nil, name: name)
      total.isTotal = true
      total.pooled = []
      (total.id, total.layer) = ("total", "total")
      table.rows.append(total)
    }
    table.numbers = HeatmapNumbers(subject).ofPools(pools, isBrief: isBrief)
    // A sum would dwarf its parts.
    if rows.names.count > 1 { Self.rescale(&table.numbers) }
    let weighted =
      subject.analysis.hasFlow ? words.heatmap.weighted : words.heatmap.unweighted
    table.lead = words.fill(
      columnsAre == .channels ? words.heatmap.leadChannels : words.heatmap.leadStages, weighted)
    if let lowest { table.lead = words.sentences([table.lead, lowest]) }
    if table.contains({ if case .known(let felt) = $0 { felt.note != nil } else { false } }) {
      table.noteKey = words.heatmap.legendPooled
    }
    return table
  }

  // MARK: Rows

  private func row(of touchpoint: Touchpoint) -> String? {
    columnsAre == .channels ? touchpoint.stage?.rawValue : touchpoint.channel?.rawValue
  }

  private func column(of touchpoint: Touchpoint) -> String? {
    columnsAre == .channels ? touchpoint.channel?.rawValue : touchpoint.stage?.rawValue
  }

  private func row(_ members: [Touchpoint], id: String?, name: String) -> HeatmapTable.Row {
    let kind = columnsAre == .channels ? "stage" : "channel"
    var sentences: [String] = []
    let cells = columns.ids.indices.map { place -> HeatmapTable.Cell in
      let here = members.filter { column(of: $0) == columns.ids[place] }
      guard !here.isEmpty else { return .absent }
      let felt = feeling(here)
      let ids = Set(speaking(here).map(\.id))
      let from = ids.isEmpty ? here : here.filter { ids.contains($0.id) }
      let score = felt.map { words.fill(words.sayFelt, $0.score) } ?? words.sayUnknown
      let names = words.fill(
        words.heatmap.sayFrom,
        from.map { Scalars.isolated($0.name, in: words.direction) }
          .joined(separator: words.listSeparator))
      sentences.append(
        words.fill(words.heatmap.sayCell, columns.names[place], score + " " + names))
      return felt.map { .known($0) } ?? .unmeasured
    }
    let whole = feeling(members).map { HeatmapTable.Cell.known($0) } ?? .unmeasured
    return HeatmapTable.Row(
      id: kind + "." + XMLName.escaped(id ?? "-"), layer: kind + "/" + (id ?? "-"),
      pooled: members.map(\.id), name: name,
      channel: columnsAre == .stages
        ? id.flatMap { subject.journey[channel: ChannelID($0)] } : nil,
      summary: sentences.joined(separator: words.clauseSeparator), cells: [whole] + cells)
  }

  /// Those of several touchpoints whose scores count: the measured ones, else the assumed ones.
  private func speaking(_ members: [Touchpoint]) -> [TouchpointFigures] {
    let known = members.compactMap { figures[$0.id] }.filter { $0.felt != nil }
    let measured = known.filter { $0.felt?.isAssumed == false }
    return measured.isEmpty ? known : measured
  }

  /// How many touchpoints a score rests on; nil where one is all there is.
  private func note(_ speaking: Int, of members: Int) -> String? {
    guard members > 1 else { return nil }
    let (some, all) = (
      words.numbers.count(Double(speaking)), words.numbers.count(Double(members))
    )
    return speaking == members
      ? words.fill(words.heatmap.pooled, all) : words.fill(words.heatmap.pooledOf, some, all)
  }

  /// What is felt at several touchpoints together; nil when nothing is known.
  private func feeling(_ members: [Touchpoint]) -> HeatmapTable.Feeling? {
    let speaking = speaking(members)
    guard !speaking.isEmpty else { return nil }
    var weights = speaking.map { $0.visits ?? 1 }
    // Where nobody comes, each touchpoint counts once.
    if weights.reduce(0, +) <= 0 { weights = weights.map { _ in 1 } }
    let total = weights.reduce(0, +)
    let mean = zip(speaking, weights).reduce(0) { sum, part in
      sum + (part.0.felt?.mean ?? 0) * part.1 / total
    }
    return HeatmapTable.Feeling(
      v: min(1, max(-1, scale.normalized(mean))), score: words.score(mean, on: scale),
      note: note(speaking.count, of: members.count),
      isAssumed: speaking.allSatisfy { $0.felt?.isAssumed ?? true })
  }

  /// The lowest cell in words; nil when fewer than two are known.
  private var lowest: String? {
    var lowest: (v: Double, text: String)?
    var count = 0
    for (row, rowID) in zip(rows.names, rows.ids) {
      for (column, columnID) in zip(columns.names, columns.ids) {
        let here = touchpoints.filter {
          self.row(of: $0) == rowID && self.column(of: $0) == columnID
        }
        guard let felt = feeling(here) else { continue }
        count += 1
        guard felt.v < lowest?.v ?? .infinity else { continue }
        let text = words.fill(words.heatmap.lowest, row, column, felt.score)
        lowest = (felt.v, text)
      }
    }
    return count > 1 ? lowest?.text : nil
  }

  /// Makes the bars of the parts as long as they can be, and that of their sum none.
  private static func rescale(_ columns: inout [HeatmapTable.NumberColumn]) {
    for index in columns.indices {
      let most = columns[index].numbers.dropLast().compactMap { $0?.bar }.max() ?? 0
      for row in columns[index].numbers.indices {
        let isTotal = row == columns[index].numbers.count - 1
        guard let bar = columns[index].numbers[row]?.bar else { continue }
        columns[index].numbers[row]?.bar = isTotal || most <= 0 ? 0 : bar / most
      }
    }
  }
}
