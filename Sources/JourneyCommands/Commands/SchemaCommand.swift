public import ArgumentParser
import JourneyKit

/// `journey schema`: the JSON Schema of journey documents.
public struct SchemaCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of journey documents, for editors.",
    discussion: """
      Example: journey schema > journey.schema.json
      Example: journey schema --policy > policy.schema.json
      """)

  @Flag(help: "Print the schema of policy files instead.")
  var policy = false

  /// Creates the command.
  public init() {}

  /// Prints the schema.
  public func run(on console: Console) throws -> ExitStatus {
    try console.print(policy ? JourneySchema.policyText : JourneySchema.text)
    return .fine
  }
}
