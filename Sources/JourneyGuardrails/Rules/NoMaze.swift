import JourneyAnalysis
import JourneyModel

/// `no-maze`: no set of bad touchpoints that customers go round in.
///
/// One finding for each maze, about all its touchpoints; the rule is about it when it is about one of
/// them. Mazes are found by the point, whatever `fails` says.
struct NoMaze: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    guard context.analysis.hasFlow else {
      return context.conclude([
        .open(
          Outcome.Open(
            touchpoint: nil, what: "whether customers go round", why: .noFlow, path: .root,
            measured: Measured(.mazeCustomers, limit: 0)))
      ])
    }
    return context.analysis.mazes.compactMap { maze in
      guard maze.touchpoints.contains(where: context.covers), let first = maze.touchpoints.first
      else { return nil }
      let customers = Numerals.trimmed(maze.customers, maze.customers < 9.95 ? 1 : 0)
      let rounds = Numerals.trimmed(maze.rounds, 1)
      let place =
        maze.touchpoints.count == 1
        ? "come back to \(context.names(maze.touchpoints))"
        : "go round between \(context.names(maze.touchpoints, most: 4))"
      return context.breach(
        at: maze.touchpoints,
        "\(customers) of 1,000 \(place), \(rounds) \(rounds == "1" ? "round" : "rounds") each, "
          + "no maze allowed",
        fix: "give those who come back a way out, such as a person to ask",
        path: .touchpoint(first)
      ).counting(.mazeCustomers, maze.customers, limit: 0)
    }
  }
}
