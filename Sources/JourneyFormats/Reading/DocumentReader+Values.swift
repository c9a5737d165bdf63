import JourneyModel

extension DocumentReader {
  /// Text; numbers and truth values without quotes are text as they are written.
  func text(_ node: DocumentNode) -> String? {
    guard case .scalar(let text, let style) = node.content else {
      reportKind(node, wanted: "text", fix: "write the text, without brackets around it")
      return nil
    }
    if style == .plain, PlainScalar.isNull(text) {
      reportKind(node, wanted: "text", fix: "write the text, or '\"\(text)\"' if that is the text")
      return nil
    }
    return text
  }

  /// Who answers for something; nobody where the text names nobody, as `""` or `"-"`.
  func owner(_ node: DocumentNode) -> String? {
    text(node).flatMap { PersonName($0) == nil ? nil : $0 }
  }

  /// A list of texts; one text alone is a list of one.
  func texts(_ node: DocumentNode) -> [String] {
    guard case .list(let list) = node.content else {
      return text(node).map { [$0] } ?? []
    }
    var texts: [String] = []
    texts.reserveCapacity(list.count)
    items(list) { item in
      if let text = text(item) { texts.append(text) }
    }
    return texts
  }

  /// A finite number.
  func number(_ node: DocumentNode, wanted: String = "a number", example: String = "15") -> Double?
  {
    guard case .scalar(let text, let style) = node.content else {
      reportKind(node, wanted: wanted, fix: numberFix("", wanted, example))
      return nil
    }
    guard let number = PlainScalar.number(text) else {
      reportKind(node, wanted: wanted, fix: numberFix(text, wanted, example))
      return nil
    }
    guard style == .plain else {
      report(
        "quoted-number", "text where \(subject) takes \(wanted): the quotes make it text",
        fix: "remove the quotes: \(text)", at: node)
      return nil
    }
    guard number.isFinite else {
      report(
        "not-finite", "\(text) is not a number that can be computed with",
        fix: "remove the key when it is unknown", at: node)
      return nil
    }
    return number
  }

  private func numberFix(_ text: String, _ wanted: String, _ example: String) -> String {
    if let number = Hints.number(text) { return "write \(number)" }
    return wanted == "a score" ? "write \(scoreExample)" : "write \(wanted), such as \(example)"
  }

  private static func written(_ node: DocumentNode) -> String {
    if case .scalar(let text, _) = node.content { shortened(text) } else { described(node) }
  }

  /// A whole number; whether it may be negative is decided later.
  func count(_ node: DocumentNode) -> Int? {
    guard let number = number(node, wanted: "a whole number") else { return nil }
    guard let count = Int(exactly: number), number.magnitude < 1e15 else {
      if number.magnitude >= 1e15 {
        report(
          "not-whole", "\(Self.written(node)) is too large to be counted",
          fix: "write a smaller number", at: node)
      } else {
        report(
          "not-whole", "\(number.plainText) where \(subject) takes a whole number",
          fix: "write a whole number, such as \(number.rounded().plainText)", at: node)
      }
      return nil
    }
    return count
  }

  /// `true` or `false`.
  func bool(_ node: DocumentNode) -> Bool? {
    if case .scalar(let text, let style) = node.content {
      if style == .plain, let bool = PlainScalar.bool(text) { return bool }
      let meant: Bool? =
        switch text.lowercased() {
        case "yes", "on", "y", "true", "1": true
        case "no", "off", "n", "false", "0": false
        default: nil
        }
      reportKind(
        node, wanted: "true or false",
        fix: meant.map { "write \($0)" + (PlainScalar.bool(text) == nil ? "" : " without quotes") }
          ?? "write true or false")
      return nil
    }
    reportKind(node, wanted: "true or false", fix: "write true or false")
    return nil
  }

  /// A day.
  func date(_ node: DocumentNode) -> CalendarDate? {
    guard case .scalar(let text, _) = node.content else {
      reportKind(node, wanted: "a date", fix: "write a date such as 2026-05-10")
      return nil
    }
    if let date = CalendarDate(text) { return date }
    let hint = Hints.date(text)
    report(
      "bad-date",
      hint.isMissing
        ? "there is no day \(text)" : "'\(Self.shortened(text))' where \(subject) takes a date",
      fix: hint.fix, at: node)
    return nil
  }

  /// A length of time.
  func timeSpan(_ node: DocumentNode) -> TimeSpan? {
    guard case .scalar(let text, _) = node.content else {
      reportKind(node, wanted: "a length of time", fix: "write one such as 4m, 1.5h or 5d")
      return nil
    }
    if let span = TimeSpan(text) { return span }
    report(
      "bad-time", "'\(Self.shortened(text))' where \(subject) takes a length of time",
      fix: Hints.time(text), at: node)
    return nil
  }

  /// A share such as `82%`.
  func share(_ node: DocumentNode) -> Share? {
    guard case .scalar(let text, _) = node.content else {
      reportKind(node, wanted: "a share", fix: "write one such as 82%")
      return nil
    }
    if let share = Share(percentage: text) { return share }
    report(
      "bad-share", "'\(Self.shortened(text))' where \(subject) takes a share",
      fix: Self.shareFix(text), at: node)
    return nil
  }

  static func shareFix(_ text: String) -> String {
    if let number = PlainScalar.number(text), number.isFinite, number >= 0 {
      if number <= 1, let share = Share(fraction: number) { return "write \(share)" }
      return "write \(text)%"
    }
    return "write a share such as 82%"
  }

  /// One of a few words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: DocumentNode, _ choices: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    let known = Choice.allCases.map(\.rawValue)
    let list = known.joined(separator: ", ")
    guard case .scalar(let text, _) = node.content else {
      reportKind(node, wanted: "one word", fix: "write one of \(list)")
      return nil
    }
    if let choice = Choice(rawValue: text) { return choice }
    let near = names.nearest(to: text, among: known)
    report(
      "unknown-word", "'\(Self.shortened(text))' is not a known \(subject)",
      fix: near.map { "write '\($0)'" } ?? "write one of \(list)", at: node)
    return nil
  }

  /// Anything at all, for an `x-` key.
  func documentValue(_ node: DocumentNode) -> DocumentValue {
    switch node.content {
    case .scalar(let text, .plain):
      if PlainScalar.isNull(text) { return .null }
      if let bool = PlainScalar.bool(text) { return .bool(bool) }
      if let number = PlainScalar.number(text) {
        guard number.isFinite else {
          report(
            "not-finite", "\(text) is not a number that can be kept", fix: "put it in quotes",
            at: node
          )
          return .null
        }
        return .number(number)
      }
      return .text(text)
    case .scalar(let text, _):
      return .text(text)
    case .list(let list):
      var values: [DocumentValue] = []
      items(list) { values.append(documentValue($0)) }
      return .list(values)
    case .mapping(let mapping):
      var entries: [DocumentValue.Entry] = []
      for entry in mapping.entries {
        descending(.key(entry.key)) {
          if entry.isDuplicate { reportDuplicate(entry, in: mapping) }
          let value = documentValue(entry.value)
          if !entry.isDuplicate { entries.append(DocumentValue.Entry(entry.key, value)) }
        }
      }
      return .mapping(entries)
    }
  }
}
