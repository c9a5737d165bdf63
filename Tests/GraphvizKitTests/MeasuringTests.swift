import GraphvizKit
import Testing

/// Texts are measured as they are drawn; no test names a font that must be there.
@Suite struct MeasuringTests {
  private func width(
    _ text: String, size: Double = 1, families: [String] = ["sans-serif"],
    weight: TextSpan.Weight = .regular
  ) throws -> Double {
    let span = TextSpan(text, families: families, size: size, weight: weight)
    return try #require(Graphviz.shared.measure([span]).first).width
  }

  @Test func linearInSize() throws {
    let one = try width("Discover the product", size: 1)
    #expect(one > 5 && one < 20)
    for size in [0.5, 8, 11.5, 14, 96, 1000] {
      #expect(abs(try width("Discover the product", size: size) - one * size) < 1e-9 * size)
    }
  }

  @Test func monotone() throws {
    let text = "Jürgen waits 5 days for a text, \"then\" <calls> & asks: 日本"
    let prefixes = text.indices.map { String(text[...$0]) }
    let widths = try Graphviz.shared.measure(
      prefixes.map { TextSpan($0, families: ["sans-serif"], size: 14) }
    ).map(\.width)
    for (shorter, longer) in zip(widths, widths.dropFirst()) { #expect(shorter < longer + 0.05) }
    #expect(try #require(widths.last) > 10 * 14)
  }

  @Test func repeatedTextIsAsLongAsItsParts() throws {
    let one = try width("Warten. ")
    for count in [10, 49, 51, 120, 600, 3000, 20_000] {
      let many = try width(String(repeating: "Warten. ", count: count))
      #expect(abs(many / (one * Double(count)) - 1) < (count < 5000 ? 0.01 : 0.1))
    }
  }

  @Test func spacesCount() throws {
    let space = try width(" ")
    let word = try width("word")
    #expect(space > 0.1 && space < 0.6)
    #expect(abs(try width("   ") - 3 * space) < 0.01)
    #expect(abs(try width("  word") - word - 2 * space) < 0.01)
    #expect(abs(try width("word  ") - word - 2 * space) < 0.01)
    #expect(try width("wo  rd") > width("wo rd"))
  }

  @Test func emptyTextAndLines() throws {
    let spans = ["", "\n", "wide line\nx", "x\n\nwide line", "wide line", "wide line\r\n"].map {
      TextSpan($0, families: ["sans-serif"], size: 10)
    }
    let extents = try Graphviz.shared.measure(spans)
    #expect(extents.map(\.height) == [11, 22, 22, 33, 11, 22])
    #expect(extents.prefix(2).map(\.width) == [0, 0])
    #expect(Set(extents.dropFirst(2).map(\.width)).count == 1)
    #expect(try Graphviz.shared.measure([]).isEmpty)
  }

  @Test func markupIsText() throws {
    #expect(try width("&amp;") > width("&") * 2)
    #expect(try width("<b>x</b>") > width("x") * 4)
    #expect(try width("\\N") > width("\\"))
    #expect(try width("\u{1}") > 0)
  }

  @Test func weightsDiffer() throws {
    let text = "Hamburgefonstiv"
    #expect(try width(text, weight: .bold) != width(text))
    #expect(TextSpan.Weight(rawValue: 640) == .semibold)
    #expect(TextSpan.Weight(rawValue: -3).rawValue == 100)
    #expect(TextSpan.Weight(rawValue: .max).rawValue == 900)
  }

  @Test func presence() throws {
    let graphviz = Graphviz.shared
    #expect(try !graphviz.isPresent(family: "No Such Family At All"))
    #expect(try !graphviz.isPresent(family: ""))
    let families = [
      "No Such Family", "Inter", "DejaVu Sans", "Liberation Sans", "Noto Sans", "Arial",
    ]
    let present = try graphviz.presentFamilies(of: families)
    #expect(!present.contains("No Such Family"))
    if present.isEmpty {
      #expect(try graphviz.widestPresentFamily(of: families) == nil)
      return
    }
    // An installed family comes before those behind it; one that is missing does not.
    let text = "Hamburgefonstiv 0123"
    for family in present {
      #expect(
        try width(text, families: ["No Such Family", family]) == width(text, families: [family]))
    }
    let widest = try #require(try graphviz.widestPresentFamily(of: families))
    for family in present {
      #expect(try width(text, families: [widest]) >= width(text, families: [family]) * 0.98)
    }
  }

  @Test func familyNamesCannotBreakOut() throws {
    for family in [
      "a\"b", "a\\", "\",shape=box,label=\"", "a,b", "x\ny", "", "@wght=900", "Bold 12",
    ] {
      #expect(try width("text", families: [family, "sans-serif"]) > 0)
    }
  }
}
