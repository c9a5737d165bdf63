internal import CExportShim
internal import JourneyDiagrams

/// The outlines of one line of text, its baseline beginning at 0, 0.
struct TextOutline {
  /// The outlines; empty for text that shows nothing.
  private(set) var path = Path()
  /// How far the text advances.
  private(set) var advance = 0.0
  /// Whether nothing is missing, as letters are that a font has as pixels only.
  private(set) var isWhole = true

  /// Sets a text as librsvg does and takes its outlines.
  init(
    _ text: String, families: [String], size: Double, weight: Int = 400, isItalic: Bool = false,
    direction: TextDirection = .leftToRight, language: String? = nil
  ) throws(ExportError) {
    // Closures that are handed to C-string helpers cannot throw this type, so the outcome is kept.
    var error: ExportError?
    PlainText.oneLine(text).withCString { text in
      families.joined(separator: ",").withCString { families in
        (language ?? "").withCString { language in
          error = take(
            CExportText(
              text: text, families: families, language: language, size: size,
              weight: Int32(clamping: weight), isItalic: isItalic,
              isRightToLeft: direction == .rightToLeft))
        }
      }
    }
    if let error { throw error }
  }

  private mutating func take(_ text: CExportText) -> ExportError? {
    var steps: UnsafeMutablePointer<CExportStep>?
    var count = 0
    guard CExport_outline(text, &steps, &count, &advance, &isWhole) else { return .last() }
    defer { CExport_free(steps) }
    path = Path(UnsafeBufferPointer(start: steps, count: count).map(Self.step))
    return nil
  }

  private static func step(_ step: CExportStep) -> Path.Step {
    let end = Point(step.x1, step.y1)
    return switch UInt8(bitPattern: step.kind) {
    case UInt8(ascii: "M"): .move(end)
    case UInt8(ascii: "L"): .line(end)
    case UInt8(ascii: "C"): .curve(end, Point(step.x2, step.y2), Point(step.x3, step.y3))
    default: .close
    }
  }
}
