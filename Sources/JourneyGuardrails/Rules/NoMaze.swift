import JourneyAnalysis
import JourneyModel

/// `no-maze`: no set of bad touchpoints that customers go round in.
///
/// One finding for each maze, about all its touchpoints; the rule is about it when it is about one of
/// them. Mazes are found by the point; under `surely-bad` one fails where all its touchpoints are bad
/// by their whole interval, and is told in a note where one of them may not be.
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
    return context.conclude(
      context.analysis.mazes.compactMap { maze in
        maze.touchpoints.contains(where: context.covers) ? outcome(maze, context) : nil
      })
  }

  private func outcome(_ maze: Maze, _ context: RuleContext) -> Outcome? {
    guard let first = maze.touchpoints.first else { return nil }
    if context.fails == .surelyBad {
      for place in maze.touchpoints.compactMap({ context.facts[$0] }) {
        let why: Outcome.Why
        switch context.badness(of: place) {
        case .breaks: continue
        case .unsure: why = context.whyUnsure(Figure(.felt, at: place.id))
        case .keeps: why = "what is felt in a maze is not surely bad"
        }
        return .open(
          Outcome.Open(
            touchpoint: place.id, what: "whether customers go round", why: why,
            path: .touchpoint(place.id, "felt"), measured: Measured(.mazeCustomers, limit: 0)))
      }
    }
    let customers = Numerals.trimmed(maze.customers, maze.customers < 9.95 ? 1 : 0)
    let rounds = Numerals.trimmed(maze.rounds, 1)
    let place =
      maze.touchpoints.count == 1
      ? "come back to \(context.names(maze.touchpoints))"
      : "go round between \(context.names(maze.touchpoints, most: 4))"
    let breach = context.breach(
      at: maze.touchpoints,
      "\(customers) of 1,000 \(place), \(rounds) \(rounds == "1" ? "round" : "rounds") each, "
        + "no maze allowed",
      fix: "give those who come back a way out, such as a person to ask",
      path: .touchpoint(first))
    return .broken(breach.counting(.mazeCustomers, maze.customers, limit: 0))
  }
}
