#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The running program and its command line: it can be started again, to draw on all cores.
///
/// Graphviz serves one thread of a process; more cores take more processes.
public struct WorkerProgram: Sendable, Hashable {
  /// The executable.
  public var path: String
  /// Its arguments, without its name.
  public var arguments: [String]

  /// Creates a description of a program that understands ``JourneyTool``'s commands.
  public init(path: String, arguments: [String]) {
    self.path = path
    self.arguments = arguments
  }

  /// The program of this process.
  static var running: WorkerProgram {
    WorkerProgram(
      path: executable ?? CommandLine.arguments.first ?? "journey",
      arguments: Array(CommandLine.arguments.dropFirst()))
  }

  private static var executable: String? {
    #if os(Linux)
      // Leads to the file that runs, even when another has taken its place since.
      return "/proc/self/exe"
    #elseif canImport(Darwin)
      var size: UInt32 = 0
      _NSGetExecutablePath(nil, &size)
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return buffer.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
    #else
      return nil
    #endif
  }
}
