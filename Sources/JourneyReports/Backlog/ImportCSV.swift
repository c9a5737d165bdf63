import TextSupport

/// Comma-separated values (RFC 4180) for programs that take every cell as it stands.
///
/// An apostrophe before what a spreadsheet would take for a formula, as `CSV` writes it, would show
/// in the tracker. Such a cell begins with a middle dot and a blank instead, which a spreadsheet takes
/// for text too. Control characters are shown as pictures, save the ends of lines. There is no byte
/// order mark: GitHub's tools and Jira would take it for a part of the first title.
enum ImportCSV {
  /// The most UTF-16 units of a title in Jira and Azure DevOps; GitHub takes one more.
  static let longestTitle = 255

  /// A file of rows, the titles first.
  static func file(_ rows: [[String]]) -> String {
    rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    var text = safe(text)
    if let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
      "=+-@＝＋－＠".unicodeScalars.contains(first), Double(text) == nil
    {
      text = "· " + text
    }
    let needsQuotes = text.unicodeScalars.contains { "\",\n;".unicodeScalars.contains($0) }
    guard needsQuotes || text.first?.isWhitespace == true || text.last?.isWhitespace == true else {
      return text
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"\"" } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "\""
  }

  private static func safe(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { TextTable.printable(String($0)) }.joined(separator: "\n")
  }

  /// A title that no tracker refuses: on one line, and not too long.
  static func title(_ text: String) -> String {
    let line = TextTable.printable(text)
    // Room for the mark of a cell that would be a formula.
    let longest = longestTitle - 2
    guard line.utf16.count > longest else { return line }
    var short = ""
    var units = 0
    for character in line {
      units += String(character).utf16.count
      guard units < longest else { break }
      short.append(character)
    }
    return short + "…"
  }
}
