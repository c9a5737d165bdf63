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
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "git", "-C", folder.path, "-c", "user.name=a", "-c", "user.email=a@b", "-c",
        "commit.gpgsign=false", "-c", "core.safecrlf=false",
      ] + arguments
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "git \(arguments.joined(separator: " "))")
  }
}
