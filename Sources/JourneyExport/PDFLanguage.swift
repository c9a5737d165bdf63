/// Adds a document's language to a PDF, and that viewers show its title.
///
/// cairo has no call for either. So the file goes on after its end, as the format allows: a new
/// version of its root object, a table that says where that one stands, and the way back to the
/// table before. Nothing that cairo wrote is changed.
struct PDFLanguage {
  private let language: String?

  /// The language as a BCP 47 tag; what is none is left out.
  init(_ language: String?) {
    self.language = language.flatMap { tag in
      let isTag = tag.utf8.allSatisfy {
        switch $0 {
        case 48...57, 65...90, 97...122, 45: true
        default: false
        }
      }
      return isTag && !tag.isEmpty ? tag : nil
    }
  }

  /// The file with the addition.
  func added(to file: [UInt8]) throws(ExportError) -> [UInt8] {
    guard let tail = PDFTail(file) else {
      throw ExportError(.unreadableAnswer, "its end has no table of objects")
    }
    var catalog = tail.catalog
    if let language, !catalog.contains("/Lang") { catalog += " /Lang (\(language))" }
    if !catalog.contains("/ViewerPreferences") {
      catalog += " /ViewerPreferences << /DisplayDocTitle true >>"
    }
    var result = file
    if result.last != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
    let offset = result.count
    result += "\(tail.root) 0 obj\n<<\(catalog) >>\nendobj\n".utf8
    let table = result.count
    // Every line of the table has 20 bytes, the blank before the line break included.
    result += "xref\n0 1\n0000000000 65535 f \n\(tail.root) 1\n".utf8
    result += "\(Self.padded(offset)) 00000 n \n".utf8
    result += "trailer\n<<\(tail.trailer) /Prev \(tail.table) >>\n".utf8
    result += "startxref\n\(table)\n%%EOF\n".utf8
    return result
  }

  private static func padded(_ offset: Int) -> String {
    let digits = String(offset)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }
}
