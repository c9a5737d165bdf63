/// What keeps a part from being changed; ``DocumentEditor`` says where.
struct EditObstacle: Error {
  /// What is in the way.
  var summary: String
  /// How to mend it.
  var fix: String?
  /// The byte it is about.
  var offset: Int?

  /// An anchor, which would change other places too.
  static func anchor(_ offset: Int) -> EditObstacle {
    EditObstacle(
      summary: "this part has an anchor ('&'), by which other places repeat it",
      fix: "write it out where it is repeated, and remove the anchor", offset: offset)
  }

  /// An alias, or something else that is only kept.
  static func fixed(_ offset: Int, isAlias: Bool) -> EditObstacle {
    isAlias
      ? EditObstacle(
        summary: "this part is an alias ('*'), which repeats another", fix: "write it out here",
        offset: offset)
      : EditObstacle(
        summary: "a pair without braces within brackets", fix: "put '{' and '}' around it",
        offset: offset)
  }

  /// A merge key.
  static func mergeKey(_ offset: Int?) -> EditObstacle {
    EditObstacle(
      summary: "'<<' takes keys over from another part", fix: "write the keys out here",
      offset: offset)
  }

  /// A key that is given twice.
  static func duplicate(_ key: String, _ offset: Int?) -> EditObstacle {
    EditObstacle(
      summary: "'\(DocumentReader.shortened(key))' is given twice", fix: "keep one of the two",
      offset: offset)
  }

  /// A step that leads nowhere.
  static func nothing(at step: String, _ offset: Int?) -> EditObstacle {
    EditObstacle(summary: "there is no \(step) here", fix: nil, offset: offset)
  }
}
