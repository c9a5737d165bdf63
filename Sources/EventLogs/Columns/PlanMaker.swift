/// Makes the plan of a log from its first input, and finds its columns again in the others.
struct PlanMaker {
  /// What all readers share.
  let session: ReadingSession

  /// The plan, and the places of its columns in an input.
  ///
  /// - Parameters:
  ///   - sample: The names and the first rows of the input.
  ///   - order: Finds out how dates are meant where the first rows leave it open.
  /// - Returns: Both.
  /// - Throws: What cannot be found or is in doubt.
  func plan(
    _ sample: ColumnSample,
    order: (_ columns: [LogReport.Column], _ places: [Int]) throws(LogProblem)
      -> LogOptions.DateOrder
  ) throws(LogProblem) -> (plan: ColumnPlan, places: [Int]) {
    if let plan = session.plan {
      let places = try Self.places(of: plan.columns, in: sample)
      return (try again(plan, sample, places, order), places)
    }
    var finder = ColumnFinder(
      sample, options: session.options, needsTimes: session.needsTimes)
    let found = try finder.find()
    var plan = ColumnPlan(columns: found.map(\.column))
    var times = TimePlanner(
      sample: sample, zone: session.zone, order: session.options.dateOrder)
    plan.times.zone = session.zone
    plan.begans.zone = session.zone
    for (column, place) in found where column.role == .time || column.role == .began {
      let parser = try times.parser(place)
      if column.role == .time { plan.times = parser } else { plan.begans = parser }
    }
    for remark in times.remarks { session.remark(remark) }
    if let order = plan.times.order ?? plan.begans.order, let example = times.settling {
      session.dates = (order, example)
    }
    if times.isUndecided {
      var known = plan.times.order ?? plan.begans.order
      if known == nil { known = try order(plan.columns, found.map(\.place)) }
      plan.times.order = known
      plan.begans.order = known
    }
    if let (name, parts) = finder.unusedLifecycle {
      session.remark(LifecycleRule.remark(ShownName.of(name), parts))
    }
    if let name = finder.wordyScores {
      session.remark(
        "'\(ShownName.of(name))' holds words, not numbers, among its first \(sample.rows.count) rows, and is "
          + "not taken for scores.")
    }
    for (column, _) in found { session.use(column) }
    session.plan = plan
    return (plan, found.map(\.place))
  }

  /// The plan for another input, whose times may be written in a way of its own.
  private func again(
    _ first: ColumnPlan, _ sample: ColumnSample, _ places: [Int],
    _ order: (_ columns: [LogReport.Column], _ places: [Int]) throws(LogProblem)
      -> LogOptions.DateOrder
  ) throws(LogProblem) -> ColumnPlan {
    var plan = first
    var times = TimePlanner(
      sample: sample, zone: session.zone, order: session.options.dateOrder)
    for (column, place) in zip(plan.columns, places)
    where column.role == .time || column.role == .began {
      // Where no cell says how they are written, it is as before, and each row tells by itself.
      guard sample.cells(place).contains(where: { TimeShape($0) != .other }) else { continue }
      let parser = try times.parser(place)
      if column.role == .time { plan.times = parser } else { plan.begans = parser }
    }
    if times.isUndecided {
      var known = first.times.order ?? first.begans.order
      if times.settling != nil { known = plan.times.order ?? plan.begans.order ?? known }
      if known == nil { known = try order(plan.columns, places) }
      plan.times.order = known
      plan.begans.order = known
    } else {
      plan.times.order = plan.times.order ?? first.times.order
      plan.begans.order = plan.begans.order ?? first.begans.order
    }
    // The first rows may all be of the clear kind; numbers behind them are as in the first input.
    plan.times.takeNumbers(from: first.times)
    plan.begans.takeNumbers(from: first.begans)
    if Self.differ(plan.times, first.times) || Self.differ(plan.begans, first.begans) {
      session.remark("\(sample.input) writes its times in another way than the first log.")
    }
    return plan
  }

  private static func differ(_ one: TimeParser, _ other: TimeParser) -> Bool {
    one.epoch != other.epoch || one.numbered != other.numbered
      || (other.order != nil && one.order != other.order)
  }

  /// The places of columns in another input.
  static func places(of columns: [LogReport.Column], in sample: ColumnSample)
    throws(LogProblem) -> [Int]
  {
    var places: [Int] = []
    for column in columns {
      let same = sample.names.indices.filter { sample.names[$0] == column.name }
      guard let place = same.first, same.count == 1 else {
        throw LogProblem(
          input: sample.input,
          summary: same.isEmpty
            ? "there is no column '\(ShownName.of(column.name))' as in the first log; there are \(sample.shown)"
            : "\(same.count) columns are called '\(ShownName.of(column.name))'",
          fix: "give the columns of all logs the same names")
      }
      places.append(place)
    }
    return places
  }
}
