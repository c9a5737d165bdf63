internal import CExportShim

/// Why a picture could not be written as PNG or PDF, or its text not be outlined.
public struct ExportError: Error, Hashable, Sendable {
  /// What went wrong, to decide by.
  ///
  /// More codes may come; handle those you know and treat the rest alike.
  public struct Code: Hashable, Sendable {
    fileprivate enum Kind {
      case libraryUnavailable, invalidSVG, invalidSize, tooLarge, textTooLong, outOfMemory, notDrawn
      case unreadableAnswer
    }
    fileprivate let kind: Kind

    /// librsvg is not installed, or too old.
    public static let libraryUnavailable = Code(kind: .libraryUnavailable)
    /// The bytes are not SVG, or more than librsvg allows.
    public static let invalidSVG = Code(kind: .invalidSVG)
    /// A size, margin or resolution that cannot be meant, such as a scale of 0.
    public static let invalidSize = Code(kind: .invalidSize)
    /// More pixels, or larger or more pages, than can be written.
    public static let tooLarge = Code(kind: .tooLarge)
    /// A line of text that is longer than libraries can set, whatever size is asked for.
    public static let textTooLong = Code(kind: .textTooLong)
    /// There is not enough memory.
    public static let outOfMemory = Code(kind: .outOfMemory)
    /// Drawing failed for another reason.
    public static let notDrawn = Code(kind: .notDrawn)
    /// What the libraries wrote could not be read: an error of this package.
    public static let unreadableAnswer = Code(kind: .unreadableAnswer)
  }

  /// What went wrong, to decide by.
  public let code: Code
  /// What exactly, in the words of this package or of the library.
  public let reason: String

  init(_ code: Code, _ reason: String) {
    self.code = code
    self.reason = reason
  }

  /// The failure of this thread's last call of the shim.
  static func last() -> ExportError {
    let code: Code =
      switch CExport_failure() {
      case CExportNoLibrary: .libraryUnavailable
      case CExportBadSVG: .invalidSVG
      case CExportNoMemory: .outOfMemory
      default: .notDrawn
      }
    return ExportError(code, String(cString: CExport_message()))
  }
}

extension ExportError: CustomStringConvertible {
  /// One sentence for people: what is wrong and what mends it.
  public var description: String {
    let said = reason.isEmpty ? "" : " (\(reason))"
    return switch code.kind {
    case .libraryUnavailable:
      "PNG, PDF and outlined text need librsvg 2.52 or later\(said): install it "
        + "(apt-get install librsvg2-2, brew install librsvg), or write SVG"
    case .invalidSVG: "librsvg cannot take this SVG\(said): mend what it names"
    case .invalidSize, .tooLarge, .textTooLong: reason
    case .outOfMemory:
      "there is not enough memory for this picture: ask for fewer pixels, or for PDF, which has none"
    case .notDrawn: "librsvg could not draw the picture\(said): please report this with the picture"
    case .unreadableAnswer:
      "cairo wrote a PDF of an unknown form\(said): please report this with cairo's version"
    }
  }
}
