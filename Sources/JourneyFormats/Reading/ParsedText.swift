import JourneyModel

/// A text with the tree it was parsed into, whichever format it is in.
struct ParsedText {
  /// The text as it is shown, without a byte order mark.
  let source: SourceText
  /// The tree; nil when the text could not be parsed or holds nothing.
  private(set) var root: DocumentNode?
  /// How places are counted.
  private(set) var unit: SourceMap.Unit
  /// What is wrong with the syntax.
  private(set) var diagnostics: [Diagnostic]

  /// Parses a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: The name that diagnostics show.
  ///   - format: The format; nil to find out.
  ///   - allowsEmpty: Whether a text without anything in it is fine.
  ///   - beginning: What to do about a text without anything in it.
  init(
    _ text: String, name: String, format: DocumentFormat?, allowsEmpty: Bool = false,
    beginning: String = "begin with what 'journey new' writes"
  ) {
    var text = text
    if text.unicodeScalars.first == "\u{feff}" { text.unicodeScalars.removeFirst() }
    text.makeContiguousUTF8()
    source = SourceText(name: name, text: text)
    switch format ?? DocumentFormat(fileName: name) ?? DocumentFormat(lookingAt: text) {
    case .yaml:
      var front = YAMLFront(text)
      root = front.read()
      unit = front.unit
      diagnostics = front.diagnostics
    case .json:
      var front = JSONFront(text)
      root = front.read()
      unit = .bytes
      diagnostics = front.diagnostics
    }
    if root?.isNull == true { root = nil }
    if root == nil, diagnostics.isEmpty, !allowsEmpty {
      diagnostics = [
        Diagnostic(
          "empty-document", .error, "there is nothing in this document",
          fix: beginning, range: SourceRange(0, 0))
      ]
    }
  }
}
