public import ArgumentParser
import JourneyKit

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
    } catch let problem as UsageProblem {
      console.error("journey: \(problem.message)\n")
      return .usage
    } catch let problem as FileProblem {
      console.error("journey: \(problem)\n")
      return .badInput
    } catch {
      console.error("journey: \(error)\n")
      return .badInput
    }
  }
}
