import ArgumentParser
import JourneyKit

/// How pictures are to look, as the command line says it.
struct DrawingArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How to look, light unless given: a name or a theme file such as brand.yaml; several make "
        + "several pictures. \(ThemeName.values)",
      valueName: "theme"),
    completion: ThemeName.completion, transform: ThemeName.named)
  var theme: [ThemeName] = []

  @Option(
    help: ArgumentHelp(
      "The lanes under a map, top to bottom, with commas between, or none; "
        + "quotes,pains,decisions,backstage unless given.", valueName: "lanes"),
    completion: .list(Lane.allCases.map(\.rawValue) + ["none"]), transform: Self.lanes)
  var lanes: [Lane]?

  @Flag(help: "Draw the map without lanes, small enough for a slide.")
  var compact = false

  @Flag(help: "Draw a line for every persona into one map.")
  var overlay = false

  @Option(
    help: ArgumentHelp(
      "The most touchpoints that are drawn, those that matter most, or all; "
        + "as many as can be read unless given.", valueName: "number"),
    transform: Self.touchpoints)
  var touchpoints: Int?

  @Option(
    help: ArgumentHelp(
      "What to fit pictures on: 1920x1080, 16:9, 4:3, A5 to A0, Letter, A4-portrait and the like.",
      valueName: "board"),
    completion: .list(Artboard.names), transform: Self.artboard)
  var artboard: Artboard?

  @Flag(help: "Paint nothing behind pictures.")
  var transparent = false

  @Option(help: "The columns of a heatmap.")
  var by: HeatmapBy?

  @Flag(help: "svg, png, pdf: a slide for each step of the walk through a journey.")
  var steps = false

  /// A request for every view in every look.
  ///
  /// A page holds all its views, so it is one request for every look.
  ///
  /// - Throws: What theme files throw.
  func requests(
    views: [ViewName], format: PictureFormat, on console: Console
  ) throws -> [PictureRequest] {
    guard format != .html else {
      return try requests(views: [views.first ?? .map], format: .svg, on: console).map { request in
        var request = request
        request.format = .html
        request.pageViews = views
        return request
      }
    }
    let themes = try (theme.isEmpty ? [.light] : theme).map { try $0.theme(on: console) }
    if let twice = themes.indices.first(where: { at in
      themes[..<at].contains { $0.name == themes[at].name }
    }) {
      throw UsageProblem(
        "two themes are called '\(themes[twice].name)', and pictures are named by them")
    }
    return views.flatMap { view in
      themes.map { theme in
        PictureRequest(
          view: view, showsSteps: steps,
          options: DrawingOptions(
            theme: theme, artboard: artboard, isTransparent: transparent, lanes: lanes,
            isCompact: compact, overlaysPersonas: overlay, mostTouchpoints: touchpoints,
            heatmapColumns: by?.columns),
          format: format)
      }
    }
  }

  /// Refuses what contradicts itself or would be left out without a word.
  func validate(views: [ViewName], format: PictureFormat, persona: String?) throws {
    if steps {
      if format == .html {
        throw ValidationError("--steps makes slides, and a page walks by itself; leave one out")
      }
      if artboard != nil {
        throw ValidationError("--steps makes slides of 1920x1080; leave out --artboard")
      }
    }
    if compact, lanes != nil {
      throw ValidationError("--compact draws no lanes; leave out --compact or --lanes")
    }
    if overlay, persona != nil {
      throw ValidationError("--overlay draws every persona; leave out --overlay or --persona")
    }
    let names = views.map(\.view.name)
    for (isGiven, option, view) in [
      (lanes != nil, "--lanes", "map"), (compact, "--compact", "map"),
      (overlay, "--overlay", "map"), (by != nil, "--by", "heatmap"),
    ] where isGiven && !names.contains(view) {
      throw ValidationError("\(option) is about the \(view); add --view \(view)")
    }
    let few = ViewName.withTouchpoints
    if touchpoints != nil, !names.contains(where: few.contains) {
      throw ValidationError("--touchpoints is about \(few.joined(separator: ", ")); add --view map")
    }
    guard format == .dot else { return }
    for (isGiven, option) in [
      (lanes != nil, "--lanes"), (compact, "--compact"), (overlay, "--overlay"),
      (artboard != nil, "--artboard"), (transparent, "--transparent"), (by != nil, "--by"),
      (steps, "--steps"),
    ] where isGiven {
      throw ValidationError("\(option) changes nothing in dot, which is the graph alone")
    }
  }

  @Sendable private static func lanes(_ text: String) throws -> [Lane] {
    guard text != "none" else { return [] }
    var lanes: [Lane] = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      guard let lane = Lane(rawValue: name) else { throw ValidationError(unknownLane(name)) }
      guard !lanes.contains(lane) else { throw ValidationError("\(name) is there twice") }
      lanes.append(lane)
    }
    return lanes
  }

  @Sendable private static func touchpoints(_ text: String) throws -> Int {
    guard text != "all" else { return .max }
    guard let number = Int(text), number > 0 else {
      throw ValidationError("it is neither all nor a number from 1 on")
    }
    return number
  }

  private static func unknownLane(_ name: String) -> String {
    let names = Lane.allCases.map(\.rawValue)
    var nearest = NearestName()
    let mend =
      nearest.nearest(to: name, among: names).map { "did you mean \($0)?" }
      ?? "there are \(names.joined(separator: ", ")), and none for no lanes"
    return "there is no lane '\(name)'; \(mend)"
  }

  @Sendable static func artboard(_ text: String) throws -> Artboard {
    if let board = Artboard(named: text) { return board }
    let sides = text.lowercased().split(omittingEmptySubsequences: false) { "x×".contains($0) }
    throw ValidationError(
      sides.count == 2 && sides.allSatisfy { Int($0) != nil }
        ? "a board has 16 to 65536 px a side, such as 1920x1080"
        : "it is neither one of \(Artboard.names.joined(separator: ", ")) nor a size in px such as "
          + "1920x1080")
  }
}

/// What the columns of a heatmap stand for, by its name.
enum HeatmapBy: String, ExpressibleByArgument, CaseIterable {
  case personas, channels, stages

  var columns: DrawingOptions.HeatmapColumns {
    switch self {
    case .personas: .personas
    case .channels: .channels
    case .stages: .stages
    }
  }
}
