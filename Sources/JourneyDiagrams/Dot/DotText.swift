/// Pieces of DOT text.
enum DotText {
  /// The text as a quoted DOT string: quotes and backslashes escaped, newlines as `\n`.
  ///
  /// A backslash is doubled because labels know escapes of their own (`\N`, `\G`).
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
