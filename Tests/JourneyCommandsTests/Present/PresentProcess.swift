import Foundation
import JourneyTestSupport
import Testing

/// The program `journey present` as a process, ended with the test.
///
/// Its methods block their thread: use it within `onThread`.
final class PresentProcess {
  private let process = Process()
  private let words: URL
  private let output: URL
  /// The port that is answered on; 0 when the process has ended instead.
  private(set) var port = 0

  /// Starts `journey present` and waits until it answers or has ended.
  ///
  /// The program is the one that is built beside the tests.
  init(
    _ arguments: [String], in folder: TemporaryFolder, openFiles: Int? = nil,
    programs: String? = nil
  ) throws {
    words = URL(fileURLWithPath: "\(folder.path)/words.txt")
    output = URL(fileURLWithPath: "\(folder.path)/output.txt")
    let limit = openFiles.map { "ulimit -n \($0); " } ?? ""
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      ["-c", limit + "exec \"$0\" \"$@\"", Self.program.path, "present"] + arguments
    for (stream, url) in [(\Process.standardOutput, output), (\Process.standardError, words)] {
      try Data().write(to: url)
      process[keyPath: stream] = try FileHandle(forWritingTo: url)
    }
    process.standardInput = FileHandle.nullDevice
    if let programs {
      var environment = ProcessInfo.processInfo.environment
      environment["PATH"] = "\(programs):\(environment["PATH"] ?? "")"
      process.environment = environment
    }
    // Threads of the test runner hold signals back, and a program inherits that.
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
    #expect(
      eventually(seconds: 60) {
        port =
          (try? /at http:\/\/127\.0\.0\.1:([0-9]+)\//.firstMatch(in: told))
          .flatMap { Int($0.1) } ?? 0
        return port > 0 || !process.isRunning
      })
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// What it has written to standard error.
  var told: String { (try? String(contentsOf: words, encoding: .utf8)) ?? "" }

  /// What it has written to standard output.
  var written: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }

  /// Sends a signal and waits for the end.
  ///
  /// - Returns: The exit code; nil when it did not end by itself in time.
  func end(by signal: Int32, within seconds: Double = 20) -> Int32? {
    kill(process.processIdentifier, signal)
    return code(within: seconds)
  }

  /// Waits for the end.
  func code(within seconds: Double = 20) -> Int32? {
    guard eventually(seconds: seconds, { !process.isRunning }), process.terminationReason == .exit
    else { return nil }
    return process.terminationStatus
  }

  #if os(Linux)
    /// How many files it has open.
    var openFiles: Int? {
      try? FileManager.default
        .contentsOfDirectory(atPath: "/proc/\(process.processIdentifier)/fd").count
    }

    /// The memory that it holds, in kilobytes.
    var memory: Int? {
      let path = "/proc/\(process.processIdentifier)/status"
      guard let status = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
      return status.firstMatch(of: /VmRSS:\s+([0-9]+) kB/).flatMap { Int($0.1) }
    }
  #endif

  /// The page as it is served now.
  func page() -> String? {
    guard let client = try? RawClient(port: port) else { return nil }
    client.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
    return client.all()
  }

  /// A client that hears of changes.
  func follower() throws -> RawClient {
    let client = try RawClient(port: port)
    client.send("GET /events HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
    try #require(client.text(until: "retry:") != nil)
    return client
  }

  private static let program: URL = {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
      return bundle.bundleURL.deletingLastPathComponent().appendingPathComponent("journey")
    #else
      return Bundle.main.bundleURL.appendingPathComponent("journey")
    #endif
  }()
}
