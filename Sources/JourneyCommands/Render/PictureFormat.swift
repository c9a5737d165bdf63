public import ArgumentParser
import TextSupport

/// What a picture is written as; ``PictureMaker`` knows how.
public enum PictureFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// Scalable Vector Graphics.
  case svg
  /// Portable Network Graphics.
  case png
  /// Portable Document Format.
  case pdf
  /// Graphviz's language.
  case dot
  /// One page that presents every view for every persona.
  case html

  /// The format that a file's ending asks for, in large or small letters.
  init?(ending path: String) {
    let path = path.lowercased()
    guard let format = Self.allCases.first(where: { path.hasSuffix(".\($0.rawValue)") }) else {
      return nil
    }
    self = format
  }

  /// The names, for help and messages.
  static var list: String {
    Wording.list(allCases.map(\.rawValue), "or")
  }
}
