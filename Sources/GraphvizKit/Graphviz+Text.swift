extension Graphviz {
  /// Measures texts with the fonts they would be drawn with.
  ///
  /// All texts go through the library in one graph: each line becomes a node as large as its label,
  /// at the size of 1,000, where the library's rounding does not show; the widths are then scaled.
  /// They agree with those of a browser to a few parts in ten thousand, as long as every character
  /// is in the font. A library built without Pango estimates.
  ///
  /// ### Performance
  ///
  /// Some 0.02 ms for each different line; equal lines in equal fonts are measured once.
  ///
  /// - Parameter spans: the texts.
  /// - Returns: their extents, in the same order.
  /// - Throws: a ``GraphvizError`` if the library fails; a font that is missing is no error.
  public func measure(_ spans: [TextSpan]) throws(GraphvizError) -> [TextExtent] {
    var ruler = TextRuler()
    let lines = spans.map { span in ruler.add(span) }
    let sizes = try ruler.measured { dot throws(GraphvizError) in
      try self.render(dot, engine: .nop, format: .plain)
    }
    return zip(spans, lines).map { span, lines in
      let width = lines.reduce(0) { max($0, sizes[$1]) }
      return TextExtent(
        width: width * span.size, height: Double(lines.count) * TextRuler.lineHeight * span.size)
    }
  }

  /// Whether a font family is installed, so that texts in it are drawn in it.
  ///
  /// - Parameter family: the family's name.
  /// - Returns: as ``presentFamilies(of:)`` decides.
  /// - Throws: a ``GraphvizError`` if the library fails.
  public func isPresent(family: String) throws(GraphvizError) -> Bool {
    try !presentFamilies(of: [family]).isEmpty
  }

  /// Those of some font families that are installed.
  ///
  /// A family counts if a test text in it is as wide as in no family the system falls back to; one
  /// that the system replaces by a font of the same widths (Arial by Liberation Sans) counts too,
  /// as it does for browsers. On a system with one single font, none counts.
  ///
  /// - Parameter families: the families' names.
  /// - Returns: those that are installed, in the same order.
  /// - Throws: a ``GraphvizError`` if the library fails.
  public func presentFamilies(of families: [String]) throws(GraphvizError) -> [String] {
    let generics = ["monospace", "serif", "sans-serif"]
    let fallbacks = generics.map { [$0] } + [[FontProbe.absent]]
    let asked = families.flatMap { family in
      [[family]] + generics.prefix(2).map { [family, $0] }
    }
    let widths = try measure((fallbacks + asked).map(FontProbe.span)).map(\.width)
    return families.enumerated().compactMap { index, family in
      let alone = widths[fallbacks.count + index * 3]
      // In front of two generic families that differ: does the text change?
      let isInstalled = (0..<2).contains { generic in
        widths[fallbacks.count + index * 3 + 1 + generic] != widths[generic]
      }
      let isReplaced = !widths.prefix(fallbacks.count).contains(alone)
      return isInstalled || isReplaced ? family : nil
    }
  }

  /// The widest installed font family of a stack.
  ///
  /// A picture may be looked at where another font of its stack is installed; text that fits in the
  /// widest fits in all.
  ///
  /// - Parameters:
  ///   - families: font families in order of preference.
  ///   - weight: the weight to compare them in.
  /// - Returns: the family in which a test text is widest, or nil if none is installed.
  /// - Throws: a ``GraphvizError`` if the library fails.
  public func widestPresentFamily(
    of families: [String], weight: TextSpan.Weight = .regular
  ) throws(GraphvizError) -> String? {
    let present = try presentFamilies(of: families)
    let widths = try measure(
      present.map { family in
        var span = FontProbe.span([family])
        span.weight = weight
        return span
      })
    // The first of equals, so that the answer does not depend on a sort.
    var widest: (family: String, width: Double)?
    for (family, extent) in zip(present, widths) where extent.width > widest?.width ?? 0 {
      widest = (family, extent.width)
    }
    return widest?.family
  }
}

/// What tells fonts apart by their widths.
private enum FontProbe {
  /// A name no font has.
  static let absent = "No Such Family 5b1e"

  static func span(_ families: [String]) -> TextSpan {
    TextSpan("Hamburgefonstiv MWQ @ illj 0123456789 &.,:;", families: families, size: 1)
  }
}
