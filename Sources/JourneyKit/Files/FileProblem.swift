#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file could not be read or written, in one sentence.
public struct FileProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried.
  public enum Operation: String, Hashable, Sendable {
    /// Reading a file.
    case read
    /// Writing a file.
    case write
    /// Listing a folder.
    case list
    /// Drawing a document.
    case draw
  }

  /// What was tried.
  public var operation: Operation
  /// The path as it was given.
  public var path: String
  /// Why it did not work, without a full stop.
  public var reason: String

  /// Creates a problem.
  public init(_ operation: Operation, _ path: String, reason: String) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  init(_ operation: Operation, _ path: String, errno code: Int32) {
    self.init(operation, path, reason: Self.words(for: code))
  }

  /// One sentence for people.
  public var description: String {
    "cannot \(operation.rawValue) \(path.isEmpty ? "''" : path): \(reason)"
  }

  private static func words(for code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file or folder"
    case EISDIR: "it is a folder, not a file"
    case ENOTDIR: "a part of the path is not a folder"
    case EACCES, EPERM: "permission denied"
    case ENOSPC: "the disk is full"
    case EROFS: "the disk is read-only"
    case EMFILE, ENFILE: "too many files are open"
    case ENAMETOOLONG: "the name is too long"
    case ELOOP: "too many symbolic links"
    default: String(cString: strerror(code))
    }
  }
}
