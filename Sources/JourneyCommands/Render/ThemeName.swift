public import ArgumentParser
import JourneyKit

/// A theme by its name.
public struct ThemeName: ExpressibleByArgument, Sendable {
  let theme: Theme

  static let light = ThemeName(theme: .light)

  private init(theme: Theme) { self.theme = theme }

  /// Finds the theme that the command line names.
  public init?(argument: String) {
    guard let theme = Theme.all.first(where: { $0.name == argument }) else { return nil }
    self.theme = theme
  }

  /// What help shows where nothing is given.
  public var defaultValueDescription: String { theme.name }

  /// The names that completions and messages offer.
  public static var allValueStrings: [String] { Theme.all.map(\.name) }
  /// What a shell offers.
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
