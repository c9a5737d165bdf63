/// A name without what people change in it by accident: capitals and white space.
struct NormalizedName: Hashable {
  private let text: String

  init(_ name: String) {
    text = name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
