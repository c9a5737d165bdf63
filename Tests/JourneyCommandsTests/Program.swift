import Foundation
import Synchronization

/// The built program, running.
final class Program: Sendable {
  private let process: Process
  private let told: Mutex<Data> = Mutex(Data())
  private let isRead = DispatchSemaphore(value: 0)

  /// Where `journey` is, which is built beside the tests.
  static var path: String {
    #if canImport(Darwin)
      let folder = Bundle(for: Program.self).bundleURL.deletingLastPathComponent()
    #else
      let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()
    #endif
    return folder.appendingPathComponent("journey").path
  }

  /// Starts `journey`.
  ///
  /// - Parameters:
  ///   - arguments: Its arguments.
  ///   - environment: What it finds in its environment beside what the tests have in theirs.
  ///   - output: The file that its standard output goes to; nowhere unless given.
  /// - Throws: What keeps it from starting.
  convenience init(
    _ arguments: String..., environment: [String: String] = [:], output: String? = nil
  ) throws {
    try self.init(arguments, environment: environment, output: output)
  }

  /// The same with arguments that are in a list.
  init(
    _ arguments: [String], environment: [String: String] = [:], output: String? = nil
  ) throws {
    process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.executableURL = URL(fileURLWithPath: Self.path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    if let output {
      try Data().write(to: URL(fileURLWithPath: output))
      process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    }
    let errors = Pipe()
    process.standardError = errors
    // Threads of the test runner hold signals back, and a program inherits that.
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
    Thread.detachNewThread { [self] in
      while case let data = errors.fileHandleForReading.availableData, !data.isEmpty {
        told.withLock { $0 += data }
      }
      isRead.signal()
    }
  }

  var pid: Int32 { process.processIdentifier }

  var isRunning: Bool { process.isRunning }

  /// Waits for the end: the exit code, or the signal that ended it.
  func wait() -> Int32 {
    process.waitUntilExit()
    isRead.wait()
    isRead.signal()
    return process.terminationStatus
  }

  /// What was written to standard error so far.
  var errors: String { String(decoding: told.withLock { $0 }, as: UTF8.self) }

  /// The processes that it has started.
  var children: [Int32] {
    Self.processes.filter { $0.parent == pid }.map(\.id)
  }

  private static var processes: [(id: Int32, parent: Int32)] {
    #if os(Linux)
      // Not every machine has ps. The parent is the second word after the name in parentheses.
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.compactMap { name in
        guard let id = Int32(name),
          let text = try? String(contentsOfFile: "/proc/\(name)/stat", encoding: .utf8),
          let words = text.split(separator: ")").last?.split(separator: " "), words.count > 1,
          let parent = Int32(words[1])
        else { return nil }
        return (id, parent)
      }
    #else
      let list = Process()
      let output = Pipe()
      list.executableURL = URL(fileURLWithPath: "/bin/ps")
      list.arguments = ["-A", "-o", "pid=,ppid="]
      list.standardOutput = output
      guard (try? list.run()) != nil else { return [] }
      let text = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      list.waitUntilExit()
      return text.split(separator: "\n").compactMap { line in
        let numbers = line.split(separator: " ").compactMap { Int32($0) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
      }
    #endif
  }
}
