import ArgumentParser
import JourneyKit

/// A theme by its name, or by the path of a theme file.
struct ThemeName: Sendable {
  private enum Source {
    case builtIn(Theme)
    case file(String)
  }

  private let source: Source

  static let light = ThemeName(source: .builtIn(.light))

  private init(source: Source) { self.source = source }

  /// Finds the theme that the command line names; what ends like YAML or JSON is a file.
  ///
  /// - Throws: `ValidationError` with the names that there are.
  @Sendable static func named(_ argument: String) throws -> ThemeName {
    if fileEndings.contains(where: { argument.lowercased().hasSuffix(".\($0)") }) {
      return ThemeName(source: .file(argument))
    }
    guard let theme = Theme.named(argument) else {
      var nearest = NearestName()
      let names = Theme.all.map(\.name)
      let mend =
        nearest.nearest(to: argument, among: names).map { "did you mean \($0)?" }
        ?? "there are \(names.joined(separator: ", ")), and theme files, which end in .yaml, .yml "
        + "or .json"
      throw ValidationError("there is no theme of that name; \(mend)")
    }
    return ThemeName(source: .builtIn(theme))
  }

  /// The names, as help shows values.
  static var values: String {
    "(values: \(Theme.all.map(\.name).joined(separator: ", ")))"
  }

  private static let fileEndings = ["yaml", "yml", "json"]
  /// What a shell offers: files, for the names are few and in the help.
  static let completion = CompletionKind.file(extensions: fileEndings)

  /// The theme file and the files that it names; none for a theme of the program.
  ///
  /// Cost: reads them, for a theme file may name others at any time.
  var files: [String] {
    guard case .file(let path) = source else { return [] }
    return (try? ThemeDocument(path: path))?.files ?? [path]
  }

  /// The theme, read when it is a file.
  ///
  /// - Parameter console: Where it is told what is wrong with the file.
  /// - Returns: The theme.
  /// - Throws: ``FileProblem``, or `DocumentFailure` when the file has mistakes.
  func theme(on console: Console) throws -> Theme {
    switch source {
    case .builtIn(let theme): return theme
    case .file(let path):
      let document = try ThemeDocument(path: path)
      let formatter = DiagnosticFormatter(usesColor: console.isErrorColored)
      if !document.diagnostics.isEmpty {
        console.error(formatter.text(for: document.diagnostics, in: document.source))
      }
      guard let theme = document.theme else { throw DocumentFailure(status: .badInput) }
      return theme
    }
  }
}
