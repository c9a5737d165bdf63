internal import JourneyDiagrams

/// How much text can be set.
///
/// Pango counts in 1024ths of a px with 32 bits, and librsvg 2.54 ends the process when that is not
/// enough, so what may come near is refused before.
enum TextLimit {
  private static let longest = 1_000_000.0

  /// Refuses a picture with a line that may be longer than can be set, or with text in its images,
  /// whose size nobody knows before librsvg has set it.
  static func check(_ picture: Picture) throws(ExportError) {
    var problem: ExportError?
    picture.forEachLeaf { element in
      switch element {
      case .text(let line):
        // No letter of any script is wider than four times its size for each of its bytes.
        let size = picture.theme.style(line.role).size * line.scale
        if !(Double(line.text.utf8.count) * max(size, 1) * 4 < longest) { problem = tooLong(line) }
      case .image(let image):
        if image.format == .svg, mayHoldText(image.bytes) {
          problem = ExportError(
            .invalidSVG,
            "the image \"\(image.title)\" has text in it; convert its text to outlines")
        }
      case .group, .shape: break
      }
    }
    if let problem { throw problem }
  }

  private static func tooLong(_ line: TextLine) -> ExportError {
    ExportError(
      .textTooLong,
      "a line of \(line.text.count) letters, \"\(line.text.prefix(24))…\", is more than can be "
        + "drawn at its size: shorten it, or choose a theme with smaller text")
  }

  /// Whether SVG has text, or parts that could bring it in: entities and SVG inside the SVG.
  private static func mayHoldText(_ svg: [UInt8]) -> Bool {
    let lower = svg.map { (65...90).contains($0) ? $0 + 32 : $0 }
    for word in ["<text", ":text", "<!entity", "image/svg"] where contains(lower, word) {
      return true
    }
    return false
  }

  private static func contains(_ bytes: [UInt8], _ word: String) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first else { return true }
    return bytes.indices.contains { bytes[$0] == first && bytes[$0...].starts(with: word) }
  }
}
