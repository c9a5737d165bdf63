/// Counts what lanes hold: partition by partition, then puts the threads' counts together.
struct Counting: ~Copyable {
  /// Fewer rows than this are counted sooner than a thread starts.
  private static let fewRows = 20_000

  private let plan: CountingPlan
  private let workers: UnsafeMutablePointer<CountingWorker>
  private let threads: Int

  init(rules: CountingRules, lanes: [EventLane], joined: [String: String]) {
    plan = CountingPlan(rules: rules, lanes: lanes, joined: joined)
    threads = plan.rows < Self.fewRows ? 1 : plan.laneCount
    workers = .allocate(capacity: threads)
    for index in 0..<threads { (workers + index).initialize(to: CountingWorker(plan)) }
  }

  deinit {
    workers.deinitialize(count: threads)
    workers.deallocate()
  }

  /// Counts.
  func run() -> EventCounts {
    // Each thread has a worker of its own.
    nonisolated(unsafe) let workers = workers
    Threads.share(among: threads, below: LaneRows.partitionCount) { thread, partition in
      workers[thread].count(partition: partition)
    }
    let tallies = (0..<threads).map { workers[$0].personas }
    let hasPersonas = plan.hasPersonas
    let figures = mergeFlows(tallies, segmented: hasPersonas, summed: true)
    let builder = SegmentBuilder(
      touchpoints: plan.touchpoints.names.count, exponent: plan.scores.exponent)
    var counts = EventCounts(
      touchpoints: touchpoints(), period: plan.period,
      everyone: everyone(tallies, figures, builder), scores: plan.scores.range)
    if hasPersonas {
      counts.personas = segments(tallies, figures, plan.personas.names, builder)
    } else if !plan.personas.names.isEmpty {
      counts.tooManyPersonas = plan.personas.names.count
    }
    if plan.countsChannels {
      let tallies = (0..<threads).map { workers[$0].channels }
      let figures = mergeFlows(tallies, segmented: true, summed: false)
      counts.channels = segments(tallies, figures, plan.channels.names, builder)
    } else if plan.rules.countsChannels {
      counts.tooManyChannels = plan.channels.names.count
    }
    for index in 0..<threads {
      counts.changedPersona += workers[index].changedPersona
      counts.ties += workers[index].ties
    }
    if plan.rules.variants > 0 { countVariants(&counts) }
    return counts
  }

  /// The ways of all segments, by segment, source and target.
  private func mergeFlows(
    _ tallies: [UnsafeMutablePointer<Tally>], segmented: Bool, summed: Bool
  ) -> [FlowFigure] {
    let count = FlowTable.bucketCount
    let seed = plan.seed
    var buckets: [[FlowFigure]] = Array(repeating: [], count: count)
    buckets.withUnsafeMutableBufferPointer { results in
      // Each bucket, in the results and in the tallies, is one thread's, which has its own merger.
      nonisolated(unsafe) let (results, tallies) = (results, tallies)
      nonisolated(unsafe) let mergers = UnsafeMutablePointer<FlowMerger>.allocate(
        capacity: threads)
      for index in 0..<threads { (mergers + index).initialize(to: FlowMerger()) }
      Threads.share(among: threads, below: count) { thread, bucket in
        results[bucket] = mergers[thread].merge(
          bucket, of: tallies, seed: seed, segmented: segmented, summed: summed)
      }
      mergers.deinitialize(count: threads)
      mergers.deallocate()
    }
    var figures = buckets.flatMap { $0 }
    figures.sort { ($0.segment, $0.source, $0.target) < ($1.segment, $1.source, $1.target) }
    return figures
  }

  private func everyone(
    _ tallies: [UnsafeMutablePointer<Tally>], _ figures: [FlowFigure], _ builder: SegmentBuilder
  ) -> EventCounts.Segment {
    var total = Tally.Total()
    var cells = (0..<builder.touchpoints).map { Tally.Cell(segment: 0, touchpoint: $0) }
    for tally in tallies {
      for index in 0..<tally.pointee.totals.count { total.add(tally.pointee.totals[index]) }
      for index in 0..<tally.pointee.cells.count {
        let cell = tally.pointee.cells[index]
        cells[cell.touchpoint].add(cell)
      }
    }
    let end = figures.firstIndex { $0.segment != FlowFigure.everyone } ?? figures.count
    return builder.segment(
      "", total: total, cells: cells.lazy.filter { $0.events > 0 }, figures: figures[..<end])
  }

