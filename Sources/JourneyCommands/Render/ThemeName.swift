public import ArgumentParser
import JourneyKit

/// A theme by its name, or by the path of a theme file.
public struct ThemeName: ExpressibleByArgument, Sendable {
  private enum Source {
    case builtIn(Theme)
    case file(String)
  }

  private let source: Source

  static let light = ThemeName(source: .builtIn(.light))

  private init(source: Source) { self.source = source }

  /// Finds the theme that the command line names; what ends like YAML or JSON is a file.
  public init?(argument: String) {
    if [".yaml", ".yml", ".json"].contains(where: { argument.hasSuffix($0) }) {
      source = .file(argument)
    } else if let theme = Theme.named(argument) {
      source = .builtIn(theme)
    } else {
      return nil
    }
  }

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

  /// What help shows where nothing is given.
  public var defaultValueDescription: String {
    switch source {
    case .builtIn(let theme): theme.name
    case .file(let path): path
    }
  }

  /// The names that completions and messages offer.
  public static var allValueStrings: [String] { Theme.all.map(\.name) }
  /// What a shell offers.
  public static var defaultCompletionKind: CompletionKind {
    .file(extensions: ["yaml", "yml", "json"])
  }
}
