public import ArgumentParser
import JourneyKit

/// A view by its name.
public struct ViewName: ExpressibleByArgument, Sendable {
  let view: any JourneyView

  static let map = ViewName(view: MapView())
  /// Every view, the default first.
  static var all: [ViewName] { ViewList.all.map(ViewName.init(view:)) }

  /// The views that draw touchpoints one by one: a walk goes to each, and there may be fewer.
  static let withTouchpoints = ["blueprint", "curve", "flow", "heatmap", "map"]

  private init(view: any JourneyView) { self.view = view }

  /// Finds the view that the command line names.
  public init?(argument: String) {
    guard let view = ViewList.all.first(where: { $0.name == argument }) else { return nil }
    self.view = view
  }

  /// The names that completions and messages offer.
  public static var allValueStrings: [String] { ViewList.all.map(\.name) }
  /// What a shell offers.
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
