/// Names of roles as CSS and dumps write them.
enum RoleName {
  /// A name such as `inkSoft` as `ink-soft`.
  static func kebab(_ name: String) -> String {
    var result = ""
    for character in name {
      if character.isUppercase { result += "-" }
      result += character.lowercased()
    }
    return result
  }
}