  /// Segments of which there is any, those without a name last.
  private func segments(
    _ tallies: [UnsafeMutablePointer<Tally>], _ figures: [FlowFigure], _ names: [String],
    _ builder: SegmentBuilder
  ) -> [EventCounts.Segment] {
    var totals = [Tally.Total](repeating: Tally.Total(), count: names.count + 1)
    var cells: [Tally.Cell] = []
    for tally in tallies {
      for index in totals.indices { totals[index].add(tally.pointee.totals[index]) }
      for index in 0..<tally.pointee.cells.count where tally.pointee.cells[index].events > 0 {
        cells.append(tally.pointee.cells[index])
      }
    }
    cells.sort { ($0.segment, $0.touchpoint) < ($1.segment, $1.touchpoint) }
    var merged: [Tally.Cell] = []
    for cell in cells {
      if let last = merged.indices.last, merged[last].segment == cell.segment,
        merged[last].touchpoint == cell.touchpoint
      {
        merged[last].add(cell)
      } else {
        merged.append(cell)
      }
    }
    var segments: [EventCounts.Segment] = []
    var (cell, figure) = (0, figures.firstIndex { $0.segment >= 0 } ?? figures.count)
    for (index, total) in totals.enumerated() where total.customers > 0 {
      let (firstCell, firstFigure) = (cell, figure)
      while cell < merged.count, merged[cell].segment == index { cell += 1 }
      while figure < figures.count, figures[figure].segment == index { figure += 1 }
      segments.append(
        builder.segment(
          index == 0 ? "" : names[index - 1], total: total, cells: merged[firstCell..<cell],
          figures: figures[firstFigure..<figure]))
    }
    if totals.first.map({ $0.customers > 0 }) == true {
      segments.append(segments.removeFirst())
    }
    return segments
  }

  private func touchpoints() -> [EventCounts.Touchpoint] {
    var touchpoints = plan.touchpoints.names.map { EventCounts.Touchpoint($0) }
    func list(
      _ names: [String], _ path: WritableKeyPath<EventCounts.Touchpoint, [EventCounts.NameCount]>,
      _ each: (Int, (Int, Int, Int) -> Void) -> Void
    ) {
      guard !names.isEmpty else { return }
      var pairs: [(touchpoint: Int, name: Int, count: Int)] = []
      for thread in 0..<threads {
        each(thread) { pairs.append(($0, $1, $2)) }
      }
      pairs.sort { ($0.touchpoint, $0.name) < ($1.touchpoint, $1.name) }
      var place = 0
      while place < pairs.count {
        let touchpoint = pairs[place].touchpoint
        var sums: [(name: Int, count: Int)] = []
        while place < pairs.count, pairs[place].touchpoint == touchpoint {
          let pair = pairs[place]
          if let last = sums.indices.last, sums[last].name == pair.name {
            sums[last].count += pair.count
          } else {
            sums.append((pair.name, pair.count))
          }
          place += 1
        }
        sums.sort { ($1.count, $0.name) < ($0.count, $1.name) }
        touchpoints[touchpoint][keyPath: path] = sums.map {
          .init(names[$0.name], events: $0.count)
        }
      }
    }
    list(plan.channels.names, \.channels) { workers[$0].channelEvents.forEach($1) }
    list(plan.stages.names, \.stages) { workers[$0].stageEvents.forEach($1) }
    return touchpoints
  }

  private func countVariants(_ counts: inout EventCounts) {
    let merger = PathMerger(limit: plan.rules.variants)
    let tables = (0..<threads).map { workers[$0].paths.shards }
    (counts.variants, counts.variantCount) = merger.merge(tables)
  }
}

extension Tally.Total {
  fileprivate mutating func add(_ other: Tally.Total) {
    events += other.events
    customers += other.customers
    visits += other.visits
  }
}
