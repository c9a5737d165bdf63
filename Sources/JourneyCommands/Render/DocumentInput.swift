import JourneyKit

/// The bytes that a document's pictures are made from, read once.
struct DocumentInput: Sendable {
  /// The document as it was named.
  var name: String
  var bytes: [UInt8]
  /// The shared document beside it.
  var shared: (name: String, bytes: [UInt8])?

  /// Reads a document and the shared document beside it; `-` is standard input, `git:REV:PATH` a
  /// file at a revision.
  init(_ path: String, on console: Console) throws {
    guard path == "-" else {
      self = try Self(path: path)
      return
    }
    self.init(name: "standard input", bytes: try console.input())
  }

  /// Takes what was read.
  init(name: String, bytes: [UInt8], shared: (name: String, bytes: [UInt8])? = nil) {
    self.name = name
    self.bytes = bytes
    self.shared = shared
  }

  /// Reads a file and the shared document beside it, both at a revision where the path names one.
  init(path: String) throws(FileProblem) {
    guard let file = try GitFile(path) else {
      try self.init(plain: path)
      return
    }
    try self.init(file)
  }

  private init(plain path: String) throws(FileProblem) {
    name = path
    bytes = try Files.read(path)
    if let file = JourneyDocument.sharedPaths(beside: path).first(where: Files.exists) {
      shared = (file, try Files.read(file))
    }
  }

  /// Reads a file at a revision and the shared document beside it there.
  init(_ file: GitFile) throws(FileProblem) {
    name = file.name
    let found = try file.read(withFirstOf: JourneyDocument.sharedPaths(beside: file.path))
    bytes = found.bytes
    shared = found.other.map { ($0.file.name, $0.bytes) }
  }

  /// The document, read and checked.
  var document: JourneyDocument {
    JourneyDocument(
      bytes: bytes, name: name,
      shared: shared.map { JourneyReader.readShared($0.bytes, name: $0.name) })
  }
}

extension DocumentInput {
  /// What the bytes and the document's own name, which may give the journey's id, are.
  var fingerprint: Fingerprint {
    var print = Fingerprint()
    print.add(String(name.split(separator: "/").last ?? ""))
    print.add(bytes)
    if let shared {
      print.add(String(shared.name.split(separator: "/").last ?? ""))
      print.add(shared.bytes)
    }
    return print
  }
}
