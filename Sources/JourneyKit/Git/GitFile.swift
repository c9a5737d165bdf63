/// A file as it stands at a revision of the git repository at hand: `git:REV:PATH`.
///
/// REV is whatever git takes for a commit, such as `HEAD`, `main~3`, `v1.2` or a hash, without a
/// colon in it. PATH is relative to the folder at hand. Git is run as a program, without a shell; a
/// revision can be no option of it.
package struct GitFile: Hashable, Sendable {
  /// The commit.
  package let revision: String
  /// The file, relative to the folder at hand, or absolute.
  package let path: String

  /// What the name of such a file begins with.
  package static let prefix = "git:"

  /// Names a file at a revision.
  package init(revision: String, path: String) {
    self.revision = revision
    self.path = path
  }

  /// Reads `git:REV:PATH`; nil when the text begins otherwise.
  ///
  /// - Throws: ``FileProblem`` when a part is missing.
  package init?(_ text: String) throws(FileProblem) {
    guard text.hasPrefix(Self.prefix) else { return nil }
    let rest = text.dropFirst(Self.prefix.count)
    guard let colon = rest.firstIndex(of: ":"), colon > rest.startIndex,
      rest.index(after: colon) < rest.endIndex
    else {
      throw FileProblem(
        .read, text,
        reason: "a file at a revision is named git:REV:PATH, such as git:HEAD~1:"
          + "journeys/returns.journey.yaml; a file called so is ./\(text)")
    }
    self.init(revision: String(rest[..<colon]), path: String(rest[rest.index(after: colon)...]))
  }

  /// The revision that `git:REV` names, as a baseline for paths of today; nil when the text is
  /// something else.
  ///
  /// - Parameters:
  ///   - text: `git:REV`.
  ///   - path: The path of today.
  /// - Returns: The path at the revision.
  package static func baseline(_ text: String, of path: String) -> GitFile? {
    guard text.hasPrefix(Self.prefix) else { return nil }
    let revision = text.dropFirst(Self.prefix.count)
    guard !revision.isEmpty, !revision.contains(":") else { return nil }
    return GitFile(revision: String(revision), path: path)
  }

  /// The file as messages name it; `./` where a name could be taken for a part of the revision.
  package var name: String {
    Self.prefix + revision + ":" + (path.contains("/") ? "" : "./") + path
  }

  /// Reads the file, and the first of several others that is there too.
  ///
  /// Cost: four processes.
  ///
  /// - Parameter others: Where the other file may be, as paths like ``path``.
  /// - Returns: The bytes of the file, and the other one with its bytes; nil when none is there.
  /// - Throws: ``FileProblem`` that says what is not there: git, the repository, the revision or the
  ///   file; or that git cannot read it.
  package func read(withFirstOf others: [String] = []) throws(FileProblem)
    -> (bytes: [UInt8], other: (file: GitFile, bytes: [UInt8])?)
  {
    let noFile = FileProblem(
      .read, name, reason: "there is no such file at revision '\(revision)'")
    let start = Self.start(of: path)
    let tree = try GitTree(revision, in: start.folder, name: name)
    guard let place = tree.place(of: start.path) else { throw noFile }
    var places: [(path: String, place: String)] = []
    for other in others {
      let path = Self.path(other, from: start.base)
      if let place = path.flatMap(tree.place) { places.append((other, place)) }
    }
    let entries = Dictionary(
      try tree.entries(at: [place] + places.map(\.place), isRecursive: false).map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first })
    guard !place.isEmpty, entries[place]?.kind != .folder else {
      throw FileProblem(.read, name, reason: "it is a folder, not a file")
    }
    guard let entry = entries[place], entry.kind == .file else { throw noFile }
    let other = places.first { entries[$0.place]?.kind == .file }
    let otherEntry = other.flatMap { entries[$0.place] }
    let contents = try tree.contents(of: [entry] + (otherEntry.map { [$0] } ?? []))
    var found: (file: GitFile, bytes: [UInt8])?
    if let other, let bytes = otherEntry.flatMap({ contents[$0.hash] }) {
      found = (GitFile(revision: revision, path: other.path), bytes)
    }
    return (contents[entry.hash] ?? [], found)
  }

  /// The folder that git is asked in about a path, and the path from there: the folder at hand, or
  /// for paths that lead out of it the nearest folder that is there.
  ///
  /// - Parameter path: The path.
  /// - Returns: The folder, nil for the one at hand; what paths in it begin with; the rest.
  package static func start(of path: String) -> (folder: String?, base: String, path: String) {
    guard leadsOut(path) else { return (nil, "", path) }
    var folder = Files.folder(of: path)
    while !folder.isEmpty, folder != "/", !Files.isFolder(folder) {
      folder = Files.folder(of: folder)
    }
    guard !folder.isEmpty else { return (nil, "", path) }
    let base = folder == "/" ? "/" : folder + "/"
    return (folder, base, String(path.dropFirst(base.count)))
  }

  /// The same path from another folder; nil when only the file system knows it.
  ///
  /// - Parameters:
  ///   - path: A path from the folder at hand, or an absolute one.
  ///   - base: The folder, with `/` at the end; empty for the folder at hand.
  /// - Returns: The path.
  package static func path(_ path: String, from base: String) -> String? {
    func parts(_ path: String) -> [Substring] {
      path.split(separator: "/").reduce(into: []) { parts, part in
        switch part {
        case ".": break
        case ".." where parts.last != nil && parts.last != "..": parts.removeLast()
        default: parts.append(part)
        }
      }
    }
    guard path.hasPrefix("/") == base.hasPrefix("/") else { return nil }
    let (path, base) = (parts(path), parts(base))
    let common = zip(path, base).prefix { $0 == $1 }.count
    let up = base.dropFirst(common)
    guard !up.contains("..") else { return nil }
    return (up.map { _ in ".." } + path.dropFirst(common)).joined(separator: "/")
  }

  /// Whether a path may lead out of the folder at hand, and so into another repository.
  package static func leadsOut(_ path: String) -> Bool {
    path.hasPrefix("/") || path.split(separator: "/").contains("..")
  }
}
