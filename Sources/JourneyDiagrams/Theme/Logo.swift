/// A small picture that a theme puts on every picture, such as a company's logo.
public struct Logo: Hashable, Sendable {
  /// What the bytes are.
  public var format: Image.Format
  /// The file.
  public var bytes: [UInt8]
  /// What it shows, for readers who hear the picture.
  public var title: String
  /// How wide it is drawn, in px.
  public var width: Double
  /// How high it is drawn, in px.
  public var height: Double

  /// Creates a logo.
  public init(format: Image.Format, bytes: [UInt8], title: String, width: Double, height: Double) {
    self.format = format
    self.bytes = bytes
    self.title = title
    self.width = width
    self.height = height
  }
}
