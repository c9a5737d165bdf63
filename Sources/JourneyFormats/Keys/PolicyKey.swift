/// The keys of `policy` in a journey document.
///
/// In the order in which they are written.
enum PolicyKey: String, DocumentKey {
  case rules
  case guardians
  case waivers

  static let level = "a policy"
  static let table = keyTable()
  static let example = "{rules: [hotspots-owned]}"
}

/// The keys of a policy file.
///
/// In the order in which they are written.
enum PolicyFileKey: String, DocumentKey {
  case schema = "$schema"
  case format
  case rules
  case guardians
  case waivers

  static let level = "a policy"
  static let table = keyTable()
  static let example = "'rules:' and the rules below it"

  /// The part of a policy that it holds; nil for what only files say.
  var part: PolicyKey? { PolicyKey(rawValue: rawValue) }
}
