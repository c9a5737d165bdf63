import Foundation
import JourneyKit
import Testing

/// The table in Docs/themes.md of what the last row can read, measured.
@Suite struct ProjectorTableTests {
  static let views = ["map", "flow", "curve", "heatmap", "blueprint", "empathy", "funnel"]
  static let samples = [
    "email-club", "visa-appointment", "test-results", "buying-insurance", "airline-rebooking",
  ]

  /// What comes out: how many touchpoints are drawn, and the smallest text on 1920×1080.
  private struct Cell: Equatable, CustomStringConvertible {
    var touchpoints: Int?
    var px: Double

    var description: String {
      let size = String(format: "%.1f px", locale: Locale(identifier: "en"), px)
      return touchpoints.map { "\($0) · \(size)" } ?? size
    }
  }

  private func measured(_ sample: String) throws -> (count: Int, cells: [Cell]) {
    let path = ReadmeTests.root.appendingPathComponent("journeys/\(sample).journey.yaml").path
    let journey = try #require(try JourneyDocument(path: path).journey)
    let asOf = try #require(CalendarDate("2026-09-01"))
    let subject = Subject(journey: journey, analysis: try journey.analyzed(asOf: asOf))
    let options = DrawingOptions(theme: .projector, artboard: .beamer)
    let cells = try Self.views.map { name -> Cell in
      let view = try #require(ViewList.all.first { $0.name == name })
      let picture = try Renderer.graphviz.picture(of: subject, view: view, options: options)
      let drawn = Set(picture.description.matches(of: /"touchpoint\/([^"]+)"/).map(\.1)).count
      // What has no column for each touchpoint leaves none out.
      let leavesOut = !["empathy", "funnel"].contains(name)
      return Cell(
        touchpoints: leavesOut ? drawn : nil, px: try #require(picture.smallestText))
    }
    return (journey.touchpoints.count, cells)
  }

  @Test func theTableInTheDocumentationIsWhatIsMeasured() throws {
    let docs = try String(
      contentsOf: ReadmeTests.root.appendingPathComponent("Docs/themes.md"), encoding: .utf8)
    var table = "| journey | touchpoints | " + Self.views.joined(separator: " | ") + " |\n"
    table += "|---|---|" + Self.views.map { _ in "---|" }.joined() + "\n"
    for sample in Self.samples {
      let (count, cells) = try measured(sample)
      let row =
        "| \(sample) | \(count) | " + cells.map(\.description).joined(separator: " | ") + " |"
      table += row + "\n"
      // Ten touchpoints and fewer are read in a map, all of them or all but one.
      if count <= 10 { #expect((cells[0].touchpoints ?? 0) >= count - 1, "\(sample)") }
      for (view, cell) in zip(Self.views, cells) where view != "flow" {
        #expect(cell.px >= Projection.meetingRoom.leastText * 0.999, "\(sample) \(view)")
      }
    }
    // Fonts differ a little from machine to machine: what is promised may come out larger.
    #expect(Self.holds(docs, table), "Docs/themes.md should have:\n\(table)")
  }

  /// Whether the table stands there, with no cell more than 3 % off and at most one touchpoint.
  private static func holds(_ docs: String, _ table: String) -> Bool {
    func cells(_ line: Substring) -> [Substring] {
      line.split(separator: "|").map { Substring($0.trimmingCharacters(in: .whitespaces)) }
    }
    let rows = docs.split(separator: "\n").filter { $0.hasPrefix("| ") }
    return table.split(separator: "\n").allSatisfy { wanted in
      guard let row = rows.first(where: { cells($0).first == cells(wanted).first }) else {
        return wanted.hasPrefix("|---")
      }
      let (a, b) = (cells(row), cells(wanted))
      return a.count == b.count
        && zip(a, b).allSatisfy { one, other in
          let (x, y) = (numbers(one), numbers(other))
          guard let px = x.last, let measured = y.last, one.hasSuffix("px") else {
            return one == other
          }
          let isNear = abs(px - measured) <= 0.03 * measured
          return isNear && x.count == y.count && (x.count < 2 || abs(x[0] - y[0]) <= 1)
        }
    }
  }

  private static func numbers(_ cell: Substring) -> [Double] {
    cell.split { !"0123456789.".contains($0) }.compactMap { Double($0) }
  }
}
