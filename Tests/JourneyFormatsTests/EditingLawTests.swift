import Foundation
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyFormats

/// What holds for every document and every change.
@Suite struct EditingLawTests {
  @Test(arguments: SeededGenerator.seeds(200))
  func afterChangesTheTextSaysWhatWasAskedFor(seed: UInt64) throws {
    let document = EditingRandomDocument(seed: seed)
    var random = SeededGenerator(seed: seed &* 7919)
    var editor = try DocumentEditor(document.text, name: "a.yaml")
    #expect(editor.value(at: .root) == document.value, "\(document.text)")
    var intended = document.value
    var edits: [EditingOracle.Edit] = []
    for _ in 0..<random.pick([1, 1, 3, 8]) {
      let edit = EditingOracle.edit(intended, &random)
      edits.append(edit)
      try edit.make(in: &editor)
      intended = EditingOracle.apply(edit, to: intended)
    }
    let text = try editor.text()
    let again = try DocumentEditor(text, name: "a.yaml")
    #expect(
      again.value(at: .root).map(EditingOracle.sorted) == EditingOracle.sorted(intended),
      "\(edits)\n\(document.text)\n---\n\(text)")
  }

  @Test(arguments: SeededGenerator.seeds(120))
  func oneChangeTouchesItsOwnLines(seed: UInt64) throws {
    let document = EditingRandomDocument(seed: seed)
    var random = SeededGenerator(seed: seed &* 104_729)
    let edit = EditingOracle.edit(document.value, &random)
    var editor = try DocumentEditor(document.text, name: "a.yaml")
    let old = EditingOracle.lines(document.text)
    let from: Int
    let upTo: Int
    switch edit {
    case .set(let value, let path):
      (from, upTo) = Self.lines(of: path, in: editor, document.text)
      try editor.set(value, at: path)
    case .append(let value, let path):
      (from, upTo) = Self.lines(of: path, in: editor, document.text)
      try editor.append(value, to: path)
    case .remove(let path):
      // The last entry to go leaves brackets behind its holder's key.
      let holder = DocumentPath(path.steps.dropLast())
      let isLast =
        EditingOracle.paths(try #require(editor.value(at: holder)))
        .filter { $0.steps.count == 1 }.count == 1
      (from, upTo) = Self.lines(of: isLast ? holder : path, in: editor, document.text)
      try editor.remove(at: path)
    }
    let text = try editor.text()
    let new = EditingOracle.lines(text)
    let before = zip(old, new).prefix { $0 == $1 }.count
    let behind = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
    // One line to the front for a key whose value it was, or a comma; one behind for a blank line.
    #expect(before >= from - 1, "\(edit)\n\(document.text)\n---\n\(text)")
    #expect(old.count - behind <= upTo + 2, "\(edit)\n\(document.text)\n---\n\(text)")
    if case .remove = edit { return }
    if case .set(_, let path) = edit, document.value.value(at: path.steps[...]) != nil { return }
    #expect(
      EditingOracle.comments(text) == EditingOracle.comments(document.text),
      "\(edit)\n\(document.text)\n---\n\(text)")
  }

  @Test(arguments: SeededGenerator.seeds(80))
  func scalarsChangeInTheirPlace(seed: UInt64) throws {
    let document = EditingRandomDocument(seed: seed)
    var random = SeededGenerator(seed: seed)
    for path in EditingOracle.paths(document.value) {
      switch document.value.value(at: path.steps[...]) {
      case .mapping, .list, nil: continue
      default: break
      }
      var editor = try DocumentEditor(document.text, name: "a.yaml")
      try editor.set(EditingRandomDocument.scalar(&random), at: path)
      let text = try editor.text()
      let changed = zip(EditingOracle.lines(document.text), EditingOracle.lines(text))
        .filter { $0 != $1 }
      let isOneLine =
        EditingOracle.lines(document.text).count == EditingOracle.lines(text).count
      #expect(!isOneLine || changed.count <= 1, "\(path)\n\(document.text)\n---\n\(text)")
      #expect(
        EditingOracle.comments(text) == EditingOracle.comments(document.text),
        "\(path)\n\(document.text)\n---\n\(text)")
    }
  }

  @Test(arguments: SeededGenerator.seeds(100))
  func theSameValuesChangeNoByte(seed: UInt64) throws {
    let document = EditingRandomDocument(seed: seed)
    var editor = try DocumentEditor(document.text, name: "a.yaml")
    for path in EditingOracle.paths(document.value) {
      let value = try #require(document.value.value(at: path.steps[...]))
      try editor.set(value, at: path)
    }
    #expect(try Array(editor.text().utf8) == Array(document.text.utf8))
  }

  @Test(arguments: SeededGenerator.seeds(90))
  func jsonToo(seed: UInt64) throws {
    let document = EditingRandomDocument(seed: seed)
    var random = SeededGenerator(seed: seed &* 31)
    let text =
      switch seed % 3 {
      case 0: JSONEmitter.text(of: document.value)
      case 1: EditingJSON.compact(document.value)
      default: EditingJSON.odd(document.value, &random)
      }
    var editor = try DocumentEditor(text, name: "a.json")
    var intended = document.value
    var edits: [EditingOracle.Edit] = []
    for _ in 0..<random.pick([1, 2, 6]) {
      let edit = EditingOracle.edit(intended, &random)
      edits.append(edit)
      try edit.make(in: &editor)
      intended = EditingOracle.apply(edit, to: intended)
    }
    let changed = try editor.text()
    #expect(try JSONSerialization.jsonObject(with: Data(changed.utf8)) is [String: Any])
    #expect(
      try DocumentEditor(changed, name: "a.json").value(at: .root).map(EditingOracle.sorted)
        == EditingOracle.sorted(intended), "\(edits)\n\(text)\n---\n\(changed)")
    // What was on one line is still; what had lines keeps them.
    #expect(seed % 3 != 1 || !changed.contains("\n"), "\(changed)")
  }

  @Test(arguments: SeededGenerator.seeds(60), DocumentFormat.allCases)
  func documentsThatWereWritten(seed: UInt64, format: DocumentFormat) throws {
    let text = JourneyWriter.text(of: RandomJourney.make(seed: seed), format: format)
    var random = SeededGenerator(seed: seed)
    var editor = try DocumentEditor(text, name: "a", format: format)
    var intended = try #require(editor.value(at: .root))
    for _ in 0..<5 {
      let edit = EditingOracle.edit(intended, &random)
      try edit.make(in: &editor)
      intended = EditingOracle.apply(edit, to: intended)
    }
    let again = try DocumentEditor(try editor.text(), name: "a", format: format)
    #expect(again.value(at: .root).map(EditingOracle.sorted) == EditingOracle.sorted(intended))
  }

  @Test(arguments: SeededGenerator.seeds(150))
  func brokenTextsAreRefusedOrChangedRightly(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = EditingRandomDocument.broken(&random)
    guard let value = try? DocumentEditor(text, name: "a.yaml").value(at: .root) else { return }
    let edit = EditingOracle.edit(value, &random)
    guard let changed = try? edit.made(in: text) else { return }
    let again = try DocumentEditor(changed, name: "a.yaml").value(at: .root)
    #expect(
      again.map(EditingOracle.sorted)
        == EditingOracle.sorted(EditingOracle.apply(edit, to: value)), "\(edit)\n\(text)")
  }

  /// The lines of the part that a path leads to, or of what would hold it: from, up to.
  private static func lines(
    of path: DocumentPath, in editor: DocumentEditor, _ text: String
  ) -> (Int, Int) {
    var steps = path.steps
    while editor.range(of: DocumentPath(steps)) == nil, !steps.isEmpty { steps.removeLast() }
    guard let range = editor.range(of: DocumentPath(steps)) else { return (0, .max) }
    let bytes = Array(text.utf8)
    let before = bytes[..<range.lowerBound].filter { $0 == 10 }.count
    return (before, before + bytes[range].filter { $0 == 10 }.count)
  }
}

/// JSON as different programs write it.
enum EditingJSON {
  static func compact(_ value: DocumentValue) -> String {
    switch value {
    case .list(let items): "[" + items.map(compact).joined(separator: ",") + "]"
    case .mapping(let entries):
      "{" + entries.map { compact(.text($0.key)) + ":" + compact($0.value) }.joined(separator: ",")
        + "}"
    default: String(JSONEmitter.text(of: value).dropLast())
    }
  }

  static func odd(_ value: DocumentValue, _ random: inout SeededGenerator) -> String {
    func blank(_ random: inout SeededGenerator) -> String {
      random.pick(["", " ", "\n", "\r\n\t", "  \n  "])
    }
    var parts: [String] = []
    switch value {
    case .list(let items):
      for item in items { parts.append(blank(&random) + odd(item, &random) + blank(&random)) }
      return "[" + parts.joined(separator: ",") + "]"
    case .mapping(let entries):
      for entry in entries {
        parts.append(
          blank(&random) + compact(.text(entry.key)) + blank(&random) + ":" + blank(&random)
            + odd(entry.value, &random) + blank(&random))
      }
      return "{" + parts.joined(separator: ",") + "}"
    default: return compact(value)
    }
  }
}
