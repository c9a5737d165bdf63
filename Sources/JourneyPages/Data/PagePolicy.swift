import TextSupport

/// What a browser lets a page do: run and style itself with its own text, and nothing else.
///
/// Script and style are named by their hash, so that nothing a document says could ever run, even
/// if it became markup; a file connects to nothing, a live page only to where it came from.
/// Trusted types make browsers that know them refuse every way from text to markup.
enum PagePolicy {
  /// The policy as the value of a `Content-Security-Policy`.
  static func text(script: [UInt8], styles: [[UInt8]], mode: PageWriter.Mode) -> String {
    let connect = mode == .live ? "'self'" : "'none'"
    return [
      "default-src 'none'", "script-src \(hash(script))",
      "style-src \(styles.map(hash).joined(separator: " "))", "img-src data:",
      "connect-src \(connect)", "base-uri 'none'", "form-action 'none'",
      "require-trusted-types-for 'script'", "trusted-types 'none'",
    ].joined(separator: "; ")
  }

  private static func hash(_ bytes: [UInt8]) -> String {
    "'sha256-\(Base64.text(of: SHA256.digest(bytes)))'"
  }
}
