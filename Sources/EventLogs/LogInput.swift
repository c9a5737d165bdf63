/// Where a log comes from; gzip is found out and undone.
public enum LogInput: Hashable, Sendable {
  /// A file, or a pipe that has a name.
  case file(path: String)
  /// The standard input.
  case standardInput
  /// Bytes in memory, and what to call them.
  case bytes([UInt8], name: String)

  /// What messages call it.
  public var name: String {
    switch self {
    case .file(let path): path
    case .standardInput: "standard input"
    case .bytes(_, let name): name
    }
  }
}
