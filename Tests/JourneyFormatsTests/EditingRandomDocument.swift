import Foundation
import JourneyModel
import JourneyTestSupport

@testable import JourneyFormats

/// Documents as hands write them: any mixture of lines and brackets, quotes, comments and blank lines.
struct EditingRandomDocument {
  /// The text.
  var text = ""
  /// What it says.
  let value: DocumentValue

  private var random: SeededGenerator
  private let step: Int
  private let listStep: Int
  private var comments = 0

  /// A YAML document for a seed.
  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    step = random.pick([2, 2, 4, 3])
    listStep = random.pick([0, 2, 4])
    value = Self.value(depth: 0, &random)
    block(value, column: 0)
    if random.chance(0.3) { text += comment() + "\n" }
    if random.chance(0.1), text.hasSuffix("\n") { text.removeLast() }
    if random.chance(0.2) {
      text = text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n")
    }
  }

  /// A document in which a few characters are wrong.
  static func broken(_ random: inout SeededGenerator) -> String {
    var bytes = Array(EditingRandomDocument(seed: random.next()).text.utf8)
    let odd = Array("\n\r\t :#-,[]{}\"'&*!|>?%@`<é\u{85}\u{2028}\u{feff}\u{0}".utf8)
    for _ in 0..<random.pick([1, 2, 5]) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let byte = random.pick(odd)
      switch random.pick([0, 1, 2]) {
      case 0: bytes.insert(byte, at: place)
      case 1: bytes[place] = byte
      default: if bytes.count > 1 { bytes.remove(at: place) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - Values

  /// A mapping at the top, and anything below it.
  static func value(depth: Int, _ random: inout SeededGenerator) -> DocumentValue {
    let kind = depth == 0 ? 0 : Int.random(in: 0..<(depth < 4 ? 9 : 6), using: &random)
    switch kind {
    case 0 where depth == 0, 6, 7:
      let keys = ["a", "b", "felt", "n", "start -> x", "x-y", "Ö", "two words", "k1", "k2", "12"]
      let count = Int.random(in: depth == 0 ? 1...6 : 0...4, using: &random)
      var entries: [DocumentValue.Entry] = []
      for key in keys.shuffled(using: &random).prefix(count) {
        entries.append(DocumentValue.Entry(key, value(depth: depth + 1, &random)))
      }
      return .mapping(entries)
    case 8:
      let count = Int.random(in: 0...3, using: &random)
      return .list((0..<count).map { _ in value(depth: depth + 1, &random) })
    default: return scalar(&random)
    }
  }

  /// A value without parts.
  static func scalar(_ random: inout SeededGenerator) -> DocumentValue {
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return .null
    case 1: return .bool(random.chance(0.5))
    case 2, 3: return .number(random.decimal(-20...2000, places: random.pick([0, 1, 2])))
    default:
      return .text(
        random.pick([
          "word", "two words", "82%", "yes", "1.5", "a: b", "it's", "say \"so\"", "# no comment",
          "日本語 テスト", "two\nlines", "back\\slash", "[a]", "a, b", "", "- x", "2026-01-02", "*a",
          "x # y",
          "http://a.b/c#d", "null", "“Ö”",
        ]))
    }
  }

  // MARK: - Text

  private mutating func comment() -> String {
    comments += 1
    return "# note \(comments): \(random.pick(["", "it's \"so\"", "[a", "k: v", "é"]))"
  }

  private mutating func tail() {
    if random.chance(0.15) {
      text += String(repeating: " ", count: random.pick([1, 2, 5])) + comment()
    }
    text += "\n"
  }

  private mutating func between(_ column: Int) {
    if random.chance(0.1) { text += "\n" }
    if random.chance(0.1) { text += String(repeating: " ", count: column) + comment() + "\n" }
  }

  private mutating func block(_ value: DocumentValue, column: Int, isFirstOpen: Bool = false) {
    let indent = String(repeating: " ", count: column)
    switch value {
    case .mapping(let entries):
      for (index, entry) in entries.enumerated() {
        if !(isFirstOpen && index == 0) {
          between(column)
          text += indent
        }
        text += key(entry.key) + ":"
        held(entry.value, column: column)
      }
    case .list(let items):
      for (index, item) in items.enumerated() {
        if !(isFirstOpen && index == 0) {
          between(column)
          text += indent
        }
        text += "-"
        if isOpen(item), random.chance(0.6) {
          text += " "
          block(item, column: column + 2, isFirstOpen: true)
        } else if case .null = item, random.chance(0.5) {
          tail()
        } else {
          text += " " + inline(item, inBrackets: false, column: column)
          tail()
        }
      }
    default: break
    }
  }

  private mutating func held(_ value: DocumentValue, column: Int) {
    if isOpen(value), random.chance(0.6) || isLong(value) {
      tail()
      var inner = column + step
      if case .list = value { inner = column + listStep }
      return block(value, column: inner)
    }
    if case .null = value, random.chance(0.5) { return tail() }
    if case .text(let words) = value, words == "word", random.chance(0.3) {
      text += " |-\n" + String(repeating: " ", count: column + step) + "word\n"
      return
    }
    if case .text(let words) = value, words == "two words", random.chance(0.4) {
      text += " two\n" + String(repeating: " ", count: column + step) + "words"
      return tail()
    }
    text += String(repeating: " ", count: random.pick([1, 1, 1, 4]))
    text += inline(value, inBrackets: false, column: column)
    tail()
  }

  private func isOpen(_ value: DocumentValue) -> Bool {
    switch value {
    case .mapping(let entries): !entries.isEmpty
    case .list(let items): !items.isEmpty
    default: false
    }
  }

  private func isLong(_ value: DocumentValue) -> Bool { "\(value)".count > 600 }

  private mutating func inline(
    _ value: DocumentValue, inBrackets: Bool, column: Int
  ) -> String {
    switch value {
    case .null: return random.pick(["null", "~"])
    case .bool(let bool): return bool ? "true" : "false"
    case .number(let number): return number.plainText
    case .text(let text):
      let plain = YAMLScalar.text(text, inFlow: inBrackets)
      guard !text.contains("\n"), random.chance(0.4) else { return plain }
      return YAMLScalar.quoted(text, with: random.pick([UInt8(ascii: "'"), UInt8(ascii: "\"")]))
    case .list(let items):
      return brackets("[", "]", items.map { inline($0, inBrackets: true, column: column) }, column)
    case .mapping(let entries):
      return brackets(
        "{", "}",
        entries.map {
          let space = " "
          return key($0.key, inBrackets: true) + ":" + space
            + inline($0.value, inBrackets: true, column: column)
        }, column)
    }
  }

  private mutating func brackets(
    _ open: String, _ close: String, _ parts: [String], _ column: Int
  ) -> String {
    let pad = random.pick(["", "", " "])
    if !parts.isEmpty, random.chance(0.25) {
      let indent = "\n" + String(repeating: " ", count: column + step)
      var text = open
      for (index, part) in parts.enumerated() {
        let isLast = index == parts.count - 1
        text += indent + part + (isLast && random.chance(0.6) ? "" : ",")
        if random.chance(0.2) { text += " " + comment() }
      }
      return text + "\n" + String(repeating: " ", count: column + 1) + close
    }
    return open + pad + parts.joined(separator: ", ")
      + (!parts.isEmpty && random.chance(0.1) ? "," : "") + pad + close
  }

  private mutating func key(_ key: String, inBrackets: Bool = false) -> String {
    guard random.chance(0.1) else { return YAMLScalar.key(key, inFlow: inBrackets) }
    return YAMLScalar.quoted(key, with: random.pick([UInt8(ascii: "'"), UInt8(ascii: "\"")]))
  }
}
