internal import JourneyDiagrams

/// How much text Pango can set in one line.
///
/// It counts in 1024ths of a px with 32 bits, and librsvg up to 2.54 at least ends the process when
/// that is not enough, so what may come near is refused before.
enum TextLimit {
  private static let longest = 1_000_000.0

  /// Refuses a picture with a line that may be longer than can be set.
  static func check(_ picture: Picture) throws(ExportError) {
    var offender: TextLine?
    picture.forEachLeaf { element in
      guard case .text(let line) = element else { return }
      // No letter of any script is wider than four times its size for each of its bytes.
      let size = picture.theme.style(line.role).size * line.scale
      if !(Double(line.text.utf8.count) * max(size, 1) * 4 < longest) { offender = line }
    }
    if let offender {
      throw ExportError(
        .tooLarge,
        "a line of \(offender.text.count) letters, \"\(offender.text.prefix(24))…\", is more than "
          + "can be drawn at its size: shorten it, or choose a theme with smaller text")
    }
  }
}
