import JourneyBriefs
import JourneyExport
import JourneyKit

/// Draws a brief's pictures and writes its pages where they belong.
struct ReportWriter {
  let format: ReportCommand.Format
  let theme: Theme?
  let output: OutputArgument
  let console: Console
  private let portfolio: Portfolio
  /// Maps that were drawn: the same one may stand on several pages.
  private var maps: [DrawnMap: Picture] = [:]

  /// A journey and the stretch of it that is drawn.
  private struct DrawnMap: Hashable {
    var journey: JourneyID
    var touchpoints: Set<TouchpointID>
  }

  init(
    portfolio: Portfolio, format: ReportCommand.Format, theme: Theme?, output: OutputArgument,
    console: Console
  ) {
    self.portfolio = portfolio
    self.format = format
    self.theme = theme
    self.output = output
    self.console = console
  }

  /// The folder that gets a file for each page; nil for one file.
  private var folder: String? {
    guard let output = output.output, output != "-" else { return nil }
    if output.hasSuffix("/") || Files.isFolder(output) { return output }
    return self.output.suffix == nil ? output : nil
  }

  /// Writes the brief.
  mutating func write(_ brief: inout Brief) throws {
    if let folder {
      if let problem = Files.problem(writingInto: folder) { throw problem }
      try Files.makeFolder(folder)
      var progress = ProgressLine(total: brief.pages.count, console: console)
      for (index, page) in brief.pages.enumerated() {
        progress.update(done: index, failed: 0)
        // One page after the other, so that not all pictures are held at once.
        var part = brief
        part.pages = [page]
        try draw(&part)
        try write(part, into: folder, isOneOfMany: brief.pages.count > 1)
      }
      progress.clear()
    } else {
      try draw(&brief)
      switch format {
      case .html: try output.write(BriefHTML(theme: theme).bytes(of: brief), on: console)
      case .markdown: try output.write(BriefMarkdown().text(of: brief), on: console)
      case .json: try output.write(BriefJSON().text(of: brief), on: console)
      case .pdf: try output.write(try pdf(brief), on: console)
      }
    }
  }

  private func write(_ brief: Brief, into folder: String, isOneOfMany: Bool) throws {
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    guard let id = brief.pages.first?.id else { return }
    let bytes: [UInt8]
    switch format {
    case .html:
      bytes = BriefHTML(theme: theme, links: isOneOfMany ? .files : .none).bytes(of: brief)
    case .markdown:
      var files: [(String, Picture)] = []
      let text = BriefMarkdown(linksToFiles: true).text(of: brief) { picture in
        let name = "\(id)-map\(files.isEmpty ? "" : "-\(files.count + 1)").svg"
        files.append((name, picture))
        return name
      }
      for (name, picture) in files {
        try Files.write(SVGWriter().bytes(of: picture), to: base + name)
      }
      bytes = Array(text.utf8)
    case .json: bytes = Array(BriefJSON().text(of: brief).utf8)
    case .pdf: bytes = try pdf(brief)
    }
    try Files.write(bytes, to: base + id + "." + format.ending)
  }

  /// Draws what the pages show, where the format can show it.
  private mutating func draw(_ brief: inout Brief) throws {
    guard format == .html || format == .pdf || (format == .markdown && folder != nil) else {
      return
    }
    var maps = maps
    let theme = theme ?? (format == .pdf ? .print : .light)
    let portfolio = portfolio
    try brief.draw { content in
      guard case .map(let id, let marked) = content else {
        return try Self.atlas(of: portfolio, theme: theme)
      }
      guard let member = portfolio[journey: id] else { return nil }
      let (journey, analysis) = (member.journey, member.analysis)
      let stretch = BriefMap.stretch(of: journey, around: marked, analysis: analysis)
      let drawn = DrawnMap(journey: id, touchpoints: stretch)
      let map: Picture
      if let known = maps[drawn] {
        map = known
      } else {
        map = try Renderer.graphviz.picture(
          of: Subject(journey: journey, analysis: analysis), view: MapView(),
          options: BriefMap.options(theme: theme, stretch: stretch))
        maps[drawn] = map
      }
      return BriefMap.marked(map, marked)
    }
    self.maps = maps
  }

  /// The journeys that are most linked and hottest, as many as a page shows.
  private static func atlas(of portfolio: Portfolio, theme: Theme) throws -> Picture {
    var atlas = Atlas(portfolio)
    atlas.mostJourneys = 18
    return try Renderer.graphviz.picture(of: atlas, options: DrawingOptions(theme: theme))
  }

  private func pdf(_ brief: Brief) throws -> [UInt8] {
    let theme = theme ?? .print
    let sheets = try BriefSheets(theme: theme, measurer: Renderer.graphviz.engines.measurer)
      .sheets(of: brief)
    let pages = sheets.map { sheet in
      PDFPage(
        sheet.picture, insets: sheet.insets.map { PDFPage.Inset($0.picture, in: $0.frame) })
    }
    let title = brief.pages.count == 1 ? brief.pages[0].title.plain : ""
    return try PDFWriter().bytes(
      of: pages,
      about: PDFMetadata(
        title: title.isEmpty ? brief.title : "\(brief.title): \(title)",
        summary: brief.pages.first?.headline.plain ?? "", language: "en"))
  }
}
