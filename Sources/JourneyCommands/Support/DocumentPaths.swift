import JourneyKit

/// Turns what a person names on the command line into the documents that are meant.
enum DocumentPaths {
  /// The endings of journey documents.
  static let endings = [".journey.yaml", ".journey.yml", ".journey.json"]

  /// The documents: files as they are named, folders with every journey document in and below
  /// them, in the order of their names.
  static func expand(_ paths: [String]) throws -> [String] {
    var documents: [String] = []
    for path in paths {
      guard path != "-", Files.isFolder(path) else {
        documents.append(path)
        continue
      }
      let found = try documentsBelow(path)
      if found.isEmpty {
        throw FileProblem(
          .read, path, reason: "there is no NAME.journey.yaml or NAME.journey.json in this folder")
      }
      documents += found
    }
    var seen: Set<String> = []
    return documents.filter { seen.insert($0).inserted }
  }

  private static func documentsBelow(_ folder: String, depth: Int = 0) throws -> [String] {
    // Deep enough for any repository, and an end to links that go round.
    guard depth < 32 else { return [] }
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    var documents: [String] = []
    for name in try Files.list(folder) {
      if Files.isFolder(base + name) {
        documents += try documentsBelow(base + name, depth: depth + 1)
      } else if endings.contains(where: { name.hasSuffix($0) }) {
        documents.append(base + name)
      }
    }
    return documents
  }
}
