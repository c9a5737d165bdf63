import EventCounting
import TextSupport

/// Figures that no log can have.
extension CountsCheck {
  /// How far two figures may be apart that are the same: databases add up in orders of their own.
  private static func slack(_ size: Double) -> Double { 1e-6 * max(1e-3, size.magnitude) }

  // MARK: - Times

  /// Tells of times that are more than there can be, longer than the log, or no mean and median of
  /// the same.
  ///
  /// - Parameters:
  ///   - times: The times.
  ///   - most: How many there can be.
  ///   - word: Of what.
  ///   - row: Where they stand.
  mutating func check(
    _ times: EventCounts.Times, atMost most: Int, _ word: String, _ row: CountsRow
  ) {
    if times.count > most {
      tell(row, "\(Wording.count(times.count, "time")) for \(Wording.count(most, word))")
    }
    guard let period = file.counts.period else {
      tell(row, "something takes time and no row of kind 'period' says when")
      return
    }
    let longest = Double(period.upperBound - period.lowerBound) / 1e6
    let shortest = file.rules.order == .log ? -longest : 0
    for (name, value) in [("mean", times.mean), ("median", times.median)] {
      if value > longest + Self.slack(longest) || value < shortest - Self.slack(longest) {
        tell(
          row,
          "the \(name) of \(value) s "
            + (value < 0 ? "is below 0" : "is longer than the log, \(longest) s"),
          "times are seconds, and the period is microseconds")
        return
      }
    }
    let isSame = abs(times.mean - times.median) <= Self.slack(longest)
    if times.count <= 2, !isSame {
      tell(
        row,
        "\(Wording.count(times.count, "time")) \(times.count == 1 ? "has" : "have") the mean "
          + "\(times.mean) s and another median, \(times.median) s")
    } else if times.mean > (times.median + longest) / 2 + Self.slack(longest)
      || times.mean < (times.median + shortest) / 2 - Self.slack(longest)
    {
      // Half of them are no longer than the median, and half no shorter.
      tell(row, "no times have the mean \(times.mean) s and the median \(times.median) s")
    }
  }

  /// Tells of exits that take time where nothing lasts.
  mutating func checkExits(
    _ visited: EventCounts.Visited, _ timed: Int, _ name: String, _ row: CountsRow
  ) {
    let stays = visited.stay?.count ?? 0
    guard timed > stays else { return }
    tell(
      row,
      "\(Wording.count(timed, "exit")) of '\(name)' "
        + "\(timed == 1 ? "takes" : "take") time and \(Wording.count(stays, "event")) "
        + "\(stays == 1 ? "does" : "do")",
      "an exit takes as long as the event before it, which a row of kind 'stay' counts")
  }

  // MARK: - Scores

  /// Tells of scores that cannot be.
  mutating func check(
    _ felt: EventCounts.Felt, _ visited: EventCounts.Visited, _ row: CountsRow
  ) {
    if felt.n > visited.customers {
      tell(row, "\(Wording.count(felt.n, "customer")) gave a score where \(visited.customers) came")
    }
    guard let scores = file.counts.scores else {
      tell(row, "there are scores and no row of kind 'scores' says between what")
      return
    }
    let (low, high) = (scores.lowerBound, scores.upperBound)
    let slack = 1e-9 * max(1, low.magnitude, high.magnitude)
    if felt.mean < low - slack || felt.mean > high + slack {
      tell(row, "the mean \(felt.mean) is outside the scores of the log, \(low) to \(high)")
      return
    }
    guard let sd = felt.sd else { return }
    if sd < 0 {
      tell(row, "the standard deviation \(sd) is below 0")
    } else if felt.n < 2 {
      if sd > 0 { tell(row, "one customer's score has a standard deviation", "leave 'sd' empty") }
    } else {
      // No scores between two bounds lie further apart than those that are on them.
      let n = Double(felt.n)
      let most =
        max(0, high - felt.mean).squareRoot() * max(0, felt.mean - low).squareRoot()
        * (n / (n - 1)).squareRoot()
      // On a bound the mean's own last digits would count as much as the deviation.
      if sd > most * (1 + 1e-6) + (slack * max(1, high - low)).squareRoot() {
        tell(
          row,
          "no scores between \(low) and \(high) with the mean \(felt.mean) have the standard "
            + "deviation \(sd)")
      }
    }
  }

  // MARK: - Places

  /// Tells of places in visits that cannot be.
  mutating func checkPlaces(
    _ visited: EventCounts.Visited, _ segment: EventCounts.Segment, starts: Int, _ name: String,
    _ row: CountsRow
  ) {
    // Who does not begin here comes here second at best; and each visit has a first event, and each
    // event is counted once.
    let least = visited.visits - starts
    let most = segment.events - segment.visits - (visited.events - visited.visits)
    guard visited.firstPlaces < least || visited.firstPlaces > most else { return }
    tell(
      row,
      "the places of '\(name)' cannot make \(visited.firstPlaces) in "
        + "\(Wording.count(visited.visits, "visit"))",
      most < least ? nil : "they make \(least) to \(most)")
  }

  /// Tells of ends that the visits of a touchpoint cannot have.
  mutating func checkOutcomes(
    _ visited: EventCounts.Visited, _ ways: WaySums, _ index: Int, _ row: CountsRow
  ) {
    guard let ends = visited.ends else { return }
    let name = file.counts.touchpoints[index].name
    let together = sum(ends)
    if together != visited.visits {
      tell(
        row,
        "'\(name)' is in \(Wording.count(visited.visits, "visit")) of "
          + "\(CountsAssembly.words(row)), and \(Wording.count(together, "end")) of them")
      return
    }
    for (place, count) in ends.enumerated() {
      let (end, most) = (EventCounts.End.allCases[place], ways.allEnds[place])
      let here = ways.ends[index][place]
      guard count > most || count < here else { continue }
      tell(
        row,
        "of the visits with '\(name)' \(count) cannot be \(end.rawValue), where \(most) are in all "
          + "and \(here) there",
        "the rows of kind 'outcome' have to be those of the query")
    }
  }

  /// Tells when visits are completed that have no touchpoint that ends well, or the other way round.
  mutating func checkCompleted(
    _ segment: EventCounts.Segment, _ ways: WaySums, _ row: CountsRow
  ) {
    guard !file.rules.completed.isEmpty else { return }
    let names = Set(file.rules.completed.map { Array($0.utf8) })
    let visits = zip(file.counts.touchpoints, segment.visited).map { touchpoint, visited in
      names.contains(Array(touchpoint.name.utf8)) ? visited?.visits ?? 0 : 0
    }
    let completed = ways.allEnds[EventCounts.End.allCases.firstIndex(of: .completed) ?? 0]
    let (least, most) = (visits.max() ?? 0, sum(visits))
    guard completed < least || completed > most else { return }
    tell(
      row,
      "of \(CountsAssembly.words(row)) \(Self.counted(completed, "visit")) as completed, and "
        + (completed < least
          ? "\(least) \(least == 1 ? "has" : "have")"
          : "no more than \(most) \(most == 1 ? "has" : "have")")
        + " a touchpoint that ends well",
      "the rows of kind 'completed' have to be those of the query")
  }
}
