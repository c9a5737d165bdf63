import JourneyExport
import JourneyKit
import Synchronization

/// What became of one document: its pictures, or the words that say why there are none.
///
/// Drawing changes nothing in the world: who asked for the pictures writes them.
struct DrawnDocument: Sendable, Equatable {
  /// A file to write.
  struct File: Sendable, Hashable {
    /// `ID.VIEW….FORMAT`.
    var name: String
    /// Which of several files of the picture this is.
    var part: String?
    var bytes: [UInt8]
  }

  /// What the document and its shared document were when they were read.
  var source = Fingerprint()
  /// The journey's id; nil when the document could not be read.
  var id: JourneyID?
  /// The files of each picture that was asked for; none when the document has errors.
  var pictures: [[File]] = []
  var status = ExitStatus.fine
  /// What is to be told about the document.
  var words = ""

  /// Draws pictures of a document.
  ///
  /// - Parameters:
  ///   - path: The document; `-` is standard input.
  ///   - requests: The pictures.
  ///   - figures: The day and the persona.
  ///   - console: Where standard input is and whether words are coloured; nothing is told there.
  /// - Returns: The pictures, or why there are none.
  static func draw(
    _ path: String, _ requests: [PictureRequest], figures: FigureOptions, on console: Console
  ) -> Self {
    var drawn = Self()
    // The words are kept: who draws many documents decides when they are told.
    let told = ToldWords()
    var quiet = console
    quiet.error = { text in told.add(text) }
    do {
      let input = try DocumentInput(path, on: console)
      drawn.source = input.fingerprint
      let document = try CheckedDocument.load(input, on: quiet)
      drawn.id = document.journey.id
      let analysis = try figures.analyze(document, on: quiet)
      let subject = Subject(journey: document.journey, analysis: analysis)
      drawn.pictures = try requests.map { request in
        try PictureMaker.files(of: subject, request).map { file in
          let name = request.fileName(
            journey: document.journey.id, persona: analysis.persona, part: file.part)
          if let remark = file.remark {
            quiet.error("journey: warning: \(request.output ?? name): \(remark)\n")
          }
          return File(name: name, part: file.part, bytes: file.bytes)
        }
      }
    } catch {
      drawn.pictures = []
      // What the libraries say names no document.
      let problem = (error as? ExportError).map {
        FileProblem(.draw, path, reason: $0.description)
      }
      drawn.status = quiet.tell(problem ?? error)
    }
    drawn.words = told.text
    return drawn
  }
}

/// Words that are kept until somebody tells them.
final class ToldWords: Sendable {
  private let kept = Mutex("")

  var text: String { kept.withLock { $0 } }

  func add(_ text: String) { kept.withLock { $0 += text } }
}
