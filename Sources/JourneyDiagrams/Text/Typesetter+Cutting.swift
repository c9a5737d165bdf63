extension Typesetter {
  /// The text in at most so many lines; one that is cut says so at its end.
  ///
  /// - Parameters:
  ///   - label: The text.
  ///   - width: The width of the column.
  ///   - most: How many lines there may be; 1 or more.
  ///   - end: What the last line of a cut text ends with, such as an ellipsis and a quotation
  ///     mark. A bare ellipsis stands there when this is too long for a line.
  /// - Returns: The lines.
  /// - Throws: What the measurer throws.
  func lines(
    _ label: Label, width: Double, most: Int, end: String = "…"
  ) throws -> [Line] {
    var lines = try lines(label, width: width)
    guard lines.count > most, most > 0 else { return lines }
    lines.removeLast(lines.count - most)
    let last = lines[most - 1].text
    for end in end == "…" ? [end] : [end, "…"] {
      if let cut = try cut(last, label.role, width: width, end: end) {
        lines[most - 1] = cut
        return lines
      }
    }
    return lines
  }

  /// As much of a line as fits with its end, up to a word's end where there is one.
  private func cut(
    _ text: String, _ role: TextRole, width: Double, end: String
  ) throws -> Line? {
    let style = theme.style(role)
    let characters = Array(text)
    let places = characters.indices.filter { characters[$0] == " " }
    for places in [places + [characters.count], Array(1..<max(1, characters.count))] {
      let texts = places.reversed().map { place in
        var start = characters[..<place]
        while let last = start.last, " ,;:-–—/.…".contains(last) { start.removeLast() }
        return String(start) + end
      }
      let widths = try measurer.widths(of: texts.map { StyledText($0, style) })
      for (text, measured) in zip(texts, widths) where measured * Self.slack <= width {
        return Line(text: text, width: measured * Self.slack)
      }
    }
    return nil
  }
}
