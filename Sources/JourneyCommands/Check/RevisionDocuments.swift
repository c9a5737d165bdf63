import JourneyKit

/// Documents as they stood at a revision: those at the paths of today, and where a journey is not
/// at its path, the one in the folders that were named that has its id.
struct RevisionDocuments {
  /// The documents of the revision that no journey of today continues.
  private(set) var gone: [String] = []

  private let revision: String
  /// By the path of today.
  private var found: [String: JourneyDocument] = [:]

  /// A folder in which documents of the revision are looked for.
  private struct Scope {
    /// As it was named, with `/` at the end; empty for the folder at hand.
    var path: String
    /// From the top of the repository.
    var place: String
    /// Whether it was named itself, with all in and below it; else one of its files was.
    var isWhole: Bool

    /// The path of a document in it; nil when it is not in it, or hidden.
    func path(of place: String) -> String? {
      let base = self.place.isEmpty ? "" : self.place + "/"
      guard place.hasPrefix(base) else { return nil }
      let rest = place.dropFirst(base.count)
      let parts = rest.split(separator: "/")
      guard isWhole ? !parts.contains(where: { $0.hasPrefix(".") }) : parts.count == 1 else {
        return nil
      }
      return path + rest
    }
  }

  /// A repository, as it is asked from one folder.
  private struct Root {
    var tree: GitTree
    var base: String
    var scopes: [Scope] = []
    /// The documents of today, by their place.
    var today: [String: String] = [:]
    var entries: [String: GitTree.Entry] = [:]

    /// Adds a folder; nothing when it leads out of the repository.
    mutating func add(_ folder: String, isWhole: Bool) {
      let path = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
      guard let place = place(of: path), !scopes.contains(where: { $0.path == path }) else {
        return
      }
      scopes.append(Scope(path: path, place: place, isWhole: isWhole))
    }

    func place(of path: String) -> String? {
      GitFile.path(path, from: base).flatMap(tree.place)
    }

    /// Lists all that may be read: everything in the folders, and what documents are read with.
    mutating func list() throws {
      var places = scopes.map(\.place)
      let documents = today.values.sorted()
      for path in Set(documents.flatMap(JourneyDocument.sharedPaths)).sorted() {
        if let place = place(of: path) { places.append(place) }
      }
      places += today.keys.sorted().filter { place in
        !scopes.contains { $0.place.isEmpty || place.hasPrefix($0.place + "/") }
      }
      for entry in try tree.entries(at: places, isRecursive: true) where entry.kind == .file {
        entries[entry.path] = entry
      }
    }

    /// The documents in the folders that are none of today's, by the path they would have.
    var others: [(path: String, place: String, isWhole: Bool)] {
      entries.keys.sorted().compactMap { place in
        guard today[place] == nil, DocumentPaths.endings.contains(where: place.hasSuffix) else {
          return nil
        }
        for scope in scopes {
          if let path = scope.path(of: place) { return (path, place, scope.isWhole) }
        }
        return nil
      }
    }

    /// Reads documents, with what they share, on all processors.
    func read(_ wanted: [(path: String, place: String)], at revision: String) throws
      -> [JourneyDocument]
    {
      let files = wanted.map { path, place in
        let shared = JourneyDocument.sharedPaths(beside: path).lazy
          .compactMap { path in self.place(of: path).flatMap { entries[$0] }.map { (path, $0) } }
          .first
        return (path, entries[place], shared)
      }
      let contents = try tree.contents(
        of: files.compactMap(\.1) + files.compactMap { $0.2?.1 })
      func name(_ path: String) -> String { GitFile(revision: revision, path: path).name }
      let inputs = files.map { path, entry, shared in
        DocumentInput(
          name: name(path), bytes: entry.flatMap { contents[$0.hash] } ?? [],
          shared: shared.map { (name($0.0), contents[$0.1.hash] ?? []) })
      }
      return ParallelMap.map(inputs) { $0.document }
    }
  }

