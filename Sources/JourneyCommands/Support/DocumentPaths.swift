import JourneyKit

/// Turns what a person names on the command line into the documents that are meant.
enum DocumentPaths {
  /// The endings of journey documents.
  static let endings = [".journey.yaml", ".journey.yml", ".journey.json"]

  /// The documents: files as they are named, folders with every journey document in and below
  /// them, in the order of their names; each once.
  static func expand(_ paths: [String]) throws -> [String] {
    var documents: [String] = []
    var seen: Set<String> = []
    for path in paths {
      guard path != "-", Files.isFolder(path) else {
        if seen.insert(path).inserted { documents.append(path) }
        continue
      }
      var walk = Walk()
      try walk.enter(path)
      if walk.documents.isEmpty {
        throw FileProblem(
          .read, path,
          reason: "there is no document in this folder that ends in "
            + endings.joined(separator: ", "))
      }
      documents += walk.documents.filter { seen.insert($0).inserted }
    }
    return documents
  }

  /// Whether only whole folders are named, and files of policies; standard input is none.
  static func areFolders(_ named: [String]) -> Bool {
    named.allSatisfy { path in
      path != "-" && (Files.isFolder(path) || PolicyDocument.isPolicy(path))
    }
  }

  /// A walk through folders that enters none twice, so that links that go round end.
  private struct Walk {
    var documents: [String] = []
    var entered: Set<[UInt64]> = []

    mutating func enter(_ folder: String) throws {
      guard let identity = Files.identity(folder), entered.insert(identity).inserted else { return }
      let base = folder.hasSuffix("/") ? folder : folder + "/"
      for name in try Files.list(folder) {
        let path = base + name
        if Files.isFolder(path) {
          try enter(path)
        } else if endings.contains(where: { name.hasSuffix($0) }), Files.isPlainFile(path) {
          documents.append(path)
        }
      }
    }
  }
}
