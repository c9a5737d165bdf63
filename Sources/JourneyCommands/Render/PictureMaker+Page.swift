import JourneyKit
import JourneyPages

extension PictureMaker {
  /// A slide for each step of the walk through a journey.
  static func steps(of picture: Picture, _ subject: Subject, _ request: PictureRequest) throws
    -> [File]
  {
    let slides = StepSlides(subject, engines: Renderer.graphviz.engines)
    return try slides.pictures(of: picture).map { slide in
      File(
        part: slide.id.split(separator: ".").last.map(String.init),
        bytes: try request.export.bytes(of: slide, as: request.format))
    }
  }

  /// The page that presents a journey: for everybody and each persona, or for the one persona that
  /// the figures are for.
  static func page(of subject: Subject, _ request: PictureRequest) throws -> [UInt8] {
    let presentation = try Presentation(
      drawing: subject.journey, asOf: subject.analysis.asOf,
      views: request.pageViews.map(\.view),
      personas: subject.analysis.persona.map { [$0] }, options: request.options,
      words: subject.words, engines: Renderer.graphviz.engines)
    return PageWriter().bytes(of: presentation)
  }
}
