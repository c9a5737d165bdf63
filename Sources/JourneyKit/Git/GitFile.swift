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

  /// The bytes of the file.
  ///
  /// Nothing that the repository configures changes them, such as `textconv` or ends of lines.
  ///
  /// - Returns: The bytes.
  /// - Throws: ``FileProblem`` that says what is not there: git, the repository, the revision or the
  ///   file.
  package func read() throws(FileProblem) -> [UInt8] {
    try contents(at: try commit())
  }

  /// The first of several files that is there at the revision.
  ///
  /// - Parameter paths: Where it may be.
  /// - Returns: The file with its bytes; nil when none is there.
  /// - Throws: ``FileProblem`` as ``read()`` does.
  package func first(of paths: [String]) throws(FileProblem) -> (file: GitFile, bytes: [UInt8])? {
    let commit = try commit()
    for path in paths {
      let file = GitFile(revision: revision, path: path)
      if let bytes = try file.blob(at: commit) { return (file, bytes) }
    }
    return nil
  }

  // MARK: Asking git

  /// The folder that git is asked in and the path from there: the folder at hand, or for paths that
  /// lead out of it the nearest folder that is there.
  private var place: (folder: String?, path: String) {
    guard path.hasPrefix("/") || path.split(separator: "/").contains("..") else {
      return (nil, path)
    }
    var folder = Files.folder(of: path)
    while !folder.isEmpty, folder != "/", !Files.isFolder(folder) {
      folder = Files.folder(of: folder)
    }
    guard !folder.isEmpty else { return (nil, path) }
    return (folder, String(path.dropFirst(folder == "/" ? 1 : folder.count + 1)))
  }

  private func git(_ arguments: [String], listeningTo stream: ChildProcess.Stream = .output)
    throws(FileProblem) -> ChildProcess.Result
  {
    let folder = place.folder.map { ["-C", $0] } ?? []
    guard
      let result = try ChildProcess.run(
        ["git"] + folder + arguments, listeningTo: stream, name: name)
    else {
      throw FileProblem(.read, name, reason: "git is not installed, or not in PATH")
    }
    return result
  }

  /// The hash of the revision's commit.
  private func commit() throws(FileProblem) -> String {
    let noRevision = FileProblem(.read, name, reason: "there is no revision '\(revision)'")
    // No revision begins like an option, and none holds a character that ends a text.
    guard !revision.hasPrefix("-"), !revision.utf8.contains(0), !path.utf8.contains(0) else {
      throw noRevision
    }
    let found = try git([
      "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}",
    ])
    if found.code == 0 {
      let hash = String(decoding: found.bytes, as: UTF8.self).prefix { $0.isHexDigit }
      if hash.count >= 40 { return String(hash) }
    }
    // Either the revision or the whole repository is missing.
    let repository = try git(["rev-parse", "--git-dir"], listeningTo: .error)
    guard repository.code != 0 else { throw noRevision }
    let words = String(decoding: repository.bytes, as: UTF8.self)
    if words.contains("not a git repository") {
      throw FileProblem(.read, name, reason: "it is in no git repository")
    }
    let line = words.split(whereSeparator: \.isNewline).first.map(String.init) ?? "git fails"
    throw FileProblem(
      .read, name, reason: line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : line)
  }

  /// The name of the file's contents; it begins with a hash, so that it is never an option.
  private func object(at commit: String) -> String {
    let path = place.path
    return "\(commit):" + (path.hasPrefix("./") || path.hasPrefix("../") ? "" : "./") + path
  }

  private func blob(at commit: String) throws(FileProblem) -> [UInt8]? {
    let found = try git(["cat-file", "blob", object(at: commit)])
    return found.code == 0 ? found.bytes : nil
  }

  private func contents(at commit: String) throws(FileProblem) -> [UInt8] {
    if let bytes = try blob(at: commit) { return bytes }
    let kind = try git(["cat-file", "-t", object(at: commit)])
    let isFolder = String(decoding: kind.bytes, as: UTF8.self).hasPrefix("tree")
    throw FileProblem(
      .read, name,
      reason: isFolder
        ? "it is a folder, not a file" : "there is no such file at revision '\(revision)'")
  }
}
