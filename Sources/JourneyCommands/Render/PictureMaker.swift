import JourneyKit

/// How the bytes of a picture are made: the one place that knows every format.
///
/// A new format is a case of ``PictureFormat`` and a case here; naming, writing, remembering what is
/// up to date and spreading the work over processes come by themselves.
enum PictureMaker {
  /// One file of a picture.
  struct File: Sendable, Hashable {
    /// Which of several files this is, for its name; nil when the picture is one file.
    var part: String?
    var bytes: [UInt8]
    /// Why it is hard to read where it is to be shown, in one sentence; nil when it is not.
    var remark: String?
  }

  /// The versions of what makes pictures, which come out otherwise when one of them changes.
  static var engines: String {
    "Graphviz \(Renderer.graphvizVersion ?? "")"
  }

  /// Draws a picture of a subject and writes it in the format that is asked for.
  ///
  /// - Returns: The files: one, unless the format writes several.
  /// - Throws: `UsageProblem` when the view cannot be written like this, else what views and
  ///   engines throw.
  static func files(of subject: Subject, _ request: PictureRequest) throws -> [File] {
    let renderer = Renderer.graphviz
    let view = request.view.view
    var options = request.options
    // A walk goes up to everything.
    if request.showsSteps { options.mostTouchpoints = options.mostTouchpoints ?? .max }
    switch request.format {
    case .svg, .png, .pdf:
      let picture = try renderer.picture(of: subject, view: view, options: options)
      if request.showsSteps { return try steps(of: picture, subject, request) }
      return [
        File(
          bytes: try request.export.bytes(of: picture, as: request.format),
          remark: LegibilityRemark.text(
            of: picture, view: view.name, options: options,
            hasPersonas: subject.persona == nil && subject.journey.personas.count > 1))
      ]
    case .dot:
      guard let dot = try renderer.dot(of: subject, view: view, options: options) else {
        throw UsageProblem("the view \(view.name) has no graph underneath")
      }
      return [File(bytes: dot)]
    case .html:
      return [File(bytes: try page(of: subject, request))]
    }
  }
}
