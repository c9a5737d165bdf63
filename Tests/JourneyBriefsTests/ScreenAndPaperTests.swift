import JourneyBriefs
import JourneyKit
import Testing

/// How pages look on dark screens, and where sheets end.
@Suite struct ScreenAndPaperTests {
  private func page(_ theme: Theme? = nil) throws -> String {
    let source = try journey(returning)
    var made = Brief(BriefSources([source], asOf: day), owners: ["Ada"])
    try made.draw { _ in
      try Renderer.graphviz.picture(
        of: Subject(journey: source.journey, analysis: source.analysis), view: MapView(),
        options: BriefMap.options(theme: theme ?? .light, stretch: ["find", "drop", "wait"]))
    }
    return String(decoding: BriefHTML(theme: theme).bytes(of: made), as: UTF8.self)
  }

  @Test func drawingsGetDarkWithThePage() throws {
    let html = try page()
    let drawing = try #require(html.split(separator: "<div class=\"picture").last)
    var colors = 0
    for tag in drawing.matches(of: /<(?:circle|path|rect|text|line|stop)[^>]*>/).map(\.output) {
      for match in tag.matches(of: /(fill|stroke|stop-color)="#[0-9a-f]{6}"/) {
        colors += 1
        let isRole = tag.contains("jk-\(match.1)-")
        #expect(isRole || html.contains(".picture [\(match.0)]{\(match.1):#"), "\(tag)")
      }
    }
    #expect(colors > 20)
    #expect(html.contains(".picture .jk-fill-ink{fill:var(--ink)}"))
    // Once on the page, in the dark too.
    #expect(html.matches(of: /<div class="picture/).count == 1)
    #expect(drawing.matches(of: /<svg/).count == 1)
  }

  @Test func aThemeThatWasAskedForStays() throws {
    #expect(!(try page(.light)).contains("prefers-color-scheme"))
  }

  @Test func noRowStandsAloneOnASheet() throws {
    var table = Brief.Table("Rows", columns: [.init("Name"), .init("Number", isNumber: true)])
    table.rows = (1...70).map { number in
      [Brief.Cell(.said("Row " + String(number))), Brief.Cell(Phrase(String(number)))]
    }
    for before in 1...50 {
      var page = Brief.Page(
        id: "p", reader: .everyone, title: "All", scope: "all", headline: "Read on.")
      page.sections = [
        Brief.Section("First", [.list((1...before).map { Phrase("Line " + String($0)) })]),
        Brief.Section("Then", [.table(table)]),
      ]
      let sheets = try BriefSheets(measurer: Renderer.graphviz.engines.measurer)
        .sheets(of: Brief(title: "Brief", asOf: day, pages: [page]))
      var all = 0
      for sheet in sheets {
        var (rows, titles) = (0, 0)
        sheet.picture.forEachLeaf { element in
          guard case .text(let line) = element else { return }
          if line.text.hasPrefix("Row ") { rows += 1 }
          if line.text == "Name" { titles += 1 }
        }
        #expect(rows != 1, "\(before) lines before")
        #expect(titles == (rows > 0 ? 1 : 0), "\(before) lines before")
        all += rows
      }
      #expect(all == 70)
    }
  }
}
