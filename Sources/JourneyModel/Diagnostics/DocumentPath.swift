/// The way from the root of a document to one of its parts: keys and list positions.
///
/// `touchpoints.no-news.felt` names the part that holds the feeling of `no-news`, in any format.
public struct DocumentPath: Hashable, Sendable, CustomStringConvertible,
  ExpressibleByArrayLiteral
{
  /// One step down.
  public enum Step: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// Into a mapping.
    case key(String)
    /// Into a list, counted from 0.
    case index(Int)

    /// A key.
    public init(stringLiteral value: String) { self = .key(value) }
    /// A list position.
    public init(integerLiteral value: Int) { self = .index(value) }
  }

  /// The steps from the root.
  public var steps: [Step]
  /// Whether the key itself is meant, and not the value under it.
  public var pointsAtKey: Bool

  /// Creates a path.
  public init(_ steps: [Step], pointsAtKey: Bool = false) {
    self.steps = steps
    self.pointsAtKey = pointsAtKey
  }

  /// Creates a path from its steps.
  public init(arrayLiteral elements: Step...) {
    self.init(elements)
  }

  /// The whole document.
  public static let root = DocumentPath([])

  /// The path of a touchpoint, or of one of its parts.
  public static func touchpoint(_ id: TouchpointID, _ keys: String...) -> DocumentPath {
    DocumentPath([.key("touchpoints"), .key(id.rawValue)] + keys.map(Step.key))
  }

  /// The path of a `flow` entry.
  public static func transition(_ transition: Transition) -> DocumentPath {
    DocumentPath([.key("flow"), .key(transition.key)])
  }

  /// The path one step further down.
  public func appending(_ step: Step) -> DocumentPath {
    DocumentPath(steps + [step])
  }

  /// The same part, but its key instead of its value.
  public var key: DocumentPath { DocumentPath(steps, pointsAtKey: true) }

  /// The steps joined by dots, list positions in brackets: `evidence[2].felt`.
  public var description: String {
    steps.reduce(into: "") { text, step in
      switch step {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      }
    }
  }
}
