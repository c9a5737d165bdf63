/// An SVG file from outside, looked through before it goes into pictures.
///
/// Pictures promise no script and nothing from outside; so does what is put into them. The check
/// allows what is known to be harmless and refuses what it does not understand: references may
/// only lead to parts of the file itself or to bitmaps inside it, and styles may not escape.
enum SVGLogo {
  /// The width by the height of a harmless SVG file, else why it is none.
  static func aspect(of bytes: [UInt8]) -> Result<Double, LogoFile.Problem> {
    guard let text = String(validating: bytes, as: UTF8.self) else { return .failure(notSVG) }
    var scan = MarkupScan(text)
    var aspect: Double?
    // All of them together: comments and CDATA can cut a style in two, and readers join it again.
    var styles = ""
    while let token = scan.next() {
      switch token {
      case .declaration(let name):
        return refused("it has a '\(name)' declaration, which can bring in other files")
      case .instruction(let name) where name != "xml":
        return refused("it has a '\(name)' instruction, which can bring in other files")
      case .instruction: break
      case .broken: return .failure(notSVG)
      case .text(let text, let element):
        if element == "style" { styles += text }
      case .element(let name, let attributes):
        if aspect == nil {
          guard name == "svg" else { return .failure(notSVG) }
          aspect = size(attributes)
        }
        if name == "text" {
          return .failure(
            LogoFile.Problem(
              reason: "it has text, which looks different wherever its fonts are missing",
              fix: "convert the text to paths, or take a PNG file"))
        }
        if let problem = problem(name, attributes) { return refused(problem) }
      }
    }
    if let problem = style(styles) { return refused(problem) }
    guard scan.isWhole, let aspect else { return .failure(notSVG) }
    guard aspect > 0.02, aspect < 50 else {
      return .failure(
        LogoFile.Problem(
          reason: "it says no size that a logo could have",
          fix: "give it a viewBox, such as viewBox=\"0 0 120 40\""))
    }
    return .success(aspect)
  }

  private static let notSVG = LogoFile.Problem(
    reason: "it is neither an SVG nor a PNG file",
    fix: "export the logo as plain SVG or as PNG")

  private static func refused(_ reason: String) -> Result<Double, LogoFile.Problem> {
    .failure(
      LogoFile.Problem(reason: reason, fix: "export it as plain SVG, or take a PNG file"))
  }

  /// Elements that do something, show another document, or change attributes after they were looked
  /// at.
  private static let forbidden: Set<String> = [
    "script", "foreignobject", "iframe", "object", "embed", "audio", "video", "canvas", "link",
    "meta", "base", "handler", "listener", "set", "animate", "animatetransform", "animatemotion",
    "animatecolor", "discard",
  ]

  private static func problem(_ name: String, _ attributes: [MarkupScan.Attribute]) -> String? {
    if forbidden.contains(name) { return "it has a <\(name)> element" }
    for attribute in attributes {
      if attribute.name.hasPrefix("on") {
        return "it has a '\(attribute.name)' attribute, which runs script"
      }
      switch attribute.name {
      case "href", "src", "base", "action", "formaction", "from", "to", "values":
        guard isInside(attribute.value) else {
          return "it refers to something outside: \(attribute.value.prefix(40))"
        }
      default:
        if let problem = style(attribute.value) { return problem }
      }
    }
    return nil
  }

  /// Whether a reference leads to a part of the file or to a bitmap in it.
  private static func isInside(_ reference: String) -> Bool {
    let start = reference.drop { $0.isWhitespace }.prefix(32).lowercased()
    return start.hasPrefix("#") || start.hasPrefix("data:image/png;")
      || start.hasPrefix("data:image/jpeg;")
  }

  /// What a style, or a value that may hold `url(…)`, does that it must not.
  private static func style(_ text: String) -> String? {
    let lower = text.lowercased()
    let escapes = lower.contains("\\") || lower.contains("&#")
    if escapes, lower.contains("(") || lower.contains("@") || lower.contains("{") {
      return "its styles have escapes, which can hide what they do"
    }
    for word in ["@import", "expression(", "image-set(", "src(", "javascript:", "-moz-binding"]
    where lower.contains(word) {
      return "its styles have '\(word)'"
    }
    var rest = lower[...]
    while let range = rest.firstRange(of: "url(") {
      rest = rest[range.upperBound...]
      let target = rest.drop { $0.isWhitespace || $0 == "'" || $0 == "\"" }
      let quoted = target.hasPrefix("&quot;") ? target.dropFirst(6) : target
      guard isInside(String(quoted.prefix(40))) else {
        return "its styles refer to something outside: \(quoted.prefix(40))"
      }
    }
    return nil
  }

  /// The width by the height from `viewBox`, else from `width` and `height`; 0 when unknown.
  private static func size(_ attributes: [MarkupScan.Attribute]) -> Double {
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    if let box = value("viewbox") {
      let numbers = box.split { $0 == " " || $0 == "," || $0.isNewline }.map { Double($0) }
      guard numbers.count == 4, let width = numbers[2], let height = numbers[3], height > 0 else {
        return 0
      }
      return width / height
    }
    func length(_ name: String) -> Double? {
      value(name).flatMap { Double($0.prefix { $0.isNumber || $0 == "." }) }
    }
    guard let width = length("width"), let height = length("height"), height > 0 else { return 0 }
    return width / height
  }
}