  /// Reads the documents of a revision.
  ///
  /// Cost: a few processes for each repository, however many documents there are.
  ///
  /// - Parameters:
  ///   - revision: What git takes for a commit.
  ///   - named: What the command line names.
  ///   - documents: All documents of today, with their ids where they could be read.
  /// - Throws: ``FileProblem`` when git cannot read all that is there.
  init(
    _ revision: String, named: [String], documents: [(path: String, id: JourneyID?)]
  ) throws {
    self.revision = revision
    // A document that is itself read at a revision is looked for at its path.
    let paths = try documents.map { document in
      document.path == "-" ? nil : try GitFile(document.path)?.path ?? document.path
    }
    var roots: [Root] = []
    var places: [String: Int] = [:]
    func root(_ folder: String?, _ base: String) throws -> Int {
      if let known = places[base] { return known }
      let tree = try GitTree(revision, in: folder, name: GitFile.prefix + revision)
      roots.append(Root(tree: tree, base: base))
      places[base] = roots.count - 1
      return roots.count - 1
    }
    var folders: [(base: String, root: Int)] = []
    for path in named where path != "-" && Files.isFolder(path) {
      let base = path.hasSuffix("/") ? path : path + "/"
      let isFar = GitFile.leadsOut(path)
      let index = try root(isFar ? path : nil, isFar ? base : "")
      roots[index].add(path == "." ? "./" : base, isWhole: true)
      folders.append((base, index))
    }
    var homes: [Int?] = []
    for path in paths {
      guard let path else {
        homes.append(nil)
        continue
      }
      let folder = folders.first { path.hasPrefix($0.base) }
      let index: Int
      if let folder {
        index = folder.root
      } else {
        let start = GitFile.start(of: path)
        index = try root(start.folder, start.base)
        roots[index].add(Files.folder(of: path), isWhole: false)
      }
      if let place = roots[index].place(of: path) { roots[index].today[place] = path }
      homes.append(index)
    }
    for index in roots.indices { try roots[index].list() }
    try match(documents, paths: paths, homes: homes, in: roots)
  }

  private mutating func match(
    _ documents: [(path: String, id: JourneyID?)], paths: [String?], homes: [Int?],
    in roots: [Root]
  ) throws {
    // At their own paths first.
    var byPath: [String: JourneyDocument] = [:]
    for (index, root) in roots.enumerated() {
      let wanted = documents.indices.compactMap { document -> (path: String, place: String)? in
        guard homes[document] == index, documents[document].id != nil,
          let path = paths[document], let place = root.place(of: path), root.entries[place] != nil
        else { return nil }
        return (path, place)
      }
      for (file, document) in zip(wanted, try root.read(wanted, at: revision)) {
        byPath[file.path] = document
      }
    }
    func id(_ document: JourneyDocument?) -> JourneyID? {
      (document?.journey ?? document?.draft)?.id
    }
    let strays = documents.indices.filter { index in
      documents[index].id != nil && id(paths[index].flatMap { byPath[$0] }) != documents[index].id
    }
    // Those that moved, or whose place another took, by their ids.
    var others: [(path: String, document: JourneyDocument?, isWhole: Bool)] = []
    for root in roots {
      let files = root.others
      let read: [JourneyDocument?] =
        strays.isEmpty
        ? files.map { _ in nil }
        : try root.read(files.map { ($0.path, $0.place) }, at: revision)
      for (file, document) in zip(files, read) {
        others.append((file.path, document, file.isWhole))
      }
    }
    for index in strays {
      if let path = paths[index], let document = byPath[path] {
        others.append((path, document, true))
      }
    }
    let areStrays = Set(strays)
    var continued: Set<String> = []
    for index in documents.indices where documents[index].id != nil {
      let own = paths[index].flatMap { byPath[$0] }
      var path = paths[index]
      var document = own
      if areStrays.contains(index),
        let other = others.first(where: { id($0.document) == documents[index].id })
      {
        (path, document) = (other.path, other.document)
      }
      guard let path, let document else { continue }
      found[documents[index].path] = document
      continued.insert(path)
    }
    gone = others.filter { $0.isWhole && !continued.contains($0.path) }.map(\.path)
  }

  /// The document that a document of today is compared with; nil when it is new.
  subscript(path: String) -> JourneyDocument? { found[path] }
}
