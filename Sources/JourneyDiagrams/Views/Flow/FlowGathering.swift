internal import JourneyAnalysis
internal import JourneyModel

/// A large journey as the flow view draws it: some touchpoints as they are, and those between them
/// gathered, each group as one touchpoint that stands for them.
///
/// A group is what hangs together within one stage, between two touchpoints that are drawn, so that
/// a line stays a line; where that would be too many groups, all that is not drawn of a stage. Nobody
/// is lost: what comes to a group goes on from it or leaves there. Touchpoints that nobody comes to are
/// in no group.
struct FlowGathering {
  /// A group that is drawn as one.
  struct Group: Hashable {
    /// How many touchpoints it has.
    var count: Int
    /// The traffic that comes to it from outside; nil without flow.
    var inflow: Double?
    /// The worst and the best that is felt in it, −1…+1 and as scores; nil when nothing is known.
    var felt: Range?

    /// From the worst to the best.
    struct Range: Hashable {
      var worst: Double
      var best: Double
    }
  }

  /// The journey with stand-ins, and the transitions between what is drawn.
  private(set) var subject: Subject
  /// The groups, by the ids of their stand-ins.
  private(set) var groups: [TouchpointID: Group] = [:]
  /// What is not drawn on its own.
  private(set) var rest: LeftOut

  /// How much is gathered in one group.
  private enum Grain {
    /// What hangs together between what is drawn.
    case between
    /// All of a stage.
    case stage
    /// Everything, where there are too many stages.
    case all
  }

  /// Where a touchpoint went.
  private enum Home: Hashable {
    case itself
    case group(Int)
    case nowhere
  }

  /// Gathers what is too much.
  ///
  /// - Parameters:
  ///   - whole: The whole journey.
  ///   - most: The most cards that can be drawn.
  init(_ whole: Subject, atMost most: Int) {
    let index = whole.touchpointPlaces
    let ends = whole.analysis.transitions.map { WayEnds($0, index: index) }
    let selection = TouchpointSelection(whole, index: index, ends: ends)
    var kept: [Bool] = []
    var members: [[Int]] = []
    var room = most
    var grain = Grain.between
    // What is gathered needs cards too; the fewer are kept, the fewer groups lie between them.
    while true {
      kept = selection.chosen(atMost: room)
      members = Self.groups(
        whole, ends: ends, kept: kept, weights: selection.weights, grain: grain)
      let cards = kept.count { $0 } + members.count
      if cards <= most { break }
      let next = max(1, min(room * 9 / 10, room * most / cards))
      if next * 5 >= most * 2 || grain == .all {
        room = next
      } else {
        // Most of the room would go to groups: where nothing follows in order, fewer tell more.
        grain = grain == .between ? .stage : .all
        room = most / 2
      }
    }
    // A card that says "1 more" may as well say which.
    for group in members where group.count == 1 { kept[group[0]] = true }
    members.removeAll { $0.count == 1 }
    var homes = kept.map { $0 ? Home.itself : .nowhere }
    for (number, group) in members.enumerated() {
      for place in group { homes[place] = .group(number) }
    }
    rest = LeftOut(whole, index: index, ends: ends, kept: kept)
    rest.gathered = members.reduce(0) { $0 + $1.count }
    rest.leaving = nil
    subject = whole
    let standIns = members.map { group in
      TouchpointID(rawValue: "more/" + whole.journey.touchpoints[group[0]].id.rawValue)
    }
    addTouchpoints(whole, homes, members, standIns)
    addTransitions(whole, ends, homes, standIns)
    rest.addStages(whole.journey, drawn: subject.journey.touchpoints)
  }

  // MARK: Groups

