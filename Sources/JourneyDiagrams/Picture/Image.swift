/// A small picture inside a picture, such as a logo; it is written into the file, never linked.
public struct Image: Hashable, Sendable {
  /// What the bytes are.
  public enum Format: String, Hashable, Sendable {
    /// Portable Network Graphics.
    case png = "image/png"
    /// Scalable Vector Graphics.
    case svg = "image/svg+xml"
  }

  /// Where it stands; it is drawn as large as it fits, in the middle.
  public var frame: Rect
  /// What the bytes are.
  public var format: Format
  /// The file.
  public var bytes: [UInt8]
  /// What it shows, for readers who hear the picture.
  public var title: String

  /// Creates an image.
  public init(frame: Rect, format: Format, bytes: [UInt8], title: String) {
    self.frame = frame
    self.format = format
    self.bytes = bytes
    self.title = title
  }
}
