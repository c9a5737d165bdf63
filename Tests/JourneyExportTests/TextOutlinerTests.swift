import JourneyDiagrams
import JourneyExport
import Testing

@Suite struct TextOutlinerTests {
  @Test(arguments: ["light", "dark"])
  func aMapLooksTheSameAndHasNoText(theme: String) throws {
    let picture = try Samples.map(theme: try #require(Theme.named(theme)))
    let outlined = try TextOutliner().outlined(picture)
    let svg = SVGWriter().text(of: outlined)
    #expect(!svg.contains("<text"))
    let writer = PNGWriter(size: .scale(0.5))
    let (_, before) = try writer.pixels(of: picture)
    let (_, after) = try writer.pixels(of: outlined)
    let (mean, worst) = Self.difference(before, after)
    // Of 255: edges of letters differ a little, and one letter that is missing or moved does more.
    #expect(mean < 0.05, "mean \(mean)")
    #expect(worst < 90, "worst \(worst)")
  }

  @Test func everyAnchorScriptStyleAndSizeStandsWhereTextDoes() throws {
    let long = "Evidence: 6 days of service immersion, 17 interviews and 1,000 logged visits"
    let texts = [
      "Rückerstattung fi 1,000", "検査結果を待つ", "انتظار نتيجة ABC 12", "e\u{301}à ½", "नमस्ते", long,
    ]
    for text in texts {
      for anchor in [TextLine.Anchor.left, .middle, .right] {
        for direction in [TextDirection.leftToRight, .rightToLeft] {
          // Where the text's own direction is against the given one, librsvg follows the text.
          if text.contains("ABC"), direction == .leftToRight { continue }
          var picture = Samples.card([])
          for (index, role) in [TextRole.title, .quote, .meta].enumerated() {
            picture.elements.append(
              .text(
                TextLine(
                  text, at: Point(150.3, 60.7 + 40 * Double(index)), anchor: anchor, role: role,
                  width: 80, direction: direction, scale: index == 1 ? 0.8 : 1)))
          }
          let outlined = try TextOutliner().outlined(picture)
          let writer = PNGWriter(size: .scale(2))
          let (_, before) = try writer.pixels(of: picture)
          let (_, after) = try writer.pixels(of: outlined)
          let (_, without) = try writer.pixels(of: Samples.card([]))
          let mean = Self.difference(before, after).mean
          let ink = Self.difference(before, without).mean
          #expect(mean < ink / 50, "\(text) \(anchor) \(direction): \(mean) of \(ink)")
        }
      }
    }
  }

  @Test func layersTitlesAndPaintsStay() throws {
    var picture = Samples.card(["Told “a few days”"])
    let gradient = Paint.Gradient(
      id: "ink", from: Point(0, 0), to: Point(300, 0),
      stops: [.init(0, .emotion(-1)), .init(1, .emotion(1))])
    picture.elements.append(
      .text(
        TextLine("Fade", at: Point(40, 180), role: .title, fill: .gradient(gradient), width: 80)))
    let outlined = try TextOutliner().outlined(picture)
    guard case .group(let layer) = outlined.elements[0],
      case .group(let title) = layer.elements[2], case .shape(let letters) = title.elements[0],
      case .group(let fade) = outlined.elements[1], case .shape(let shape) = fade.elements[0]
    else {
      Issue.record("other elements than expected")
      return
    }
    #expect(layer.isLayer)
    #expect(layer.id == "layer")
    #expect(title.title == "Told “a few days”")
    #expect(letters.fill == .onEmotion(-0.8))
    #expect(shape.fill == .gradient(gradient))
    #expect(SVGWriter().text(of: outlined).contains("<title>Told “a few days”</title>"))
  }

  @Test func textThatShowsNothingIsNoError() throws {
    for text in ["", " ", "\u{200B}", "\u{2068}\u{2069}"] {
      let outlined = try TextOutliner().outlined(Samples.card([text]))
      #expect(!SVGWriter().text(of: outlined).contains("<text"))
    }
  }

  /// The mean and the largest difference of a colour's part.
  private static func difference(
    _ one: [UInt32], _ other: [UInt32]
  ) -> (mean: Double, worst: Int) {
    var (sum, worst) = (0, 0)
    // By stretches, most of which are the same.
    for start in stride(from: 0, to: one.count, by: 100) {
      let end = min(start + 100, one.count)
      guard one[start..<end] != other[start..<end] else { continue }
      for index in start..<end where one[index] != other[index] {
        for shift: UInt32 in [0, 8, 16] {
          let part = abs(Int(one[index] >> shift & 0xFF) - Int(other[index] >> shift & 0xFF))
          sum += part
          worst = max(worst, part)
        }
      }
    }
    return (Double(sum) / Double(max(1, one.count * 3)), worst)
  }
}