  /// What hangs together within a stage with nothing that is kept in between, in the order of the
  /// document; without flow what follows each other.
  private static func groups(
    _ whole: Subject, ends: [WayEnds], kept: [Bool], weights: [Double], grain: Grain
  ) -> [[Int]] {
    let touchpoints = whole.journey.touchpoints
    let isIn = kept.indices.map { place in
      !kept[place] && weights[place] > 0 && whole.meets(touchpoints[place])
    }
    guard grain == .between else {
      let all = kept.indices.filter { isIn[$0] }
      guard grain == .stage else { return all.isEmpty ? [] : [all] }
      return Dictionary(grouping: all) { touchpoints[$0].stage }.values.sorted { $0[0] < $1[0] }
    }
    // How many of its stage are kept before each.
    var before = [Int](repeating: 0, count: kept.count)
    var passed: [StageID?: Int] = [:]
    for place in kept.indices {
      before[place] = passed[touchpoints[place].stage, default: 0]
      if kept[place] { passed[touchpoints[place].stage, default: 0] += 1 }
    }
    var heads = Array(kept.indices)
    func head(_ place: Int) -> Int {
      var place = place
      while heads[place] != place {
        heads[place] = heads[heads[place]]
        place = heads[place]
      }
      return place
    }
    func join(_ a: Int, _ b: Int) {
      guard isIn[a], isIn[b], touchpoints[a].stage == touchpoints[b].stage,
        before[a] == before[b]
      else { return }
      let (first, second) = (head(a), head(b))
      heads[max(first, second)] = min(first, second)
    }
    if whole.analysis.hasFlow {
      for (transition, ends) in zip(whole.analysis.transitions, ends) where transition.traffic > 0 {
        if let source = ends.source, let target = ends.target { join(source, target) }
      }
    } else {
      for place in kept.indices.dropFirst() { join(place - 1, place) }
    }
    var found: [Int: [Int]] = [:]
    for place in kept.indices where isIn[place] { found[head(place), default: []].append(place) }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  private mutating func addTouchpoints(
    _ whole: Subject, _ homes: [Home], _ members: [[Int]], _ standIns: [TouchpointID]
  ) {
    var feelings: [TouchpointID: Double] = [:]
    for figures in whole.analysis.touchpoints {
      if let felt = figures.felt { feelings[figures.id] = felt.mean }
    }
    subject.journey.touchpoints = []
    let scale = whole.analysis.scale
    for (place, touchpoint) in whole.journey.touchpoints.enumerated() {
      switch homes[place] {
      case .nowhere: continue
      case .itself: subject.journey.touchpoints.append(touchpoint)
      case .group(let number) where members[number][0] == place:
        var standIn = Touchpoint(id: standIns[number])
        let count = members[number].count
        standIn.name = whole.words.fill(
          whole.words.flow.gathered(Double(count)), whole.words.numbers.count(Double(count)))
        let isOneStage = members[number].allSatisfy {
          whole.journey.touchpoints[$0].stage == touchpoint.stage
        }
        standIn.stage = isOneStage ? touchpoint.stage : nil
        subject.journey.touchpoints.append(standIn)
        let felt = members[number].compactMap { feelings[whole.journey.touchpoints[$0].id] }
        let worst = felt.min { scale.normalized($0) < scale.normalized($1) }
        let best = felt.max { scale.normalized($0) < scale.normalized($1) }
        groups[standIns[number]] = Group(
          count: count, inflow: whole.analysis.hasFlow ? 0 : nil,
          felt: worst.flatMap { worst in best.map { Group.Range(worst: worst, best: $0) } })
      case .group: continue
      }
    }
  }

  // MARK: Traffic

  private struct Way: Hashable {
    var source: Transition.Source
    var target: Transition.Target
  }

  /// Adds up what leads from one card to another.
  private mutating func addTransitions(
    _ whole: Subject, _ ends: [WayEnds], _ homes: [Home], _ standIns: [TouchpointID]
  ) {
    var places: [Way: Int] = [:]
    var sums: [TransitionFigures] = []
    for (transition, ends) in zip(whole.analysis.transitions, ends) {
      var sum = transition
      let (source, target) = (ends.source.map { homes[$0] }, ends.target.map { homes[$0] })
      if source == .nowhere || target == .nowhere { continue }
      if case .group(let number) = source {
        if source == target { continue }
        sum.source = .touchpoint(standIns[number])
        // One way out for all other journeys.
        if case .end(.diverted) = sum.target { sum.target = .end(.diverted(nil)) }
      }
      if case .group(let number) = target {
        sum.target = .touchpoint(standIns[number])
        groups[standIns[number]]?.inflow? += transition.traffic
      }
      let way = Way(source: sum.source, target: sum.target)
      guard let place = places[way] else {
        places[way] = sums.count
        sums.append(sum)
        continue
      }
      sums[place].traffic += sum.traffic
      sums[place].probability = min(1, sums[place].probability + sum.probability)
      sums[place].count = sums[place].count.flatMap { count in sum.count.map { count + $0 } }
      sums[place].isInferred = sums[place].isInferred && sum.isInferred
      (sums[place].label, sums[place].time) = (nil, nil)
    }
    // Of several together the chance is that of whoever goes on from them.
    var onward: [Transition.Source: Double] = [:]
    for sum in sums { onward[sum.source, default: 0] += sum.traffic }
    let gathered = Set(standIns.map { Transition.Source.touchpoint($0) })
    for place in sums.indices where gathered.contains(sums[place].source) {
      let all = onward[sums[place].source] ?? 0
      sums[place].probability = all > 0 ? sums[place].traffic / all : 0
    }
    subject.analysis.transitions = sums
  }
}
