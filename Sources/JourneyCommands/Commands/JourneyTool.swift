public import ArgumentParser
import JourneyKit

/// The `journey` program.
public struct JourneyTool: ParsableCommand {
  /// What the program is called and what it can do.
  public static let configuration = CommandConfiguration(
    commandName: "journey",
    abstract: "Customer journeys as files: what customers feel, where it hurts, where they leave.",
    discussion: """
      A journey is a YAML file in version control. Start one with 'journey new', check it with \
      'journey check', rank where it hurts with 'journey hotspots', draw it with 'journey render'.

      Exit codes: 0 fine, 1 findings, 2 bad input, 64 wrong usage.
      """,
    version: JourneyTool.version,
    subcommands: [
      NewCommand.self, CheckCommand.self, HotspotsCommand.self, AnalyzeCommand.self,
      DecisionsCommand.self,
      BacklogCommand.self,
      CompareCommand.self,
      ReportCommand.self,
      WhatIfCommand.self,
      AtlasCommand.self,
      MineCommand.self,
      SQLCommand.self,
      SimulateCommand.self,
      EvidenceCommand.self,
      RenderCommand.self, PresentCommand.self, SchemaCommand.self, RenderWorkerCommand.self,
    ])

  /// The program's version.
  public static let version = "0.1.0"

  /// Creates the program.
  public init() {}
}

extension JourneyTool {
  /// Runs the process's own command line and ends the process.
  public static func runProcess() -> Never {
    var console = Console.process
    console.program = .running
    Files.keepStandardOutputForResults()
    exit(withCode: run(Array(CommandLine.arguments.dropFirst()), on: console))
  }

  private static func exit(withCode code: Int32) -> Never { exit(withError: ExitCode(code)) }

  /// Parses and runs a command line, for tests and for programs that embed the commands.
  ///
  /// - Parameters:
  ///   - arguments: The arguments without the program's name.
  ///   - console: Where results and words go.
  /// - Returns: What the process would exit with.
  public static func run(_ arguments: [String], on console: Console) -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      if let command = command as? any JourneyCommand {
        return command.perform(on: console).rawValue
      }
      try command.run()
      return 0
    } catch {
      let code = exitCode(for: error).rawValue
      let text = fullMessage(for: error)
      if code == 0 {
        try? console.print(text + "\n")
      } else if !text.isEmpty {
        console.error(text + "\n")
      }
      return code
    }
  }
}
