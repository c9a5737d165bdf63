import JourneyModel

/// Names for characters that no document may hold as they are.
enum ControlCharacter {
  /// The mistake of holding one.
  static func diagnostic(at range: SourceRange, in text: String) -> Diagnostic {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let scalar = text.unicodeScalars[start]
    return Diagnostic(
      "control-character", .error, "the control character \(name(of: scalar))",
      fix: "remove it, or write it as \"\\u\(hexadecimal(scalar))\" in double quotes", range: range)
  }

  /// The scalar as `U+0000`, with its usual name where people know one.
  static func name(of scalar: Unicode.Scalar) -> String {
    let code = "U+\(hexadecimal(scalar))"
    return switch scalar.value {
    case 0: "\(code) (NUL)"
    case 7: "\(code) (bell)"
    case 8: "\(code) (backspace)"
    case 9: "\(code) (tab)"
    case 0x1b: "\(code) (escape)"
    case 0x7f: "\(code) (delete)"
    default: code
    }
  }

  /// Four hexadecimal digits, or more where the scalar needs them.
  static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
