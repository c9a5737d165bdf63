import JourneyKit

/// Links from stories back to the lines of the documents that they come from.
struct StoryLinks {
  private let base: String?
  private var documents: [JourneyID: (path: String, document: JourneyDocument)] = [:]

  /// Prepares the links.
  ///
  /// - Parameters:
  ///   - set: The documents; of two with the same id the first counts.
  ///   - base: What stands before a path; nil for the path alone.
  init(_ set: DocumentSet, base: String?) {
    self.base = base
    for (path, document) in set.documents where path != "-" {
      guard let id = document.journey?.id, documents[id] == nil else { continue }
      documents[id] = (path, document)
    }
  }

  /// Whether a text can stand before paths: an address of the web, or a path.
  static func canStandBeforeAPath(_ base: String) -> Bool {
    guard let colon = base.firstIndex(of: ":"), !base[..<colon].contains("/") else { return true }
    // One letter is a drive.
    let scheme = base[..<colon].lowercased()
    if scheme.count == 1 { return true }
    return ["http", "https"].contains(scheme) && base[colon...].hasPrefix("://")
  }

  /// The same stories with links; cost linear in the documents.
  func linked(_ stories: [Story]) -> [Story] {
    var tables: [JourneyID: LineTable] = [:]
    return stories.map { story in
      guard let (path, document) = documents[story.journey] else { return story }
      var story = story
      let table = tables[story.journey] ?? LineTable(document.source)
      tables[story.journey] = table
      let line = document.range(of: story.path).map { table.location(of: $0.lowerBound).line }
      story.link = address(of: path) + (line.map { "#L\($0)" } ?? "")
      return story
    }
  }

  private func address(of path: String) -> String {
    var path = Substring(path)
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    guard let base else { return String(path) }
    let isSlashMissing = !base.hasSuffix("/") && !path.hasPrefix("/")
    let isSlashTwice = base.hasSuffix("/") && path.hasPrefix("/")
    return base + (isSlashMissing ? "/" : "") + Self.encoded(isSlashTwice ? path.dropFirst() : path)
  }

  /// The path as an address has it: what is not unreserved in RFC 3986, nor a slash, in per cents.
  private static func encoded(_ path: Substring) -> String {
    let hex = Array("0123456789ABCDEF")
    return path.utf8.reduce(into: "") { text, byte in
      let character = Character(Unicode.Scalar(byte))
      if byte < 0x80, character.isLetter || character.isNumber || "-._~/".contains(character) {
        text.append(character)
      } else {
        text.append("%")
        text.append(hex[Int(byte >> 4)])
        text.append(hex[Int(byte & 15)])
      }
    }
  }
}
