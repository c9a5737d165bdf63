import JourneyKit
import Synchronization

/// Several documents, read once, as commands over many journeys need them.
///
/// Documents are read and analysed on all processors; the results are in the order in which the
/// documents were named, and so is what is told. On a terminal a line says how far it is.
struct DocumentSet {
  /// The documents that could be read, in the order in which they were named.
  var documents: [(path: String, document: JourneyDocument)] = []
  /// What could not be read.
  var problems: [(path: String, problem: FileProblem)] = []

  /// Reads documents, and folders of them.
  ///
  /// - Parameters:
  ///   - paths: What the command line names.
  ///   - console: Standard input.
  /// - Throws: ``FileProblem`` when a folder holds no document or cannot be listed.
  init(_ paths: [String], on console: Console) throws {
    let paths = try DocumentPaths.expand(paths)
    // Standard input belongs to the console, which only one thread asks.
    let piped = paths.contains("-") ? Self.read("-", on: console) : nil
    let found = Self.work("reading", on: paths, console) { path in
      path == "-" ? piped ?? Self.read(path, on: console) : Self.read(path, on: console)
    }
    for (path, result) in zip(paths, found) {
      do {
        documents.append((path, try result.get()))
      } catch let problem as FileProblem {
        problems.append((path, problem))
      }
    }
  }

  /// The documents without errors; what is wrong with the others is told.
  ///
  /// - Parameters:
  ///   - console: Where errors go.
  ///   - status: Raised to ``ExitStatus/badInput`` when something is wrong.
  /// - Returns: The documents without errors, in their order.
  func checked(on console: Console, status: inout ExitStatus) -> [CheckedDocument] {
    for problem in problems {
      status = max(status, console.tell(problem.problem))
    }
    return documents.compactMap { path, document in
      do {
        return try CheckedDocument.load(document, name: path, on: console)
      } catch {
        status = max(status, console.tell(error))
        return nil
      }
    }
  }

  /// The documents without errors as one portfolio, whose ids are unique.
  ///
  /// What is wrong with the others is told, and of two journeys with one id the second is left out.
  ///
  /// - Parameters:
  ///   - asOf: The day that ages are judged from.
  ///   - console: Where errors go.
  ///   - status: Raised to ``ExitStatus/badInput`` when something is wrong.
  /// - Returns: The portfolio, with the name of each member's document.
  func portfolio(asOf: CalendarDate, on console: Console, status: inout ExitStatus)
    -> (portfolio: Portfolio, names: [String])
  {
    let found = PortfolioProblems(
      documents.map(\.document), isComplete: problems.isEmpty)
    let formatter = DiagnosticFormatter(usesColor: console.isErrorColored)
    for (document, diagnostics) in zip(documents, found.diagnostics) {
      // A link that was most likely misspelt is told too: its customers are followed nowhere.
      let told = diagnostics.filter { $0.severity >= .warning }
      guard !told.isEmpty else { continue }
      if told.containsErrors { status = max(status, .badInput) }
      console.error(formatter.text(for: told, in: document.document.source))
    }
    var seen: Set<JourneyID> = []
    let checked = checked(on: console, status: &status).filter { document in
      seen.insert(document.journey.id).inserted
    }
    let analysed = Self.work("analyzing", on: checked, console) { document in
      Result { () throws(InvalidJourney) in try document.journey.estimated(asOf: asOf) }
    }
    var members: [Estimates] = []
    var names: [String] = []
    for (document, result) in zip(checked, analysed) {
      switch result {
      case .success(let estimates):
        members.append(estimates)
        names.append(document.name)
      case .failure(let error):
        status = max(status, console.tell(error))
      }
    }
    return (Portfolio(members), names)
  }

  /// Does something with many values, saying on a terminal how far it is.
  static func work<Value: Sendable, Result: Sendable>(
    _ verb: String, on values: [Value], _ console: Console,
    _ transform: @Sendable (Value) -> Result
  ) -> [Result] {
    // A few are done before anybody could read the line.
    let line = Mutex(
      ProgressLine(
        total: values.count >= 50 ? values.count : 0, console: console, verb: verb))
    defer { line.withLock { $0.clear() } }
    return ParallelMap.map(
      values, done: { done in line.withLock { $0.update(done: done, failed: 0) } }, transform)
  }

  private static func read(_ path: String, on console: Console) -> Result<
    JourneyDocument, any Error
  > {
    Result { try CheckedDocument.read(path, on: console) }
  }
}
