import JourneyKit
import JourneyMining
import TextSupport

extension MineCommand {
  /// The same command with the rules that the document was counted by, where none are given.
  func counting(as document: DocumentInput, on console: Console) -> MineCommand {
    var command = self
    guard counts == nil, let journey = document.document.journey else { return command }
    let known = CountedBy(of: journey)
    var taken: [String] = []
    if completed.isEmpty, !known.completed.isEmpty {
      command.completed = known.completed
      taken.append("--completed \(known.completed.map { "'\($0)'" }.joined(separator: " "))")
    }
    if timeout == nil, let pause = known.timeout {
      command.timeout = pause
      taken.append("--timeout \(pause)")
    }
    if !taken.isEmpty {
      let rules = TextTable.printable(taken.joined(separator: " "))
      console.error("journey: Counted by the rules in the document's 'x-mined': \(rules).\n")
    }
    return command
  }
}
