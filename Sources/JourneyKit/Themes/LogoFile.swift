import JourneyDiagrams

/// What is known of a logo from its bytes.
struct LogoFile {
  /// Why a file is no logo.
  struct Problem: Error {
    var reason: String
    var fix: String
  }

  /// What the bytes are.
  var format: Image.Format
  /// The width by the height.
  var aspect: Double

  /// The largest file: every picture carries a copy.
  static let mostBytes = 512 << 10

  /// Looks at a file by its bytes, whatever it is called.
  static func read(_ bytes: [UInt8]) -> Result<LogoFile, Problem> {
    guard bytes.count <= mostBytes else {
      return .failure(
        Problem(
          reason: "it has \(bytes.count >> 10) KiB, and every picture would carry them",
          fix: "take a file of at most \(mostBytes >> 10) KiB"))
    }
    if bytes.starts(with: pngSignature) { return png(bytes) }
    return SVGLogo.aspect(of: bytes).map { LogoFile(format: .svg, aspect: $0) }
  }

  private static let pngSignature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

  /// The first chunk of a PNG file is its header: width and height in four bytes each.
  private static func png(_ bytes: [UInt8]) -> Result<LogoFile, Problem> {
    func number(at offset: Int) -> Int {
      bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    guard bytes.count >= 33, Array(bytes[12..<16]) == Array("IHDR".utf8),
      bytes.suffix(8).starts(with: Array("IEND".utf8))
    else {
      return .failure(
        Problem(reason: "the PNG file is cut off or damaged", fix: "export the logo again"))
    }
    let (width, height) = (number(at: 16), number(at: 20))
    guard (1...16_384).contains(width), (1...16_384).contains(height) else {
      return .failure(
        Problem(
          reason: "the PNG file says it is \(width) by \(height) px",
          fix: "take one of at most 16384 px a side"))
    }
    return .success(LogoFile(format: .png, aspect: Double(width) / Double(height)))
  }
}
