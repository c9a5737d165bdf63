public import ArgumentParser
public import JourneyExport

/// How pictures become PNG and PDF, and what becomes of their text.
struct ExportArguments: ParsableArguments {
  /// What text is written as.
  enum TextForm: String, ExpressibleByArgument, CaseIterable {
    case text
    case outlines
  }

  @Option(
    help: ArgumentHelp(
      "png, pdf: a factor on the natural size, which is 96 px to the inch.", valueName: "factor"))
  var scale: Double?

  @Option(help: ArgumentHelp("png: how many pixels wide.", valueName: "px"))
  var width: Int?

  @Option(
    help: ArgumentHelp(
      "png: pixels to the inch on paper; without --scale or --width the natural size has as many.",
      valueName: "number"))
  var dpi: Double?

  @Option(
    help: ArgumentHelp("pdf: the paper that the picture is fitted on.", valueName: "paper"))
  var paper: PaperSize?

  @Flag(help: "pdf: how the paper lies; as suits the picture unless given.")
  var orientation: PaperOrientation?

  @Option(
    help: ArgumentHelp(
      "pdf: the white edge of the paper, such as 10mm, 1cm or 0.5in; 10mm unless given.",
      valueName: "length"))
  var margin: Millimetres?

  @Option(
    help: ArgumentHelp(
      "pdf: a poster on several sheets of this paper, as large as --paper or --scale says.",
      valueName: "paper"))
  var tile: PaperSize?

  @Option(help: "svg, png, pdf: text, or outlines, which look the same where fonts are missing.")
  var text = TextForm.text

  /// Refuses values that nothing can be made of.
  func validate() throws {
    if let scale, !(scale > 0 && scale.isFinite) {
      throw ValidationError("--scale is a number above 0, such as 2")
    }
    if let width, width < 1 { throw ValidationError("--width is 1 or more pixels") }
    if let dpi, !(dpi >= 1 && dpi.isFinite) {
      throw ValidationError("--dpi is 1 or more, such as 300")
    }
    if scale != nil, width != nil {
      throw ValidationError("--scale and --width both set the size; leave one out")
    }
    if scale != nil, paper != nil {
      throw ValidationError("--scale and --paper both set the size; leave one out")
    }
    if paper == nil, tile == nil {
      if orientation != nil {
        throw ValidationError("--portrait and --landscape need --paper or --tile")
      }
      if margin != nil { throw ValidationError("--margin needs --paper or --tile") }
    }
  }

  /// Refuses what does not go with a format.
  func validate(for format: PictureFormat) throws {
    let given: [(name: String, isGiven: Bool, formats: [PictureFormat])] = [
      ("--scale", scale != nil, [.png, .pdf]), ("--width", width != nil, [.png]),
      ("--dpi", dpi != nil, [.png]), ("--paper", paper != nil, [.pdf]),
      ("--tile", tile != nil, [.pdf]),
      ("--text outlines", text == .outlines, [.svg, .png, .pdf]),
    ]
    for option in given where option.isGiven && !option.formats.contains(format) {
      let formats = option.formats.map(\.rawValue).joined(separator: " or ")
      throw ValidationError(
        "\(option.name) goes with \(formats), and this draws \(format.rawValue); "
          + "say --format \(option.formats[0].rawValue) or leave it out")
    }
  }

  /// What the options come to.
  var export: PictureExport {
    PictureExport(
      png: PNGWriter(size: scale.map { .scale($0) } ?? width.map { .width($0) }, dpi: dpi),
      pdf: PDFWriter(paging), outlinesText: text == .outlines)
  }

  private var paging: PDFPaging {
    let margin = margin?.value ?? 10
    let orientation = orientation ?? .automatic
    if let tile {
      let poster = paper.map { PosterTiling.Poster.paper($0) } ?? .scale(scale ?? 1)
      return .tiles(
        PosterTiling(sheet: tile, orientation: orientation, poster: poster, margin: margin))
    }
    if let paper { return .paper(paper, orientation: orientation, margin: margin) }
    return .natural(scale: scale ?? 1)
  }
}

/// A length on paper; the command line says it in mm, cm, in or pt, mm unless it says.
struct Millimetres: ExpressibleByArgument {
  var value: Double

  init?(argument: String) {
    let units = [("mm", 1), ("cm", 10), ("in", 25.4), ("pt", 25.4 / 72), ("", 1)]
    for (unit, factor) in units where argument.hasSuffix(unit) {
      guard let number = Double(argument.dropLast(unit.count)), number >= 0, number.isFinite else {
        return nil
      }
      value = number * factor
      return
    }
    return nil
  }
}

extension PaperSize: ExpressibleByArgument {
  /// Finds the paper that the command line names.
  public init?(argument: String) {
    guard let paper = PaperSize.named(argument) else { return nil }
    self = paper
  }

  /// The names that completions and messages offer.
  public static var allValueStrings: [String] { all.map(\.name) }
  /// What a shell offers.
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

extension PaperOrientation: EnumerableFlag {
  /// The flags that the command line knows; without either it is automatic.
  public static var allCases: [PaperOrientation] { [.portrait, .landscape] }
}
