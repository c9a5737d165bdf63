@testable import JourneyDiagrams

/// The phrases of a language, found by looking into the value: no list has to be kept.
enum Phrases {
  /// A phrase: where it stands, and its forms, the one for any number last.
  struct Phrase {
    var path: String
    var forms: [String]
    /// The plural rule, when it has one.
    var rule: Words.PluralRule?
  }

  /// Every phrase, in the order of the declarations; dictionaries by key.
  static func all(in words: Words) -> [Phrase] {
    var found: [Phrase] = []
    walk(words, path: "", into: &found)
    return found
  }

  private static func walk(_ value: Any, path: String, into found: inout [Phrase]) {
    switch value {
    case let text as String: found.append(Phrase(path: path, forms: [text]))
    case let plural as Words.Plural:
      found.append(
        Phrase(path: path, forms: plural.rule.forms.map { plural[$0] }, rule: plural.rule))
    case let list as [String]:
      for (index, text) in list.enumerated() {
        found.append(Phrase(path: "\(path)[\(index)]", forms: [text]))
      }
    case is Numbers, is Bool: break
    default:
      let mirror = Mirror(reflecting: value)
      if mirror.displayStyle == .dictionary {
        var parts: [Phrase] = []
        for child in mirror.children {
          let pair = Array(Mirror(reflecting: child.value).children)
          walk(pair[1].value, path: "\(path).\(pair[0].value)", into: &parts)
        }
        found += parts.sorted { $0.path < $1.path }
      } else {
        for child in mirror.children {
          let name = child.label ?? "?"
          guard name != "language" || !path.isEmpty else { continue }
          walk(child.value, path: path.isEmpty ? name : "\(path).\(name)", into: &found)
        }
      }
    }
  }

  /// Which parts a phrase takes, counted from 1, in order; `{}` takes the next.
  static func gaps(in phrase: String) -> [Int] {
    var gaps: [Int] = []
    var next = 1
    var rest = phrase[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let inside = rest[rest.index(after: open)..<close]
      if inside.isEmpty {
        gaps.append(next)
        next += 1
      } else {
        gaps.append(Int(inside) ?? -1)
      }
      rest = rest[rest.index(after: close)...]
    }
    return gaps.sorted()
  }
}
