import JourneyKit
import TextSupport

/// What is said about a picture that is hard to read: how small its text is, and what helps.
enum LegibilityRemark {
  /// The remark on a picture.
  ///
  /// - Parameters:
  ///   - picture: The finished picture.
  ///   - view: Its view.
  ///   - options: What it was finished for.
  ///   - hasPersonas: Whether there are several personas who could be shown one at a time.
  /// - Returns: One sentence without a full stop; nil when the picture can be read.
  static func text(
    of picture: Picture, view: String, options: DrawingOptions, hasPersonas: Bool
  ) -> String? {
    guard let problem = picture.legibilityProblem(for: options) else { return nil }
    var mends: [String] = []
    let hasLanes = view == "map" && !options.isCompact && options.lanes != []
    if options.theme.isBrief, options.artboard?.isPaper != true {
      if view == "canvas" { return problem + "; a canvas is for paper: --theme print" }
      // Numbers that somebody asked for are kept; without them as many are drawn as can be read.
      if view == "map", options.lanes?.isEmpty == false { mends.append("leave out --lanes") }
      if options.mostTouchpoints != nil { mends.append("leave out --touchpoints") }
    } else {
      let isPaper = options.artboard?.isPaper == true
      mends.append(isPaper ? "take a larger sheet" : "take a larger board")
      if hasLanes { mends.append(isPaper ? "fewer --lanes" : "fewer --lanes, --compact") }
      if isPaper, hasPersonas { mends.append("one --persona") }
    }
    let hasTouchpoints = ViewName.withTouchpoints.contains(view)
    if hasTouchpoints, !options.theme.isBrief || options.lanes?.isEmpty == false {
      mends.append("fewer --touchpoints")
    }
    // A step's slide shows a touchpoint in large letters beside what there is to tell of it.
    if hasTouchpoints, options.artboard?.isPaper != true {
      mends.append(
        options.artboard == nil ? "--steps for slides" : "--steps without --artboard for slides")
    }
    return mends.isEmpty ? problem : problem + "; " + Wording.list(mends, "or")
  }
}
