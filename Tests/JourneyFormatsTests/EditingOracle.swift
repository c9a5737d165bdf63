import Foundation
import JourneyModel
import JourneyTestSupport

@testable import JourneyFormats

/// A change to a document, and what it makes of values: written without a thought to texts.
enum EditingOracle {
  /// What can be asked of an editor.
  enum Edit: CustomStringConvertible {
    case set(DocumentValue, DocumentPath)
    case append(DocumentValue, DocumentPath)
    case remove(DocumentPath)

    /// Asks an editor for it.
    func make(in editor: inout DocumentEditor) throws {
      switch self {
      case .set(let value, let path): try editor.set(value, at: path)
      case .append(let value, let path): try editor.append(value, to: path)
      case .remove(let path): try editor.remove(at: path)
      }
    }

    /// The text with it.
    func made(in text: String) throws -> String {
      var editor = try DocumentEditor(text, name: "a.yaml")
      try make(in: &editor)
      return try editor.text()
    }

    var description: String {
      switch self {
      case .set(let value, let path): "set \(path) to \(value)"
      case .append(let value, let path): "append \(value) to \(path)"
      case .remove(let path): "remove \(path)"
      }
    }
  }

  /// Every path of a value, that of the whole too.
  static func paths(_ value: DocumentValue, _ path: DocumentPath = .root) -> [DocumentPath] {
    switch value {
    case .mapping(let entries):
      [path] + entries.flatMap { paths($0.value, path.appending(.key($0.key))) }
    case .list(let items):
      [path] + items.enumerated().flatMap { paths($1, path.appending(.index($0))) }
    default: [path]
    }
  }

  /// A change that can be made to a value.
  static func edit(_ value: DocumentValue, _ random: inout SeededGenerator) -> Edit {
    let all = paths(value)
    let new = EditingRandomDocument.value(depth: random.pick([1, 3, 5]), &random)
    for _ in 0..<50 {
      let path = random.pick(all)
      guard let old = value.value(at: path.steps[...]) else { continue }
      switch (Int.random(in: 0..<4, using: &random), old) {
      case (0, _) where path != .root: return .set(new, path)
      case (1, .mapping):
        return .set(new, path.appending(.key(random.pick(["new", "n w", "evidence"]))))
      case (2, .list): return .append(new, path)
      case (3, _) where path != .root && !(path.steps.count == 1 && all.count < 4):
        return .remove(path)
      default: continue
      }
    }
    return .set(new, ["fallback"])
  }

  /// What a change makes of a value, with mappings that are compared without their order.
  static func apply(_ edit: Edit, to value: DocumentValue) -> DocumentValue {
    switch edit {
    case .set(let new, let path):
      return (try? value.setting(path.steps[...], to: new)) ?? value
    case .append(let new, let path):
      guard case .list(let items)? = value.value(at: path.steps[...]) else { return value }
      return (try? value.setting(path.steps[...], to: .list(items + [new]))) ?? value
    case .remove(let path):
      guard let last = path.steps.last,
        let holder = value.value(at: path.steps.dropLast()),
        let rest = try? holder.removing(last)
      else { return value }
      return (try? value.setting(path.steps.dropLast(), to: rest)) ?? value
    }
  }

  /// Mappings in the order of their keys, since an editor keeps the order that it finds.
  static func sorted(_ value: DocumentValue) -> DocumentValue {
    switch value {
    case .mapping(let entries):
      .mapping(
        entries.map { DocumentValue.Entry($0.key, sorted($0.value)) }.sorted { $0.key < $1.key })
    case .list(let items): .list(items.map(sorted))
    default: value
    }
  }

  /// The comments of a text that ``EditingRandomDocument`` made, in order.
  static func comments(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      line.range(of: "# note ").map { line[$0.lowerBound...] }
    }
  }

  /// The lines of a text with what ends them.
  static func lines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }
}
