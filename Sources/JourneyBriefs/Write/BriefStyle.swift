import JourneyDiagrams

/// How a brief looks in a browser and on paper.
enum BriefStyle {
  /// The style sheet.
  ///
  /// - Parameters:
  ///   - theme: The one theme of the page; nil for light, and dark on dark screens.
  ///   - pictures: The pictures of the page, which get dark too.
  /// - Returns: CSS.
  static func text(theme: Theme?, pictures: [Picture]) -> String {
    var style = ":root {\n" + colors(theme ?? .light)
    style += "  --map: \((theme ?? .light).color(.paper).hex);\n"
    style += "  --font: \((theme ?? .light).families.map(family).joined(separator: ", "));\n}\n"
    if theme == nil {
      style += "@media screen and (prefers-color-scheme: dark) {\n:root {\n"
      style += colors(.dark) + "  --map: \(Theme.dark.color(.paper).hex);\n}\n"
      var paints = DarkPaints(.dark)
      for picture in pictures { paints.add(picture) }
      if !pictures.isEmpty { style += paints.rules }
      style += "}\n"
    }
    return style + sheet
  }

  /// The colours of a theme as custom properties.
  private static func colors(_ theme: Theme) -> String {
    let isDark = theme.color(.paper).luminance < theme.color(.ink).luminance
    var style = "  color-scheme: \(isDark ? "dark" : "light");\n"
    for role in ColorRole.allCases {
      style += "  --\(role.name): \(theme.color(role).hex);\n"
    }
    for step in 0...8 {
      let v = Double(step) / 4 - 1
      style += "  --e\(step): \(theme.ramp.color(v).hex);\n"
      style += "  --i\(step): \(theme.ramp.ink(v).hex);\n"
    }
    return style
  }

