public import JourneyDiagrams
import JourneyFormats
public import JourneyModel

/// A theme file that was read and checked: the theme, or every reason why there is none.
///
/// ```swift
/// let document = try ThemeDocument(path: "brand.yaml")
/// let options = DrawingOptions(theme: document.theme ?? .light)
/// ```
public struct ThemeDocument: Sendable {
  /// The text, named as it was given.
  public let source: SourceText
  /// Everything wrong or noteworthy, in the file's order.
  public let diagnostics: [Diagnostic]
  /// The theme; nil when a diagnostic is an error.
  public let theme: Theme?
  /// The files that it was made of, there or not: the theme file and the logo that it names; empty
  /// when it was not read from a file.
  public private(set) var files: [String] = []

  /// Reads and checks a theme file, with the logo that it names.
  ///
  /// - Parameter path: The file, YAML or JSON.
  /// - Throws: ``FileProblem`` when the file cannot be read; what is wrong inside, or with its logo,
  ///   is in ``diagnostics``.
  public init(path: String) throws(FileProblem) {
    let folder = Files.folder(of: path)
    var files = [path]
    self.init(bytes: try Files.read(path), name: path) { file throws(FileProblem) in
      let isRelative = !file.hasPrefix("/") && !folder.isEmpty
      let logo = isRelative ? folder + "/" + file : file
      files.append(logo)
      return try Files.read(logo)
    }
    self.files = files
  }

  /// Reads and checks a theme file.
  ///
  /// - Parameters:
  ///   - bytes: The file in UTF-8, YAML or JSON.
  ///   - name: The name that diagnostics show; it gives the format and the default name.
  ///   - logo: Reads the logo that the file names, by the path that it gives.
  public init(
    bytes: [UInt8], name: String,
    logo: (String) throws(FileProblem) -> [UInt8] = { file throws(FileProblem) in
      throw FileProblem(.read, file, reason: "there is no folder to look in")
    }
  ) {
    let reading = ThemeFileReader.read(bytes, name: name, roles: ThemeReader.roles)
    source = reading.source
    guard reading.isRead else {
      diagnostics = reading.diagnostics
      theme = nil
      return
    }
    // What cannot be read in one place must not hide what is wrong in another.
    var reader = ThemeReader(
      reading.file, name: name, knowsAllColors: !Self.isDoubtful(reading.diagnostics))
    let theme = reader.theme(logo: logo)
    diagnostics =
      reader.diagnostics.isEmpty
      ? reading.diagnostics : reading.locating(reading.diagnostics + reader.diagnostics)
    self.theme = diagnostics.containsErrors ? nil : theme
  }
  /// Whether some colours may be meant otherwise than they were read.
  private static func isDoubtful(_ diagnostics: [Diagnostic]) -> Bool {
    let elsewhere: [DocumentPath.Step] = [.key("theme"), .key("fonts"), .key("logo")]
    return diagnostics.contains { diagnostic in
      diagnostic.severity == .error
        && !(diagnostic.path.steps.first.map(elsewhere.contains) ?? false)
    }
  }
}
