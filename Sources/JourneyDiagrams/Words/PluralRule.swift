extension Words {
  /// Which form of a word goes with a number, by the names of CLDR.
  package enum PluralForm: String, Hashable, Sendable, CaseIterable {
    case zero, one, two, few, many, other
  }

  /// How a language chooses among its forms: CLDR's cardinal rules, for numbers as they are written
  /// in digits.
  package enum PluralRule: String, Hashable, Sendable, CaseIterable {
    /// English, German, Spanish: one thing, and several.
    case one
    /// French: none and one, and several; 1.5 is still one.
    case zeroAndOne
    /// Japanese: no forms.
    case none
    /// Arabic: none, one, two, three to ten, eleven to ninety-nine, hundreds.
    case arabic

    /// The forms that the rule chooses from.
    package var forms: [PluralForm] {
      switch self {
      case .one, .zeroAndOne: [.one, .other]
      case .none: [.other]
      case .arabic: PluralForm.allCases
      }
    }

    /// The form for a number.
    package func form(for number: Double) -> PluralForm {
      switch self {
      case .one: return number == 1 ? .one : .other
      case .zeroAndOne: return number >= 0 && number < 2 ? .one : .other
      case .none: return .other
      case .arabic:
        guard number == number.rounded(), number >= 0, number < 1e15 else { return .other }
        switch (Int(number), Int(number) % 100) {
        case (0, _): return .zero
        case (1, _): return .one
        case (2, _): return .two
        case (_, 3...10): return .few
        case (_, 11...99): return .many
        default: return .other
        }
      }
    }
  }

  /// A word or a phrase in the forms that go with numbers.
  package struct Plural: Hashable, Sendable {
    /// How its language chooses.
    package let rule: PluralRule
    private let forms: [PluralForm: String]

    /// A word for one and for several.
    package init(_ one: String, _ other: String) {
      self.init(.one, one, other)
    }

    /// A word in two forms, of a language that has two.
    package init(_ rule: PluralRule, _ one: String, _ other: String) {
      self.rule = rule
      forms = [.one: one, .other: other]
    }

    /// A word without forms.
    package init(_ only: String) {
      rule = .none
      forms = [.other: only]
    }

    /// An Arabic word; forms that are missing are that of the hundreds.
    package init(
      zero: String? = nil, one: String, two: String, few: String, many: String, other: String
    ) {
      rule = .arabic
      forms = [
        .zero: zero ?? other, .one: one, .two: two, .few: few, .many: many, .other: other,
      ]
    }

    /// The word without a number, or for one that has no form of its own.
    package var other: String { forms[.other] ?? "" }

    /// The word for a count.
    package func callAsFunction(_ count: Double) -> String { self[rule.form(for: count)] }

    /// The word in a form.
    package subscript(form: PluralForm) -> String { forms[form] ?? other }
  }
}
