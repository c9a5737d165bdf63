public import ArgumentParser
import EventLogs
import JourneyKit
import TextSupport

/// A command of `journey`: parsing is ArgumentParser's, doing is ``run(on:)``.
public protocol JourneyCommand: ParsableCommand {
  /// Does the work.
  ///
  /// - Parameter console: Where results and words go.
  /// - Returns: What to tell the caller.
  /// - Throws: What stopped the command; it is told in one sentence.
  func run(on console: Console) throws -> ExitStatus
}

extension JourneyCommand {
  /// Runs the command on the process's streams.
  ///
  /// - Throws: An exit code other than 0.
  public func run() throws {
    let status = perform(on: .process)
    guard status == .fine else { throw ExitCode(status.rawValue) }
  }

  /// Runs the command and tells what stopped it.
  func perform(on console: Console) -> ExitStatus {
    do {
      return try run(on: console)
    } catch {
      return console.tell(error)
    }
  }
}

extension Console {
  /// Tells why something could not be done, in one sentence.
  ///
  /// - Parameter error: What was thrown.
  /// - Returns: The status that it stands for.
  func tell(_ error: any Error) -> ExitStatus {
    let (text, status) = words(for: error)
    if !text.isEmpty { self.error(text) }
    return status
  }

  /// Why something could not be done, in one sentence, and the status that it stands for.
  ///
  /// - Parameter error: What was thrown.
  /// - Returns: The words, with the end of the line, and the status.
  func words(for error: any Error) -> (String, ExitStatus) {
    switch error {
    case let failure as DocumentFailure:
      return ("", failure.status)
    case let problem as UsageProblem:
      return ("journey: \(problem.message)\n", .usage)
    case let invalid as InvalidJourney:
      let lines = invalid.diagnostics.filter { $0.severity == .error }.map { diagnostic in
        let fix = diagnostic.fix.map { "; \($0)" } ?? ""
        return "journey: \(diagnostic.path): \(diagnostic.summary)\(fix)\n"
      }
      return (lines.joined(), .badInput)
    case let problem as LogProblem:
      // Names and cells of somebody's log: long ones are cut, and none speaks to the terminal.
      let text = TextTable.printable("\(problem)")
      let cut = text.count > 2_000 ? text.prefix(1_200) + " … " + text.suffix(400) : text[...]
      return ("journey: \(cut)\n", .badInput)
    default:
      return ("journey: \(error)\n", .badInput)
    }
  }
}
