/// How a sheet of paper lies.
public enum PaperOrientation: String, Hashable, Sendable {
  /// As suits the picture: as it is wide or high, or as takes fewer sheets.
  case automatic
  /// Upright.
  case portrait
  /// Lying.
  case landscape
}
