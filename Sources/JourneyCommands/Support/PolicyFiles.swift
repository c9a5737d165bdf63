import JourneyKit

/// The policies that hold for documents, each read once.
///
/// One that was named holds for all of them; else for each document the nearest in its folder and
/// those above it, as `DocumentFolders` says.
struct PolicyFiles {
  /// The policy that was named for all documents.
  let given: String?
  /// What the command line names to be looked at; a policy in a folder that it names governs all
  /// below.
  var named: [String] = []
  /// Those that were read, in the order in which they were needed.
  private(set) var read: [PolicyDocument] = []
  /// Those that could not be read.
  private(set) var problems: [(path: String, problem: FileProblem)] = []
  private var indices: [String: Int?] = [:]
  private var pathsByFolder: [String: String?] = [:]

  /// Creates an empty collection.
  ///
  /// - Parameter given: The policy file for all documents; nil to look for the one of each.
  init(given: String?) {
    self.given = given
  }

  /// Reads a policy file, unless it was read before.
  ///
  /// - Parameter path: The file.
  /// - Returns: Its place in ``read``; nil when it cannot be read.
  mutating func index(of path: String) -> Int? {
    if let known = indices[path] { return known }
    var index: Int?
    do throws(FileProblem) {
      let document = try PolicyDocument(path: path)
      index = read.count
      read.append(document)
    } catch {
      problems.append((path, error))
    }
    indices[path] = .some(index)
    return index
  }

  /// The policy that holds for a document.
  ///
  /// - Parameter path: The document; `-` is standard input, which no policy governs.
  /// - Returns: Its place in ``read``; nil when there is none or it cannot be read.
  mutating func index(for path: String) -> Int? {
    if let given { return index(of: given) }
    guard path != "-" else { return nil }
    let folder = Files.folder(of: path)
    let policy: String?
    if let known = pathsByFolder[folder] {
      policy = known
    } else {
      policy = PolicyDocument.path(governing: path, named: named)
      pathsByFolder[folder] = .some(policy)
    }
    return policy.flatMap { index(of: $0) }
  }

  /// The documents of a run, looked up once for all policies.
  struct Looked {
    /// Whether the command line names only folders.
    let areFolders: Bool
    /// The files.
    let files: Set<[UInt64]>

    /// Looks the documents up.
    ///
    /// - Parameters:
    ///   - named: What the command line names.
    ///   - documents: The documents.
    init(named: [String], documents: [String]) {
      areFolders = DocumentPaths.areFolders(named)
      files = Set(documents.compactMap { Files.identity($0) })
    }
  }

  /// Whether all journeys that a policy holds for are among some documents: those that it governs in
  /// and below its folder, or for
  /// a policy that was named for all documents whatever a command line names that names only
  /// folders.
  ///
  /// - Parameters:
  ///   - index: The policy's place in ``read``; nil for journeys that have only their own.
  ///   - looked: The documents.
  /// - Returns: Whether none is missing.
  func isComplete(_ index: Int?, among looked: Looked) -> Bool {
    guard let index else { return true }
    guard given == nil else { return looked.areFolders }
    let path = read[index].source.name
    let folder = Files.folder(of: path)
    guard let names = try? Files.list(folder.isEmpty ? "." : folder) else { return false }
    let base = folder.isEmpty ? "" : folder + "/"
    let beside = names.filter { name in DocumentPaths.endings.contains(where: name.hasSuffix) }
    let isLooked = { (path: String) in
      Files.identity(path).map(looked.files.contains) ?? true
    }
    guard beside.allSatisfy({ isLooked(base + $0) }) else { return false }
    // Where it governs nothing below, nobody has to walk through what may be a whole disk.
    guard DocumentFolders.above("\(base)below/it", upTo: named).count > 1 else { return true }
    let all = (try? DocumentPaths.expand([folder.isEmpty ? "." : folder])) ?? []
    let own = Files.identity(path)
    return all.allSatisfy { found in
      let document = folder.isEmpty ? String(found.dropFirst(2)) : found
      let policy = PolicyDocument.path(governing: document, named: named)
      return policy.flatMap { Files.identity($0) } != own || isLooked(document)
    }
  }
}
