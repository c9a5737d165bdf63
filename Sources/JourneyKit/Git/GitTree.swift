/// The files of a revision of a git repository: listed together, and read together.
///
/// What is not listed is not there; every other failure is thrown, so that a repository that cannot
/// be read is never taken for one without the file. Nothing that the repository configures changes
/// the bytes, such as `textconv` or ends of lines.
package struct GitTree: Sendable {
  /// The revision, as it was named.
  package let revision: String
  /// The hash of its commit.
  let commit: String
  /// The folder that git is asked in; nil for the folder at hand.
  private let folder: String?
  /// The folder's place in the repository, with `/` at the end; empty at its top.
  private let prefix: String
  /// What is read, for messages.
  private let name: String

  /// Something that a revision has at a path.
  package struct Entry: Hashable, Sendable {
    /// What it is.
    package enum Kind: Hashable, Sendable {
      /// A plain file.
      case file
      /// A folder.
      case folder
      /// Something else, such as a link or a repository of its own.
      case other
    }

    /// Where it stands, from the top of the repository.
    package let path: String
    /// What it is.
    package let kind: Kind
    /// The name of its contents.
    package let hash: String
    /// How many bytes it has; 0 for what is no file.
    package let size: Int
  }

  /// Finds a revision.
  ///
  /// Cost: two processes.
  ///
  /// - Parameters:
  ///   - revision: Whatever git takes for a commit. It can be no option of git.
  ///   - folder: A folder of the repository; nil for the folder at hand.
  ///   - name: What is read, for messages.
  /// - Throws: ``FileProblem`` that says what is not there: git, the repository or the revision.
  package init(_ revision: String, in folder: String?, name: String) throws(FileProblem) {
    self.revision = revision
    self.folder = folder
    self.name = name
    let noRevision = FileProblem(.read, name, reason: "there is no revision '\(revision)'")
    // No revision begins like an option, and none holds a character that ends a text.
    guard !revision.hasPrefix("-"), !revision.utf8.contains(0), folder?.utf8.contains(0) != true
    else { throw noRevision }
    func git(_ arguments: [String], listeningTo stream: ChildProcess.Stream = .output)
      throws(FileProblem) -> ChildProcess.Result
    {
      try Self.git(arguments, in: folder, listeningTo: stream, name: name)
    }
    let found = try git([
      "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}",
    ])
    let hash = String(decoding: found.bytes, as: UTF8.self).prefix { $0.isHexDigit }
    if found.code == 0, hash.count >= 40 {
      commit = String(hash)
      let place = try git(["rev-parse", "--show-prefix"])
      guard place.code == 0 else {
        throw FileProblem(.read, name, reason: "git does not say where in the repository it is")
      }
      let line = String(decoding: place.bytes, as: UTF8.self)
      prefix = line.hasSuffix("\n") ? String(line.dropLast()) : line
      return
    }
    // Either the revision or the whole repository is missing.
    let repository = try git(["rev-parse", "--git-dir"], listeningTo: .error)
    guard repository.code != 0 else { throw noRevision }
    let words = String(decoding: repository.bytes, as: UTF8.self)
    if words.contains("not a git repository") {
      throw FileProblem(.read, name, reason: "it is in no git repository")
    }
    throw FileProblem(.read, name, reason: Self.reason(words))
  }

  /// Where a path leads to from the top of the repository; nil when it leads out of it.
  ///
  /// - Parameter path: A path from the folder that git is asked in.
  /// - Returns: The path from the top.
  package func place(of path: String) -> String? {
    var parts: [Substring] = []
    for part in (prefix + path).split(separator: "/") where part != "." {
      guard part == ".." else {
        parts.append(part)
        continue
      }
      guard parts.popLast() != nil else { return nil }
    }
    return parts.joined(separator: "/")
  }

  // MARK: - Listing

  /// What the revision has at some paths.
  ///
  /// Cost: one process.
  ///
  /// - Parameters:
  ///   - places: Paths from the top of the repository; the empty one is the top itself, which is only
  ///     listed for what is below it.
  ///   - isRecursive: Whether folders stand for every file in and below them.
  /// - Returns: Those that are there, in git's order.
  /// - Throws: ``FileProblem`` when git cannot tell.
  package func entries(at places: [String], isRecursive: Bool) throws(FileProblem) -> [Entry] {
    // No character of a path ends a text; and the top is everything.
    let places = places.filter { !$0.utf8.contains(0) }
    guard !places.isEmpty else { return [] }
    // So many paths are not told one by one: then everything is listed.
    let isAll = places.contains("") || places.count > 200
    let found = try Self.git(
      ["--literal-pathspecs", "ls-tree", "-z", "-l", "--full-tree", "-r"]
        + (isRecursive ? [] : ["-t"]) + [commit] + (isAll ? [] : ["--"] + places),
      in: folder, name: name)
    guard found.code == 0 else { throw failure(of: "the files") }
    let entries = try found.bytes.split(separator: 0).map { line throws(FileProblem) in
      // MODE TYPE HASH SIZE<tab>PATH, with spaces before the size
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else {
        throw failure(of: "the files")
      }
      let words = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
      guard words.count == 4 else { throw failure(of: "the files") }
      let kind: Entry.Kind =
        words[1] == "tree" ? .folder : words[0].hasPrefix("100") ? .file : .other
      return Entry(
        path: String(decoding: line[(tab + 1)...], as: UTF8.self), kind: kind,
        hash: String(words[2]), size: Int(words[3]) ?? 0)
    }
    if isRecursive { return entries }
    // Git opens a folder that is asked for when something in it is asked for too.
    let asked = Set(places)
    return entries.filter { asked.contains($0.path) }
  }

  // MARK: - Reading

  /// The bytes of files.
  ///
  /// Cost: one process for every hundred files, or 64 MiB of them.
  ///
  /// - Parameter entries: The files; what has the same contents is read once.
  /// - Returns: The bytes by their hash.
  /// - Throws: ``FileProblem`` when one cannot be read, as where the repository is damaged.
  package func contents(of entries: [Entry]) throws(FileProblem) -> [String: [UInt8]] {
    var bytes: [String: [UInt8]] = [:]
    var asked: Set<String> = []
    let wanted = entries.filter { asked.insert($0.hash).inserted }
    for some in try batches(of: wanted) {
      let said = try Self.git(
        ["cat-file", "--batch"], in: folder,
        input: some.flatMap { Array($0.hash.utf8) + [UInt8(ascii: "\n")] }, name: name)
      var rest = said.bytes[...]
      for entry in some {
        guard let contents = Self.next(entry.hash, of: &rest) else {
          throw failure(of: "'\(entry.path)'")
        }
        bytes[entry.hash] = contents
      }
      guard said.code == 0 else { throw failure(of: "the files") }
    }
    return bytes
  }

  /// How many hashes are asked for at once: as many as a child's input holds.
  private static let batch = 100
  /// How many bytes are asked for at once, unless one file has more.
  private static let mostBytes = Files.largest / 4

  /// What is asked for at once.
  private func batches(of entries: [Entry]) throws(FileProblem) -> [ArraySlice<Entry>] {
    var batches: [ArraySlice<Entry>] = []
    var start = entries.startIndex
    var bytes = 0
    for (index, entry) in entries.enumerated() {
      // What is said around the contents takes some bytes too.
      guard entry.size < Files.largest - 4096 else {
        throw FileProblem(
          .read, name, reason: "'\(entry.path)' is larger than \(Files.largest >> 20) MiB")
      }
      if index > start, index - start == Self.batch || bytes + entry.size > Self.mostBytes {
        batches.append(entries[start..<index])
        (start, bytes) = (index, 0)
      }
      bytes += entry.size
    }
    if start < entries.endIndex { batches.append(entries[start...]) }
    return batches
  }

  /// The next contents of what `cat-file --batch` says: `HASH blob SIZE`, the bytes, a new line.
  private static func next(_ hash: String, of said: inout ArraySlice<UInt8>) -> [UInt8]? {
    let newline = UInt8(ascii: "\n")
    guard let end = said.firstIndex(of: newline) else { return nil }
    let words = String(decoding: said[..<end], as: UTF8.self).split(separator: " ")
    guard words.count == 3, words[0] == hash, words[1] == "blob", let size = Int(words[2]),
      size >= 0, said.endIndex - end - 2 >= size, said[end + 1 + size] == newline
    else { return nil }
    let contents = Array(said[(end + 1)..<(end + 1 + size)])
    said = said[(end + 2 + size)...]
    return contents
  }

  // MARK: - Asking git

  private static func git(
    _ arguments: [String], in folder: String?, input: [UInt8] = [],
    listeningTo stream: ChildProcess.Stream = .output, name: String
  ) throws(FileProblem) -> ChildProcess.Result {
    guard
      let result = try ChildProcess.run(
        ["git"] + (folder.map { ["-C", $0] } ?? []) + arguments, input: input, listeningTo: stream,
        name: name)
    else {
      throw FileProblem(.read, name, reason: "git is not installed, or not in PATH")
    }
    return result
  }

  private func failure(of what: String) -> FileProblem {
    FileProblem(
      .read, name,
      reason: "git cannot read \(what) of revision '\(revision)'; the repository may be damaged or "
        + "incomplete")
  }

  private static func reason(_ words: String) -> String {
    let line = words.split(whereSeparator: \.isNewline).first.map(String.init) ?? "git fails"
    return line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : line
  }
}
