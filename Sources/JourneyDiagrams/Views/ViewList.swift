/// The views that come with the library.
public enum ViewList {
  /// Every view, the default first.
  public static let all: [any JourneyView] = [
    MapView(),
    FlowView(),
    CurveView(),
    HeatmapView(),
    BlueprintView(),
    EmpathyView(),
    FunnelView(),
    CanvasView(),
  ]

  /// The view of that name.
  public static func named(_ name: String) -> (any JourneyView)? {
    all.first { $0.name == name }
  }
}
