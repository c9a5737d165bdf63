import ArgumentParser
import JourneyKit

/// Where a command's one result goes.
struct OutputArgument: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: "The file to write; standard output unless given. Its ending sets the format.",
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
