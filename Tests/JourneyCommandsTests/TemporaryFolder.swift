import Foundation

/// A folder that is gone when the test is over.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("journey-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file into the folder and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    let file = "\(path)/\(name)"
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    return file
  }

  /// Writes a program for the shell into the folder and gives its path.
  ///
  /// Another process writes it: a child that another test starts meanwhile would keep this one's
  /// file open for writing, and no system runs such a file.
  func program(_ name: String, _ script: String) throws -> String {
    let file = "\(path)/\(name)"
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = [
      "-c", #"printf '#!/bin/sh\n%s' "$1" > "$2" && chmod 755 "$2""#, "sh", script, file,
    ]
    try writer.run()
    writer.waitUntilExit()
    guard writer.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    return file
  }

  /// The names in the folder, without hidden ones.
  func contents(of folder: String? = nil) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder ?? path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }
}

/// A small journey that is right in every part.
let smallJourney = """
  journey: Returning shoes
  id: returning-shoes
  stages: [Decide, Send]
  personas:
    amina: {name: Amina, share: 60%}
    george: {name: George, share: 40%}
  channels:
    web: {name: Shop, kind: digital}
  touchpoints:
    find-form: {name: Find the form, stage: Decide, channel: web, felt: {mean: -1.2, n: 80, sd: 0.8}, believed: 0.9}
    print-label: {name: Print the label, stage: Send, channel: web, felt: {mean: -0.4, n: 60, sd: 0.9}, believed: 0.5}
  flow:
    start -> find-form: 1000
    find-form -> print-label: 700
    find-form -> left: 300
    print-label -> completed: 650
    print-label -> left: 50

  """
