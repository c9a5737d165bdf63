/// The names of months, as programs write them into dates for people.
enum MonthName {
  /// The month of a name.
  ///
  /// - Parameter name: Its letters as UTF-8, whatever their case; whole or short, without a point.
  /// - Returns: Its number from 1; nil where it is none.
  static func month(_ name: UnsafeRawBufferPointer) -> Int? {
    guard name.count >= 3, name.count <= longest else { return nil }
    return months[String(decoding: name, as: UTF8.self).lowercased()]
  }

  /// Whether a word is an English day of the week, whole or short.
  static func isWeekday(_ name: UnsafeRawBufferPointer) -> Bool {
    guard name.count >= 3, name.count <= longest else { return false }
    let word = String(decoding: name, as: UTF8.self).lowercased()
    return weekdays.contains { $0 == word || $0.prefix(3) == word }
  }

  private static let longest = 12

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Names in English, German, French, Spanish, Italian, Portuguese and Dutch.
  ///
  /// No short name is that of another month in another language.
  private static let names = [
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari",
    "february feb februar feber février fevrier févr fevr fév febrero febbraio fevereiro fev februari",
    "march mar mär märz maerz mrz mars marzo março marco mrt maart",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août aout agosto ago augustus",
    "september sep sept septembre septiembre settembre set setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro",
  ]

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for (at, names) in names.enumerated() {
      for name in names.split(separator: " ") { months[String(name)] = at + 1 }
    }
    return months
  }()
}