  /// A font family as CSS: letters and `-` as a word, all else in quotes with escapes.
  private static func family(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 == 45 || (97...122).contains($0 | 32) }) { return name }
    var text = "\""
    for scalar in name.unicodeScalars {
      let isPlain =
        scalar.value == 0x20 || (0x30...0x39).contains(scalar.value)
        || (0x61...0x7A).contains(scalar.value | 0x20) || scalar.value > 0x9F
      text += isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
    }
    return text + "\""
  }

  /// The step of the ramp, 0 (worst) … 8 (best).
  static func step(of feeling: Double) -> Int {
    Int(((min(1, max(-1, feeling)) + 1) * 4).rounded())
  }

  /// The mouth, 0 (worst) … 4 (best).
  static func mouth(of feeling: Double) -> Int {
    Int(((min(1, max(-1, feeling)) + 1) * 2).rounded())
  }

  /// The faces, drawn once and used wherever a feeling stands.
  static let faces: String = {
    var svg = "<svg width=\"0\" height=\"0\" class=\"unseen\" aria-hidden=\"true\">\n"
    for mouth in 0...4 {
      let bend = 5.8 * (Double(mouth) / 2 - 1)
      let corner = 3.8 - 0.35 * bend
      let middle = 3.8 + 0.95 * bend
      svg += "<symbol id=\"face-\(mouth)\" viewBox=\"-12 -12 24 24\">"
      svg += "<circle r=\"11\" class=\"skin\"/>"
      svg += "<circle cx=\"-3.9\" cy=\"-2.8\" r=\"1.6\" class=\"eye\"/>"
      svg += "<circle cx=\"3.9\" cy=\"-2.8\" r=\"1.6\" class=\"eye\"/>"
      let curve = "M-5 \(short(corner))Q0 \(short(middle)) 5 \(short(corner))"
      svg += "<path d=\"\(curve)\" class=\"mouth\"/>"
      svg += "</symbol>\n"
    }
    return svg + "</svg>\n"
  }()

  private static func short(_ value: Double) -> String {
    "\((value * 100).rounded() / 100)"
  }

  private static let ramp = (0...8).map {
    ".e\($0) { --skin: var(--e\($0)); --eye: var(--i\($0)); }\n"
  }.joined()

  private static var sheet: String { screen + ramp + narrow + paper }

  private static let screen = #"""
    *, ::before, ::after { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); font: 100%/1.5 var(--font);
      -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { max-width: 66rem; margin: 0 auto; padding: 0 1.5rem 3rem; }
    h1, h2, h3, p, dl, dd, ul, ol, figure, blockquote { margin: 0; }
    a { color: inherit; text-decoration-color: var(--belief); text-underline-offset: 0.18em; }
    a:hover { text-decoration-color: currentcolor; }
    a:focus-visible, .picture:focus-visible { outline: 0.15rem solid var(--ink); outline-offset: 0.15rem; }
    .unseen { position: absolute; }
    .mast { display: flex; justify-content: space-between; gap: 1rem; padding: 1rem 0;
      color: var(--ink-soft); font-size: 0.875rem; border-bottom: 1px solid var(--line); }
    .mast h1 { font-size: 1em; font-weight: 600; }
    article { padding: 2.5rem 0 3rem; }
    article + article { border-top: 2px solid var(--ink); }
    .kicker { color: var(--ink-soft); font-size: 0.9375rem; }
    .day { display: none; }
    h2 { font-size: 2.375rem; line-height: 1.15; font-weight: 700; letter-spacing: -0.015em;
      overflow-wrap: anywhere; }
    .scope { margin-top: 0.25rem; color: var(--ink-soft); }
    .headline { margin: 1.5rem 0 0; padding-inline-start: 1.125rem; max-width: 50rem;
      border-inline-start: 0.3rem solid var(--ink); font-size: 1.4375rem; line-height: 1.36;
      font-weight: 600; letter-spacing: -0.008em; text-wrap: pretty; overflow-wrap: anywhere; }
    .headline.urgent { border-color: var(--leave); }
    .figures { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 1rem 1.5rem;
      margin-top: 1.75rem; padding-top: 1.125rem; border-top: 1px solid var(--line); }
    .figures div { display: flex; flex-direction: column; }
    .figures dt { order: 2; color: var(--ink-soft); font-size: 0.9375rem; line-height: 1.35; }
    .figures dd { font-size: 2.125rem; line-height: 1.2; font-weight: 700;
      letter-spacing: -0.01em; }
    .figures .bad { color: var(--leave-ink); }
    .sections { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 2.25rem 2.5rem; margin-top: 2.25rem; }
    section { grid-column: 1 / -1; min-width: 0; }
    .short { grid-column: auto; }
    h3 { margin-bottom: 0.75rem; font-size: 1.1875rem; line-height: 1.3; font-weight: 700; }
    section > p, section > ul { max-width: 50rem; }
    section > * + * { margin-top: 0.75rem; }
    h3 + * { margin-top: 0; }
    ul { padding-inline-start: 1.1rem; }
    li + li { margin-top: 0.35rem; }
    li::marker { color: var(--ink-soft); }
    .note, caption { color: var(--ink-soft); font-size: 0.875rem; line-height: 1.4; }
    p, li, figcaption { overflow-wrap: break-word; }
    td, th { overflow-wrap: anywhere; }
    tbody th { min-width: 8.5rem; }
    td:not(.n) { min-width: 7.4rem; }
    thead th { overflow-wrap: normal; }
    .asks { list-style: none; padding: 0; counter-reset: ask; display: grid; gap: 0.625rem; }
    .asks li { counter-increment: ask; display: grid; margin: 0; padding: 0.8rem 1rem 0.85rem 3.1rem;
      grid-template-columns: minmax(0, 1fr) auto; gap: 0.1rem 1.25rem; position: relative;
      border-radius: 0.6rem; background: var(--band); }
    .asks li::before { content: counter(ask); position: absolute; top: 0.85rem; inset-inline-start: 1rem;
      width: 1.45rem; height: 1.45rem; border-radius: 50%; background: var(--badge);
      color: var(--on-badge); font-size: 0.8125rem; line-height: 1.45rem; text-align: center;
      font-weight: 700; }
    .asks .what { font-weight: 650; font-size: 1.0625rem; line-height: 1.4; }
    .asks .by { text-align: end; color: var(--ink-soft); max-width: 14rem;
      font-variant-numeric: tabular-nums; }
    .asks .overdue .by { color: var(--leave-ink); font-weight: 650; }
    .asks .why { grid-column: 1; color: var(--ink-soft); font-size: 0.9375rem; line-height: 1.42; }
    .quotes { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem 2rem; }
    .quote blockquote { font-size: 1.0625rem; font-style: italic; line-height: 1.45;
      text-align: left; }
    .quote blockquote p::before { content: "“"; }
    .quote blockquote p::after { content: "”"; }
    .quote figcaption { margin-top: 0.15rem; font-size: 0.875rem; color: var(--ink-soft); }
    table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.4; }
    caption { padding-bottom: 0.4rem; text-align: start; }
    th, td { padding: 0.5rem 0 0.5rem 1.1rem; text-align: start; vertical-align: top; font-weight: 400; }
    th:first-child, td:first-child { padding-inline-start: 0; }
    thead th { padding-block: 0.3rem; color: var(--ink-soft); font-size: 0.875rem; vertical-align: bottom;
      border-bottom: 1.5px solid var(--axis); }
    tbody tr + tr > * { border-top: 1px solid var(--line); }
    tbody th { font-weight: 600; }
    tfoot > tr > * { border-top: 1.5px solid var(--axis); font-weight: 600; }
    .n { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
    small { display: block; color: var(--ink-soft); font-size: 0.8125rem; font-weight: 400;
      line-height: 1.38; }
    .n small { white-space: nowrap; }
    .face { width: 1.3em; height: 1.3em; vertical-align: -0.28em; margin-inline-end: 0.4em; }
    .skin { fill: var(--fill, var(--skin)); stroke: var(--edge, none); stroke-width: 2; }
    .eye { fill: var(--eye); }
    .mouth { fill: none; stroke: var(--eye); stroke-width: 1.8; stroke-linecap: round; }
    svg.assumed { --fill: var(--paper); --edge: var(--skin); --eye: var(--skin); }
    figure .picture { overflow-x: auto; border: 1px solid var(--line); border-radius: 0.6rem;
      background: var(--map); }
    .picture svg { display: block; width: 100%; min-width: 46rem; height: auto; }
    figcaption { color: var(--ink-soft); font-size: 0.875rem; margin-top: 0.4rem; }

    """#

  private static let narrow = #"""
    @media screen and (max-width: 44rem) {
      body { padding: 0 1rem 2rem; }
      h2 { font-size: 1.875rem; }
      .headline { font-size: 1.1875rem; padding-inline-start: 0.8rem; }
      .short { grid-column: 1 / -1; }
      .figures, .quotes { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      .quotes { grid-template-columns: minmax(0, 1fr); }
      .asks li { grid-template-columns: minmax(0, 1fr); padding-inline-start: 2.9rem; }
      .asks .by { text-align: start; max-width: none; }
      table, tbody, tfoot, caption { display: block; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      tr { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.25rem 1rem;
        padding: 0.7rem 0; border-top: 1px solid var(--line); }
      tbody tr + tr > *, tfoot > tr > * { border: 0; }
      tr > * { padding: 0; }
      tr > th { grid-column: 1 / -1; font-size: 1rem; }
      td::before { content: attr(data-label); display: block; color: var(--ink-soft);
        font-size: 0.8125rem; line-height: 1.3; }
      .n { text-align: start; white-space: normal; }
    }

    """#

  private static let paper = #"""
    @page { margin: 9mm 13mm 11mm; }
    /* A box of our own keeps the browser's date and title off the page. */
    @page { @top-left { content: " "; } }
    @page { @bottom-right { content: counter(page); font: 7.5pt sans-serif; color: #3b3b3b; } }
    @media print {
      html { font-size: 8.1pt; line-height: 1.32; }
      body { max-width: none; padding: 0; }
      .mast { display: none; }
      .close { font-size: 7.5pt; }
      .close .sections { gap: 1.4mm 7mm; margin-top: 1.5mm; }
      .close .headline { font-size: 10.5pt; margin-top: 1mm; }
      .close .figures { margin-top: 1.4mm; padding-top: 1mm; }
      .close h2 { font-size: 14pt; }
      .close h3 { font-size: 9pt; margin-bottom: 0.4mm; }
      .close .asks { gap: 0.8mm; }
      .close td, .close th { padding-block: 0.4mm; }
      article { padding: 0; }
      article + article { break-before: page; border: 0; }
      .kicker { display: flex; justify-content: space-between; font-size: 1em; line-height: 1.2; }
      .day { display: inline; }
      h2 { font-size: 16pt; line-height: 1.12; }
      .scope { margin-top: 0; }
      .headline { font-size: 11pt; line-height: 1.28; margin-top: 1.6mm; max-width: none; }
      .figures { margin-top: 2mm; padding-top: 1.3mm; gap: 1mm 5mm; }
      .figures div { flex-direction: row; align-items: baseline; gap: 1.4mm; }
      .figures dd { order: 1; font-size: 13pt; line-height: 1.1; white-space: nowrap; }
      .figures dt { font-size: 0.95em; line-height: 1.2; }
      .sections { gap: 2.4mm 7mm; margin-top: 2.6mm; }
      .short { break-inside: avoid; }
      section > p, section > ul { max-width: none; }
      section > * + * { margin-top: 1.2mm; }
      h3 { font-size: 9.6pt; line-height: 1.2; margin-bottom: 0.8mm; break-after: avoid; }
      h3 + * { margin-top: 0; }
      li + li { margin-top: 0.4mm; }
      .note, caption, figcaption, .quote figcaption { font-size: 0.88em; line-height: 1.28; }
      small { font-size: 0.88em; line-height: 1.26; }
      caption { padding-bottom: 0.4mm; }
      .asks { gap: 1.2mm; }
      .asks li { padding: 1.1mm 2.5mm 1.2mm 8mm; gap: 0 4mm; border: 1px solid var(--line); }
      .asks li::before { top: 1.1mm; inset-inline-start: 2.2mm; print-color-adjust: exact;
        -webkit-print-color-adjust: exact; }
      .asks .what { font-size: 1.04em; line-height: 1.3; }
      .asks .by { max-width: 60mm; }
      .asks .why { font-size: 0.94em; line-height: 1.28; }
      .quotes { gap: 0.8mm 7mm; }
      .quote blockquote { font-size: 1.04em; line-height: 1.28; }
      .quote figcaption { margin-top: 0; }
      table { font-size: 1em; line-height: 1.26; }
      thead th { font-size: 0.92em; padding-block: 0.4mm; }
      th, td { padding: 0.55mm 0 0.55mm 2.6mm; }
      td:not(.n) { min-width: 10.2rem; }
      tbody tr:first-child:not(:last-child) { break-after: avoid; }
      tbody tr:last-child:not(:first-child) { break-before: avoid; }
      .face, .picture svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      tr, .asks li, figure, .quote, .figures { break-inside: avoid; }
      caption, thead { break-after: avoid; }
      .picture svg { min-width: 0; }
      .picture.high svg { max-height: 120mm; }
      figure .picture { overflow: visible; border: 0; border-radius: 0; }
      figcaption { margin-top: 0.5mm; }
      a { text-decoration: none; }
    }

    """#
}
