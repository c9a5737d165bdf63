public import ArgumentParser
import JourneyKit

/// `journey new`: a commented document to start from.
public struct NewCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a commented journey document to start from.",
    discussion: "Example: journey new journeys/returning-shoes.journey.yaml")

  @Argument(
    help: "The file to write, named NAME.journey.yaml; - is standard output.",
    completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(help: "The journey's title; made from the file's name unless given.")
  var title: String?

  @Flag(help: "Replace a file that is there.")
  var force = false

  /// Creates the command.
  public init() {}

  /// Writes the document, unless a file is in the way.
  public func run(on console: Console) throws -> ExitStatus {
    let template = JourneyTemplate(fileName: file == "-" ? "my-journey" : file, title: title)
    guard file != "-" else {
      try console.print(template.text)
      return .fine
    }
    guard !file.hasSuffix(".json") else {
      throw UsageProblem(
        "a new document has comments, which JSON cannot hold; name it \(file.dropLast(5)).yaml")
    }
    guard !Files.isFolder(file) else {
      throw FileProblem(.write, file, reason: "it is a folder, not a file")
    }
    guard force || !Files.exists(file) else {
      throw FileProblem(.write, file, reason: "there is a file already; --force replaces it")
    }
    try Files.makeFolder(Files.folder(of: file))
    try Files.write(Array(template.text.utf8), to: file)
    console.error("\(file) is written. Next: journey check \(file)\n")
    return .fine
  }
}
