public import JourneyAnalysis
public import JourneyModel

/// What to do next, as user stories: every decision that waits to be done, and every hotspot and
/// failed basic need that nobody has decided anything about.
public struct Backlog: Sendable {
  /// The stories, the first to do first.
  public var stories: [Story]

  /// Creates a backlog of stories.
  init(stories: [Story]) { self.stories = stories }
}
