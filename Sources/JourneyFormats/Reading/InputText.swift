import JourneyModel

/// Bytes of a file turned into text, or the reason why they are none.
enum InputText {
  /// Why bytes are no text.
  struct Problem: Error {
    /// What is wrong.
    var diagnostic: Diagnostic
    /// What can be shown of the text.
    var text: String
  }

  /// Decodes UTF-8.
  ///
  /// Cost: one pass.
  static func decode(_ bytes: [UInt8], limit: Int) -> Result<String, Problem> {
    guard bytes.count <= limit else {
      return failure(
        "too-large", "\(bytes.count / 1_000_000) MB, too large for one document",
        fix: "a document may have \(limit >> 20) MiB; split the journey, or simplify it first")
    }
    if let problem = wideEncoding(bytes) { return problem }
    if bytes.contains(0) {
      return failure(
        "binary", "this is a binary file, not text", fix: "give a YAML or JSON document")
    }
    if let text = String(validating: bytes, as: UTF8.self) { return .success(text) }
    let offset = firstInvalid(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    let digits = String(bytes[offset], radix: 16, uppercase: true)
    return .failure(
      Problem(
        diagnostic: Diagnostic(
          "not-utf8", .error, "byte \(offset) is 0x\(digits), which is not UTF-8",
          fix: "save the file as UTF-8", range: SourceRange(offset, offset + 3)), text: text))
  }

  /// UTF-16 and UTF-32, by their byte order mark or by their zeros.
  private static func wideEncoding(_ bytes: [UInt8]) -> Result<String, Problem>? {
    let head = Array(bytes.prefix(4))
    let hasMark = head.starts(with: [0xff, 0xfe]) || head.starts(with: [0xfe, 0xff])
    // Every other byte of ASCII text in UTF-16 is zero.
    let isZeroed =
      head.count == 4 && (head[0] == 0) != (head[1] == 0) && (head[2] == 0) != (head[3] == 0)
    guard hasMark || isZeroed else { return nil }
    return failure("utf-16", "the file is UTF-16, not UTF-8", fix: "save the file as UTF-8")
  }

  private static func failure(
    _ id: String, _ summary: String, fix: String
  ) -> Result<String, Problem> {
    .failure(Problem(diagnostic: Diagnostic(id, .error, summary, fix: fix), text: ""))
  }

  /// The first byte that begins no character.
  ///
  /// Cost: one pass; only made for a message.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int {
    var index = 0
    while index < bytes.count {
      let length =
        switch bytes[index] {
        case 0..<0x80: 1
        case 0xc2..<0xe0: 2
        case 0xe0..<0xf0: 3
        case 0xf0..<0xf5: 4
        default: 0
        }
      guard length > 0, index + length <= bytes.count,
        length == 1 || String(validating: bytes[index..<index + length], as: UTF8.self) != nil
      else { return index }
      index += length
    }
    return max(0, bytes.count - 1)
  }
}
