public import ArgumentParser
import JourneyKit

/// A view by its name.
public struct ViewName: ExpressibleByArgument, Sendable {
  let view: any JourneyView

  static let map = ViewName(view: MapView())
  static var list: String { ViewList.all.map(\.name).joined(separator: " or ") }

  private init(view: any JourneyView) { self.view = view }

  /// Finds the view that the command line names.
  public init?(argument: String) {
    guard let view = ViewList.all.first(where: { $0.name == argument }) else { return nil }
    self.view = view
  }

  /// The names that completions and messages offer.
  public static var allValueStrings: [String] { ViewList.all.map(\.name) }
  /// What a shell offers.
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

/// A theme by its name.
public struct ThemeName: ExpressibleByArgument, Sendable {
  let theme: Theme

  static let light = ThemeName(theme: .light)
  static var list: String { Theme.all.map(\.name).joined(separator: " or ") }

  private init(theme: Theme) { self.theme = theme }

  /// Finds the theme that the command line names.
  public init?(argument: String) {
    guard let theme = Theme.all.first(where: { $0.name == argument }) else { return nil }
    self.theme = theme
  }

  /// The names that completions and messages offer.
  public static var allValueStrings: [String] { Theme.all.map(\.name) }
  /// What a shell offers.
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

/// What a picture is written as.
public enum PictureFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// Scalable Vector Graphics.
  case svg
  /// Graphviz's language.
  case dot

  /// The format that a file's ending asks for.
  init?(ending path: String) {
    guard let format = Self.allCases.first(where: { path.hasSuffix(".\($0.rawValue)") }) else {
      return nil
    }
    self = format
  }
}

/// Which pictures are drawn and where they go, settled before anything is read.
struct RenderPlan {
  /// Where pictures go.
  enum Destination {
    case standardOutput
    case file(String)
    case folder(String)
  }

  /// One picture of every document.
  struct PictureRequest {
    var view: ViewName
    var theme: ThemeName

    /// `ID.VIEW[.PERSONA][.THEME].FORMAT`, defaults left out.
    func fileName(journey: JourneyID, persona: PersonaID?, format: PictureFormat) -> String {
      var parts = [journey.rawValue, view.view.name]
      if let persona { parts.append(persona.rawValue) }
      if theme.theme.name != ThemeName.light.theme.name { parts.append(theme.theme.name) }
      parts.append(format.rawValue)
      return parts.joined(separator: ".")
    }
  }

  var documents: [String]
  var pictures: [PictureRequest]
  var format: PictureFormat
  var destination: Destination

  init(
    documents: [String], views: [ViewName], themes: [ThemeName], format: PictureFormat?,
    output: String?
  ) throws(UsageProblem) {
    self.documents = documents
    self.pictures = views.flatMap { view in themes.map { PictureRequest(view: view, theme: $0) } }
    self.format = format ?? output.flatMap(PictureFormat.init(ending:)) ?? .svg
    let count = documents.count * pictures.count
    let folderWanted = "several pictures need a folder: -o FOLDER"
    guard let output, output != "-" else {
      guard count == 1 else {
        throw UsageProblem("\(count) pictures do not fit into standard output; \(folderWanted)")
      }
      destination = .standardOutput
      return
    }
    destination = try Self.destination(output)
    if case .file = destination, count > 1 {
      throw UsageProblem("\(count) pictures do not fit into \(output); \(folderWanted)")
    }
  }

  /// A folder when it is one or has no ending, else a file.
  private static func destination(_ output: String) throws(UsageProblem) -> Destination {
    guard !output.isEmpty else { throw UsageProblem("-o names nothing") }
    if output.hasSuffix("/") || Files.isFolder(output) { return .folder(output) }
    if PictureFormat(ending: output) != nil || Files.exists(output) { return .file(output) }
    let name = output.split(separator: "/").last ?? ""
    if let dot = name.lastIndex(of: "."), dot > name.startIndex {
      let known = PictureFormat.allCases.map(\.rawValue).joined(separator: " or ")
      throw UsageProblem(
        "a picture is written as \(known), not as \(name[name.index(after: dot)...]); "
          + "end the name of a folder with /")
    }
    return .folder(output)
  }
}
