extension Graphviz {
  /// A drawing, and what the library said about it.
  public struct Output: Hashable, Sendable {
    /// The drawing's bytes; text formats are UTF-8.
    public var bytes: [UInt8]
    /// The library's warnings, in their order; never an error, since those are thrown.
    public var messages: [GraphvizMessage]

    /// The bytes as text, for the text formats.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
  }
}
