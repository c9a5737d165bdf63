import Foundation
import Testing

/// A git repository that is gone when the test is over.
final class ScratchRepository: Sendable {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try git("init", "-q")
  }

  /// The path of a file in it.
  func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  /// Writes a file and commits it.
  func commit(_ name: String, _ text: String) throws {
    let file = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: false, encoding: .utf8)
    try git("add", "-A")
    try git("commit", "-q", "-m", name)
  }

  func git(_ arguments: String...) throws {
    _ = try ask(arguments)
  }

  /// Runs git, which has to succeed, and gives what it says.
  @discardableResult
  func ask(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "git", "-C", folder.path, "-c", "user.name=a", "-c", "user.email=a@b", "-c",
        "commit.gpgsign=false", "-c", "core.safecrlf=false",
      ] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "git \(arguments.joined(separator: " "))")
    return String(decoding: said, as: UTF8.self)
  }
}
