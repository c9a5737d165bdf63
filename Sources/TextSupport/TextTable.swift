/// A table of text with columns aligned by display width.
package struct TextTable: Sendable {
  /// How a column's cells stand.
  package enum Alignment: Sendable {
    case left
    case right
  }

  /// A column.
  package struct Column: Sendable {
    package var title: String
    package var alignment: Alignment

    package init(_ title: String, _ alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  package var columns: [Column]
  package var rows: [[String]]

  package init(_ columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The table as lines of text, columns two spaces apart, without spaces at the end of a line.
  ///
  /// - Parameter decorate: Changes a finished line, such as by colour; gets the row's index, nil for
  ///   the titles.
  /// - Returns: The lines, the titles first.
  package func lines(decorate: (Int?, String) -> String = { $1 }) -> [String] {
    let titles = columns.map { Self.printable($0.title) }
    let cells = rows.map { $0.map(Self.printable) }
    let widths = columns.indices.map { column in
      cells.reduce(DisplayWidth.of(titles[column])) { max($0, DisplayWidth.of($1[column])) }
    }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (index, cell) in cells.enumerated() {
        let space = String(repeating: " ", count: widths[index] - DisplayWidth.of(cell))
        if index > 0 { text += "  " }
        text += columns[index].alignment == .left ? cell + space : space + cell
      }
      while text.last == " " { text.removeLast() }
      return text
    }
    return [decorate(nil, line(titles))]
      + cells.enumerated().map { decorate($0.offset, line($0.element)) }
  }

  /// The table in GitHub's Markdown.
  package var markdown: String {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    return row(columns.map { Self.markdownText($0.title) })
      + row(columns.map { $0.alignment == .left ? "---" : "---:" })
      + rows.map { row($0.map(Self.markdownText)) }.joined()
  }

  /// Text that cannot move the cursor or colour the terminal: control characters are shown as
  /// pictures, characters that turn the direction of text are left out.
  package static func printable(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D, 0x09: scalars.append(" ")
      case 0..<0x20: scalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
      case 0x7F: scalars.append("\u{2421}")
      case 0x80..<0xA0: scalars.append("\u{FFFD}")
      case 0x202A...0x202E, 0x2066...0x2069: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// Text that Markdown shows as it stands.
  package static func markdownText(_ text: String) -> String {
    var escaped = ""
    for character in printable(text) {
      if "\\`*_[]<>|#~&".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
