/// The folders in which what several journeys share may stand.
package enum DocumentFolders {
  /// The folder that holds all journeys of a team, with folders of its own.
  static let root = "journeys"

  /// The folder of a document and those above it, up to the nearest one called `journeys`; the
  /// document's own folder alone where no such folder is above it.
  ///
  /// So a document means the same whether it is named alone, with its folder or with all journeys,
  /// and what stands further up on somebody's disk is never read.
  ///
  /// What is no part of a document, such as a policy, may also stand in folders up to one that a
  /// person named to have everything in it looked at.
  ///
  /// - Parameters:
  ///   - path: The document, as it was named.
  ///   - named: What a person named; folders among it that hold the document are reached too.
  ///   - current: The folder at hand.
  /// - Returns: The folders, nearest first, each ending with `/` or empty for the folder at hand.
  package static func above(
    _ path: String, upTo named: [String] = [], from current: String = Files.currentFolder
  ) -> [String] {
    let own = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let absolute = path.hasPrefix("/") ? own : current + "/" + own
    var parts: [Substring] = []
    for part in absolute.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let toRoot = parts.lastIndex(of: Substring(Self.root)).map { parts.count - 1 - $0 } ?? 0
    var folders = [own]
    for _ in 0..<max(toRoot, levels(from: own, upTo: named)) {
      folders.append(parent(of: folders[folders.count - 1]))
    }
    return folders
  }

  /// How many folders a folder is below the highest of those that were named; 0 for none.
  private static func levels(from own: String, upTo named: [String]) -> Int {
    named.reduce(0) { most, folder in
      let base = folder.hasSuffix("/") ? folder : folder + "/"
      guard own.hasPrefix(base) else { return most }
      return max(most, own.dropFirst(base.count).split(separator: "/").count)
    }
  }

  /// The folder above one that ends with `/` or is empty.
  private static func parent(of folder: String) -> String {
    var parts = folder.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    while parts.last == "." { parts = parts.dropLast() }
    guard let last = parts.last, last != "..", !last.isEmpty else { return folder + "../" }
    parts = parts.dropLast()
    return parts.isEmpty ? "" : parts.joined(separator: "/") + "/"
  }
}
