/// Writes a picture as SVG 1.1: no script, no foreign object, nothing from outside.
///
/// Every paint is a plain attribute, so that Inkscape, Figma, Illustrator and librsvg read it;
/// classes and custom properties over them let a page change the colours, inside `@supports`,
/// which readers without custom properties skip. The bytes depend on the picture alone.
public struct SVGWriter: Sendable {
  /// Whether the picture carries its own style sheet and the names that editors show; without, it
  /// can stand in a page whose policy forbids styles that it does not know.
  public var standsAlone: Bool

  /// Creates a writer.
  ///
  /// - Parameter standsAlone: False for a picture inside an HTML page.
  public init(standsAlone: Bool = true) {
    self.standsAlone = standsAlone
  }

  /// The picture as UTF-8 bytes.
  public func bytes(of picture: Picture) -> [UInt8] {
    var pass = SVGPass(picture, standsAlone: standsAlone)
    pass.write()
    return pass.buffer.bytes
  }

  /// The picture as text.
  public func text(of picture: Picture) -> String {
    String(decoding: bytes(of: picture), as: UTF8.self)
  }
}
