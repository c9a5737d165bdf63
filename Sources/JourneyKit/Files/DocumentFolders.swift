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
  /// - Parameters:
  ///   - path: The document, as it was named.
  ///   - current: The folder at hand.
  /// - Returns: The folders, nearest first, each ending with `/` or empty for the folder at hand.
  package static func above(_ path: String, from current: String = Files.currentFolder) -> [String]
  {
    let own = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let absolute = path.hasPrefix("/") ? own : current + "/" + own
    var parts: [Substring] = []
    for part in absolute.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    guard let root = parts.lastIndex(of: Substring(Self.root)) else { return [own] }
    var folders = [own]
    for _ in 0..<(parts.count - 1 - root) { folders.append(parent(of: folders[folders.count - 1])) }
    return folders
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
