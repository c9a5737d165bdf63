public import ArgumentParser
import EventCounting
import JourneyKit
import JourneyMining
import TextSupport

/// `journey simulate`: an event log that follows a journey.
public struct SimulateCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Write an event log that follows a journey.",
    discussion: """
      Example: journey simulate journeys/test-results.journey.yaml -n 1000 --seed 7 -o log.csv

      Customers go on by the shares of the flow, each persona by its own, after the times of the \
      document, and say how it felt with its means and spreads. Counting the log gives the journey \
      back within sampling error, since it tells how each customer ends by a last event (completed, \
      left, …); the command that does so is told on standard error. The same seed gives the same \
      bytes on every machine.
      """)

  @OptionGroup var document: DocumentArgument

  @Option(
    name: [.customShort("n"), .long],
    help: ArgumentHelp("How many customers go on the journey.", valueName: "number"))
  var customers = 1000

  @Option(help: ArgumentHelp("What all chance comes from.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "The day on which customers begin to come; the first of the journey's period unless given.",
      valueName: "date"))
  var start: CalendarDate?

  @Flag(help: "Write scores that nobody was asked for too.")
  var assumed = false

  @OptionGroup var result: OutputArgument

  /// The most customers: each needs a few bytes while the log is made.
  private static let most = 1_000_000_000

  /// Creates the command.
  public init() {}

  /// Refuses what cannot be.
  public func validate() throws {
    guard (0...Self.most).contains(customers) else {
      throw ValidationError("-n is from 0 to \(NumberText.grouped(Self.most)).")
    }
  }

  /// Writes the log.
  public func run(on console: Console) throws -> ExitStatus {
    if let suffix = result.suffix, suffix != "csv", let output = result.output {
      throw UsageProblem("a log is written as .csv; name '\(output)' so")
    }
    let journey = try CheckedDocument.load(document.file, on: console).journey
    let simulation = try Simulation(
      journey, customers: customers, seed: seed, start: start, assumed: assumed)
    let written: Simulation.Written
    if let output = result.output, output != "-" {
      try Files.makeFolder(Files.folder(of: output))
      var stream = try FileStream(output)
      written = try simulation.write { try stream.write($0) }
      try stream.commit()
    } else {
      written = try simulation.write { try console.output(Array($0)) }
    }
    tell(simulation, journey, written, on: console)
    return .fine
  }

  private func tell(
    _ simulation: Simulation, _ journey: Journey, _ written: Simulation.Written,
    on console: Console
  ) {
    var lines = [
      "\(Wording.count(written.events, "event")) of \(Wording.count(customers, "customer")), seed \(seed)."
    ]
    lines += simulation.remarks
    if written.cutOff > 0 {
      let most = NumberText.grouped(Simulation.mostEvents)
      lines.append(
        "\(Wording.count(written.cutOff, "customer")) had not come to an end after \(most) events, and "
          + "stop there: the document lets hardly anybody out of a circle.")
    }
    lines.append("read it back with: \(command(simulation, journey))")
    for line in lines { console.error("journey: \(TextTable.printable(line))\n") }
  }

  /// The command that gives the journey back.
  private func command(_ simulation: Simulation, _ journey: Journey) -> String {
    var words = ["journey", "mine", Self.quoted(result.output ?? "-")]
    if simulation.hasScores {
      words.append("--scale=\(journey.scale.low.plainText)..\(journey.scale.high.plainText)")
      if journey.scale.isInverted { words.append("--inverted") }
    }
    return words.joined(separator: " ")
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./,+:@%"
    if !word.isEmpty, word.allSatisfy(plain.contains) { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}
