import ArgumentParser
import JourneyKit

/// Where a command's one result goes.
///
/// Every command that writes files makes the folders that are missing, `journey render` and `journey
/// new` too: `-o out/2026/atlas.svg` is meant as it stands, and a script need not make `out` first.
/// A file's folders are made when there is something to put into it.
struct OutputArgument: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: """
      The file to write; standard output unless given. Its ending sets the format, and folders that \
      are missing are made.
      """,
    completion: .file())
  var output: String?

  /// The ending of the file without the dot, in small letters; nil without one.
  var suffix: String? {
    guard let name = output?.split(separator: "/").last, let dot = name.lastIndex(of: "."),
      dot > name.startIndex
    else { return nil }
    return name[name.index(after: dot)...].lowercased()
  }

  /// Writes the result, whole or not at all.
  func write(_ bytes: [UInt8], on console: Console) throws {
    guard let output, output != "-" else { return try console.output(bytes) }
    try Files.makeFolder(Files.folder(of: output))
    try Files.write(bytes, to: output)
  }

  /// Writes the result, whole or not at all.
  func write(_ text: String, on console: Console) throws {
    try write(Array(text.utf8), on: console)
  }
}

extension OutputArgument {
  /// The format that the command line asks for, by `--format` or by the output's ending.
  ///
  /// - Parameters:
  ///   - given: What `--format` says.
  ///   - otherwise: The format when neither says one.
  ///   - endings: What endings of files stand for.
  /// - Returns: The format.
  /// - Throws: ``UsageProblem`` when the two do not agree, or the ending stands for nothing and there
  ///   is no `--format`.
  func format<Format: RawRepresentable & Equatable>(
    _ given: Format?, otherwise: Format, endings: [String: Format]
  ) throws(UsageProblem) -> Format where Format.RawValue == String {
    guard let suffix, let output else { return given ?? otherwise }
    if let ending = endings[suffix] {
      guard given == nil || given == ending else {
        throw UsageProblem(
          "--format \(given?.rawValue ?? "") contradicts the ending of '\(output)'; leave one out")
      }
      return ending
    }
    if let given { return given }
    let known = endings.keys.sorted().map { ".\($0)" }.joined(separator: ", ")
    throw UsageProblem(
      "nothing is written as .\(suffix) here, but as \(known); name '\(output)' so, or say the "
        + "--format")
  }
}
