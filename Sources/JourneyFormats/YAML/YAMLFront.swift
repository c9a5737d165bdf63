import JourneyModel
internal import Yams

/// Reads YAML text into nodes, through Yams.
///
/// ### Design
/// Yams gives a tree with a line and a column for each node. Three of its habits are worked around
/// here, and nowhere else:
/// - It throws as soon as a mapping has a key twice. The first of the two is then hidden behind a
///   stand-in of the same width and the text is parsed again, until no key is left twice; the tree
///   gets its keys back afterwards. So duplicates are found together with everything else.
/// - It expands aliases while it parses, and hashes keys however large they have become. Asterisks
///   are hidden too, so that it sees no alias; ``YAMLTree`` resolves them, within bounds.
/// - It resolves plain values with regular expressions. A resolver without rules leaves them as
///   text, and ``PlainScalar`` decides.
struct YAMLFront {
  /// How many times a text is parsed again to find further duplicate keys.
  private static let mostAttempts = 200
  /// How many bytes are parsed in all those attempts.
  private static let mostParsedBytes = 8 << 20

  private let text: String
  private let scan: YAMLScan
  private let map: SourceMap
  private(set) var diagnostics: [Diagnostic] = []

  /// How places of the nodes are counted.
  var unit: SourceMap.Unit { .lines(starts: scan.lineStarts, isASCII: scan.isASCII) }

  /// Creates a reader of a text.
  init(_ text: String) {
    self.text = text
    scan = YAMLScan(text)
    map = SourceMap(text, .lines(starts: scan.lineStarts, isASCII: scan.isASCII))
  }

  /// Reads the document; nil when there is none, or when ``diagnostics`` say why there is none.
  mutating func read() -> DocumentNode? {
    guard isSafe() else { return nil }
    var masks = YAMLMasks(text, hidesAsterisks: scan.hasAsterisk)
    var parsedBytes = 0
    for attempt in 1... {
      do {
        let parser = try Parser(yaml: masks.text, resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else { return nil }
        // Anchors' names live as long as the parser.
        return withExtendedLifetime(parser) {
          var tree = YAMLTree(masks: masks, scan: scan, map: map)
          let node = tree.node(from: root, depth: 0)
          diagnostics += tree.diagnostics
          return node
        }
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        parsedBytes += text.utf8.count
        let position = SourceMap.position(
          line: context.mark.line - 1, column: context.mark.column - 1)
        let offset = map.offset(of: position)
        // The mark is that of the first key in alphabetical order, where it stands first.
        if let key = keys.first, attempt < Self.mostAttempts, parsedBytes < Self.mostParsedBytes,
          masks.hide(key, at: offset, position: position)
        {
          continue
        }
        reportUnfollowed(masks.restored(keys.first ?? ""), at: offset, masks)
        return nil
      } catch let error as YamlError {
        diagnostics.append(YAMLSyntax.diagnostic(for: error, in: text, map: map, masks: masks))
        return nil
      } catch {
        diagnostics.append(Diagnostic("yaml-syntax", .error, "the text is not YAML"))
        return nil
      }
    }
    return nil
  }

  /// What would make the parser stop without a good word, or not stop at all.
  private mutating func isSafe() -> Bool {
    for range in scan.forbidden {
      diagnostics.append(ControlCharacter.diagnostic(at: range, in: text))
    }
    if let offset = scan.tooDeep {
      diagnostics.append(ReadingLimits.tooDeep(SourceRange(offset, offset + 1)))
    }
    if scan.parts > ReadingLimits.parts {
      diagnostics.append(
        Diagnostic(
          "too-large", .error, "more than \(ReadingLimits.parts) values, too many for one document",
          fix: "split the journey, or simplify it first", range: SourceRange(0, 0)))
    }
    return diagnostics.isEmpty
  }

  /// Duplicate keys whose second places were not found: there are too many, or one of them is no
  /// plain word in one line.
  private mutating func reportUnfollowed(_ key: String, at offset: Int, _ masks: YAMLMasks) {
    for hidden in masks.keys.values.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let range = SourceRange(hidden.range.lowerBound, hidden.range.upperBound)
      diagnostics.append(
        Diagnostic(
          "duplicate-key", .error, "'\(DocumentReader.shortened(hidden.key))' is given again below",
          fix: "keep one of the two", range: range))
    }
    diagnostics.append(
      Diagnostic(
        "duplicate-key", .error, "'\(DocumentReader.shortened(key))' is given again below",
        fix: "keep one of the two; there may be more, the search ends here",
        range: SourceRange(offset, offset + 1)))
  }
}
