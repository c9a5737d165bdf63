extension Words {
  /// Every language there is; a new one is a line here and a file in `Languages`.
  package static let languages: [Words] = [
    .english, .german, .french, .spanish, .japanese, .arabic,
  ]

  /// The words for a language; English where nobody has translated them yet.
  ///
  /// The region of a tag decides on marks and digits: `de-CH` groups with ’, `es-MX` has a decimal
  /// point, `ar-EG` Arabic-Indic digits, which `-u-nu-arab` and `-u-nu-latn` choose outright.
  ///
  /// - Parameter language: A BCP 47 tag such as `de-AT`; nil for English.
  /// - Returns: The words of the closest language there is.
  public static func inLanguage(_ language: String?) -> Words {
    let parts = (language ?? "en").lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
    guard var words = languages.first(where: { $0.language == parts.first }) else {
      return .english
    }
    let region = parts.dropFirst().prefix { $0.utf8.count > 1 }.first { part in
      part.utf8.count == 2 || (part.utf8.count == 3 && part.allSatisfy(\.isNumber))
    }
    words.adapt(to: region ?? "", digits: Self.digits(in: parts))
    return words
  }

  /// What `-u-nu-…` asks for.
  private static func digits(in parts: [String]) -> String? {
    guard let key = parts.firstIndex(of: "nu"), parts[..<key].contains("u"),
      key + 1 < parts.count
    else { return nil }
    return parts[key + 1]
  }

  /// Changes what is written otherwise in a region, after CLDR.
  private mutating func adapt(to region: String, digits: String?) {
    switch language {
    case "de":
      if ["ch", "li"].contains(region) {
        numbers.decimalMark = "."
        numbers.groupMark = "’"
        numbers.percentForm = "{}%"
        quoted = "«{}»"
        quotedInside = "‹{}›"
      } else if region == "at" {
        numbers.groupMark = "\u{A0}"
      }
    case "es":
      // From Mexico to Panama, in Peru and with Spanish in the United States.
      let points = [
        "mx", "us", "gt", "hn", "sv", "ni", "pa", "do", "pr", "pe", "cu", "bz", "419",
      ]
      if points.contains(region) {
        numbers.decimalMark = "."
        numbers.groupMark = ","
        numbers.leastGrouped = 1000
      }
    case "ar":
      // The Maghreb and the Emirates write Western digits; so does Arabic for no place in particular,
      // since those are read everywhere.
      let western = ["", "ae", "dz", "eh", "ly", "ma", "tn", "001"]
      if digits == "arab" || (digits != "latn" && !western.contains(region)) {
        numbers.zero = "\u{660}"
        numbers.decimalMark = "\u{66B}"
        numbers.groupMark = "\u{66C}"
        numbers.percentForm = "{}\u{66A}"
        // Before these digits the sign stands at the right, where reading begins.
        numbers.beforeSign = "\u{61C}"
      } else if ["dz", "eh", "ly", "ma", "tn"].contains(region) {
        numbers.decimalMark = ","
        numbers.groupMark = "."
      }
    default: break
    }
  }
}
