import JourneyKit

/// The bytes that a document's pictures are made from, read once.
struct DocumentInput: Sendable {
  /// The document as it was named.
  var name: String
  var bytes: [UInt8]
  /// The shared document beside it.
  var shared: (name: String, bytes: [UInt8])?

  /// Reads a document and the shared document beside it; `-` is standard input.
  init(_ path: String, on console: Console) throws {
    guard path != "-" else {
      self.name = "standard input"
      self.bytes = try console.input()
      return
    }
    self.name = path
    self.bytes = try Files.read(path)
    if let file = JourneyDocument.sharedPaths(beside: path).first(where: Files.exists) {
      shared = (file, try Files.read(file))
    }
  }

  /// The document, read and checked.
  var document: JourneyDocument {
    JourneyDocument(
      bytes: bytes, name: name,
      shared: shared.map { JourneyReader.readShared($0.bytes, name: $0.name) })
  }
}
