import JourneyKit

/// What pictures were made from, so that a picture that would come out the same is not drawn again.
///
/// Content is compared, never times: a picture is up to date when it was made from the same
/// document and shared document, with the same options, for the same day, by the same program with
/// the same fonts, and when its file is still what was written. Whatever else happens to the
/// folder, an entry stays true; a lost or garbled index costs only time.
struct PictureIndex: Equatable {
  /// One picture of a document.
  struct Key: Hashable {
    var document: String
    /// The part of its name that the request gives.
    var request: String
  }

  /// What it was made from and what was written.
  struct Entry: Hashable {
    var source: Fingerprint
    var id: JourneyID
    var files: [File]
  }

  /// A file of the picture.
  struct File: Hashable {
    var path: String
    var content: Fingerprint
  }

  private var entries: [Key: Entry] = [:]

  /// Where the index of a folder of pictures stands.
  static func path(in folder: String) -> String {
    folder.hasSuffix("/") ? folder + ".journey-pictures" : folder + "/.journey-pictures"
  }

  /// Whether anything is known of a picture.
  func has(_ key: Key) -> Bool { entries[key] != nil }

  /// The picture that was made from this, if all its files still are what was written.
  func upToDate(_ key: Key, source: Fingerprint) -> Entry? {
    guard let entry = entries[key], entry.source == source else { return nil }
    let isWhole = entry.files.allSatisfy { file in
      (try? Files.read(file.path)).map(Fingerprint.init) == file.content
    }
    return isWhole ? entry : nil
  }

  mutating func set(_ entry: Entry, for key: Key) { entries[key] = entry }

  /// Forgets a picture and gives what was known of it.
  @discardableResult
  mutating func forget(_ key: Key) -> Entry? { entries.removeValue(forKey: key) }

  /// The files of a picture as it was before that no picture is made of any more, such as slides of
  /// steps that are gone.
  ///
  /// A file that is not what was written is somebody's work, and none of these.
  func leftOver(of previous: Entry?, written: [String], in folder: String) -> [File] {
    guard let previous, !previous.files.allSatisfy({ written.contains($0.path) }) else {
      return []
    }
    let used = Set(entries.values.flatMap { $0.files.map(\.path) })
    return previous.files.filter { file in
      // The index is a file that anybody may have written; it reaches nothing outside its folder.
      let name = file.path.split(separator: "/").last.map(String.init) ?? ""
      return !used.contains(file.path) && file.path == Self.join(folder, name)
        && Files.isPlainFile(file.path)
        && (try? Files.read(file.path)).map(Fingerprint.init) == file.content
    }
  }

  /// Leaves out pictures that are gone.
  mutating func prune() {
    entries = entries.filter { $0.value.files.allSatisfy { Files.exists($0.path) } }
  }
}

extension PictureIndex {
  private static let magic = "journey pictures 2"

  /// The index of a folder; empty when there is none that can be read.
  init(folder: String) {
    guard let bytes = try? Files.read(Self.path(in: folder)) else { return }
    // A garbled index is as good as none.
    if let read = try? Self(bytes: bytes, folder: folder) { self = read }
  }

  init(bytes: [UInt8], folder: String) throws(GarbledBytes) {
    var reader = ByteReader(bytes)
    guard try reader.text() == Self.magic else { throw GarbledBytes() }
    let list = try reader.list { reader throws(GarbledBytes) in
      let key = Key(document: try reader.text(), request: try reader.text())
      let source = Fingerprint(value: try reader.number())
      let id = JourneyID(rawValue: try reader.text())
      let files = try reader.list { reader throws(GarbledBytes) in
        File(
          path: Self.join(folder, try reader.text()),
          content: Fingerprint(value: try reader.number()))
      }
      return (key, Entry(source: source, id: id, files: files))
    }
    for (key, entry) in list { entries[key] = entry }
  }

  /// The index as bytes, the same for the same pictures; paths are relative to the folder, so that
  /// it can be moved.
  func bytes(folder: String) -> [UInt8] {
    var writer = ByteWriter()
    writer.add(Self.magic)
    let sorted = entries.sorted {
      ($0.key.document, $0.key.request) < ($1.key.document, $1.key.request)
    }
    let start = Self.join(folder, "").utf8.count
    writer.add(sorted) { writer, item in
      writer.add(item.key.document)
      writer.add(item.key.request)
      writer.add(item.value.source.value)
      writer.add(item.value.id.rawValue)
      writer.add(item.value.files) { writer, file in
        writer.add(String(decoding: file.path.utf8.dropFirst(start), as: UTF8.self))
        writer.add(file.content.value)
      }
    }
    return writer.bytes
  }

  /// A file's path in a folder.
  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
