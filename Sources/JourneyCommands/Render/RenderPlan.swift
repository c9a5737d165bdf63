import JourneyKit

/// Which pictures are drawn and where they go, settled before anything is read.
struct RenderPlan {
  /// Where pictures go.
  enum Destination {
    case standardOutput
    case file(String)
    case folder(String)
  }

  let documents: [String]
  private(set) var pictures: [PictureRequest]
  let destination: Destination
  private let places: [String: Int]

  /// Settles it.
  ///
  /// - Parameters:
  ///   - documents: The journey documents.
  ///   - pictures: What is drawn of each.
  ///   - companions: Other files that the pictures are made of, such as those of themes.
  ///   - output: The file or folder; nil or `-` is standard output.
  /// - Throws: What cannot be meant.
  init(
    documents: [String], pictures: [PictureRequest], companions: @autoclosure () -> [String] = [],
    output: String?
  ) throws(UsageProblem) {
    self.documents = documents
    self.places = Dictionary(uniqueKeysWithValues: zip(documents, documents.indices))
    self.pictures = pictures
    let count = documents.count * pictures.count
    let folderWanted = "several pictures need a folder: -o FOLDER"
    guard let output, output != "-" else {
      guard count == 1 else {
        throw UsageProblem("\(count) pictures do not fit into standard output; \(folderWanted)")
      }
      destination = .standardOutput
      return
    }
    destination = try Self.destination(output)
    guard case .file = destination else { return }
    for index in self.pictures.indices { self.pictures[index].output = output }
    if count > 1 {
      throw UsageProblem("\(count) pictures do not fit into \(output); \(folderWanted)")
    }
    // A picture must never take the place of what it is drawn from, whatever the name it goes by.
    let sources = documents + documents.flatMap(JourneyDocument.sharedPaths) + companions()
    if let target = Files.identity(output),
      let source = sources.first(where: { Files.identity($0) == target })
    {
      throw UsageProblem("-o \(output) would overwrite \(source), which is drawn from")
    }
  }

  /// A fingerprint of all that was chosen for each picture.
  ///
  /// Cost: a millisecond or so, more where a theme has a logo.
  var looks: [Fingerprint] {
    pictures.map { picture in
      // Every stored property down to the last, so that whatever is added to them counts too.
      var text = ""
      dump(picture, to: &text)
      return Fingerprint(Array(text.utf8))
    }
  }

  /// The place of a document among all of them.
  func order(_ document: String) -> Int { places[document] ?? documents.count }

  /// A folder when it is one or has no ending, else a file.
  private static func destination(_ output: String) throws(UsageProblem) -> Destination {
    guard !output.isEmpty else { throw UsageProblem("-o names nothing") }
    if output.hasSuffix("/") || Files.isFolder(output) { return .folder(output) }
    if PictureFormat(ending: output) != nil { return .file(output) }
    let name = output.split(separator: "/").last ?? ""
    if let dot = name.lastIndex(of: "."), dot > name.startIndex,
      Files.isPlainFile(output) || !Files.exists(output)
    {
      let ending = name[name.index(after: dot)...]
      guard !ending.isEmpty else {
        throw UsageProblem(
          "-o \(output) ends with a dot; write \(output)svg for a picture, or end the name of a "
            + "folder with /")
      }
      throw UsageProblem(
        "a picture is written as \(PictureFormat.list), not as \(ending); "
          + "end the name of a folder with /")
    }
    return Files.exists(output) ? .file(output) : .folder(output)
  }
}
