import JourneyKit

/// Several documents, read once, as commands over many journeys need them.
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
    let expanded = try DocumentPaths.expand(paths)
    var progress = ProgressLine(total: expanded.count, console: console, verb: "reading")
    defer { progress.clear() }
    for (index, path) in expanded.enumerated() {
      progress.update(done: index, failed: problems.count)
      do {
        documents.append((path, try CheckedDocument.read(path, on: console)))
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
}
