import Foundation

/// Files that say what a result must be, to the byte.
///
/// With `RECORD_GOLDENS=1` in the environment the file is written and the test fails all the same,
/// so that recording never passes unseen. Only results that are the same on every machine belong
/// here: pictures laid out with a made-up measurer, DOT text; never anything that fonts decide.
public enum Golden {
  /// What is wrong with a text, compared with its golden file.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: The file's name, in the folder `Goldens` beside the test.
  ///   - file: The test's file.
  /// - Returns: The first line that differs, or that the golden was recorded or is missing; nil
  ///   when the texts are the same.
  public static func difference(
    _ text: String, from name: String, file: String = #filePath
  ) -> String? {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
      .appendingPathComponent("Goldens")
    let golden = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: golden)
        return "recorded \(name); look at it, then run again without RECORD_GOLDENS"
      } catch {
        return "cannot record \(name): \(error)"
      }
    }
    guard let data = try? Data(contentsOf: golden) else {
      return "there is no golden \(name); record it with RECORD_GOLDENS=1"
    }
    let expected = String(decoding: data, as: UTF8.self)
    guard expected != text else { return nil }
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let got = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, pair) in zip(wanted, got).enumerated() where pair.0 != pair.1 {
      return "\(name), line \(line + 1)\n  golden: \(pair.0)\n  now:    \(pair.1)"
    }
    return "\(name) has \(wanted.count) lines, now there are \(got.count)"
  }
}
