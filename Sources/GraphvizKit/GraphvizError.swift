/// Why a graph could not be laid out, drawn or measured.
public struct GraphvizError: Error, Hashable, Sendable {
  /// What went wrong, to decide by.
  ///
  /// More codes may come; handle those you know and treat the rest alike.
  public struct Code: Hashable, Sendable {
    private enum Kind {
      case libraryUnavailable, invalidText, syntaxError, notOneGraph, unknownEngine, unknownFormat
      case layoutFailed, unreadableAnswer, cancelled
    }
    private let kind: Kind

    /// The library has no plugins, or does not work at all.
    public static let libraryUnavailable = Code(kind: .libraryUnavailable)
    /// The text holds a NUL character, which the library would take for its end.
    public static let invalidText = Code(kind: .invalidText)
    /// The text is not DOT.
    public static let syntaxError = Code(kind: .syntaxError)
    /// The text holds no graph, or more than one.
    public static let notOneGraph = Code(kind: .notOneGraph)
    /// The library has no such layout engine.
    public static let unknownEngine = Code(kind: .unknownEngine)
    /// The library cannot draw this format.
    public static let unknownFormat = Code(kind: .unknownFormat)
    /// The library reported an error, or drew nothing.
    public static let layoutFailed = Code(kind: .layoutFailed)
    /// The library's answer could not be read: an error of this package.
    public static let unreadableAnswer = Code(kind: .unreadableAnswer)
    /// The task was cancelled before the library was called.
    public static let cancelled = Code(kind: .cancelled)
  }

  /// What went wrong, to decide by.
  public let code: Code
  /// The library's own words, warnings included.
  public let messages: [GraphvizMessage]
  /// The text the library was given, where the error may be in it.
  public let dot: String?

  init(_ code: Code, messages: [GraphvizMessage] = [], dot: String? = nil) {
    self.code = code
    self.messages = messages
    self.dot = dot
  }
}

extension GraphvizError: CustomStringConvertible {
  /// One sentence for people: what is wrong, in the library's words, and what mends it.
  ///
  /// The DOT text is not part of it; see ``dot``.
  public var description: String {
    let errors = messages.filter { $0.severity == .error }
    let words = (errors.isEmpty ? messages : errors).map(\.text).joined(separator: "; ")
    let said = words.isEmpty ? "" : " (\(words))"
    return switch code {
    case .libraryUnavailable:
      "Graphviz cannot lay out even one node\(said): its plugins are missing; install the package "
        + "graphviz (apt-get install graphviz, brew install graphviz) or, if it is installed, run "
        + "\"dot -c\" as administrator."
    case .invalidText:
      "The DOT text holds a NUL character, which Graphviz would take for its end: leave it out, or "
        + "write it with DOT.label."
    case .syntaxError:
      "The DOT text is malformed\(said): quote every name with DOT.quoted and every label with "
        + "DOT.label."
    case .notOneGraph:
      "The DOT text does not hold exactly one graph: give each graph to a call of its own."
    case .unknownEngine:
      "Graphviz has no such layout engine\(said): use one that is listed, and no layout attribute "
        + "in the graph."
    case .unknownFormat:
      "Graphviz cannot draw this format\(said): use svg, or install the plugin that draws it."
    case .layoutFailed:
      "Graphviz could not lay out the graph as written\(said): mend the label or attribute it names."
    case .unreadableAnswer:
      "Graphviz's answer could not be read\(said): please report this with the error's DOT text."
    case .cancelled:
      "The task was cancelled before Graphviz was called: nothing was laid out."
    default:
      "Graphviz failed\(said): please report this with the error's DOT text."
    }
  }
}
