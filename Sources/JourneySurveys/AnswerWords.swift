import Foundation

/// What answers in words mean, in the languages that pictures speak.
enum AnswerWords {
  /// How good an answer is.
  struct Meaning: Hashable {
    /// On a scale of five steps: 0, 1, 2, 3 or 4.
    var ofFive: Int?
    /// On a scale of seven steps: 0 to 6.
    var ofSeven: Int
    /// Whether it only stands on scales of seven steps.
    var isFine: Bool { ofFive == nil }
  }

  /// A word as it is compared.
  static func plain(_ text: String) -> String {
    let folded = text.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    let words = folded.split { !($0.isLetter || $0.isNumber) }
    return words.joined(separator: " ")
  }

  /// What an answer means; nil when it is none of the words.
  static func meaning(of plain: String) -> Meaning? { meanings[plain] }

  /// Whether an answer says that there is none.
  static func isNone(_ plain: String) -> Bool { none.contains(plain) }

  private static let none: Set<String> = Set(
    [
      "", "n a", "na", "nan", "null", "none", "nil", "not applicable", "does not apply",
      "no answer",
      "no opinion", "don t know", "dont know", "do not know", "unknown", "prefer not to say",
      "prefer not to answer", "skipped", "keine Angabe", "k A", "weiß nicht", "weiss nicht",
      "trifft nicht zu auf mich", "nicht zutreffend", "entfällt", "sans avis", "sans réponse",
      "ne sait pas", "non concerné", "non applicable", "no aplica", "no sabe", "no contesta",
      "sin respuesta", "ns nc", "該当なし", "わからない", "無回答", "لا ينطبق", "لا أعرف", "لا إجابة",
    ].map(plain))

  private static let meanings: [String: Meaning] = {
    var meanings: [String: Meaning] = [:]
    for scale in five {
      for (step, words) in scale.enumerated() {
        for word in words.split(separator: "|") {
          // Five steps lie on seven as 0, 1, 3, 5 and 6: the steps between are the fine ones.
          meanings[plain(String(word))] = Meaning(ofFive: step, ofSeven: [0, 1, 3, 5, 6][step])
        }
      }
    }
    for (words, step) in fine {
      for word in words.split(separator: "|") {
        meanings[plain(String(word))] = Meaning(ofFive: nil, ofSeven: step)
      }
    }
    return meanings
  }()

  /// Scales of five steps, worst first; other words for a step behind bars.
  private static let five: [[String]] = [
    // English
    [
      "strongly disagree|completely disagree|totally disagree", "disagree",
      "neither agree nor disagree|neutral|undecided|neither|neither agree or disagree", "agree",
      "strongly agree|completely agree|totally agree",
    ],
    [
      "very dissatisfied|very unsatisfied|completely dissatisfied|extremely dissatisfied",
      "dissatisfied|unsatisfied|not satisfied",
      "neither satisfied nor dissatisfied|neither satisfied or dissatisfied|ok|okay|so so",
      "satisfied", "very satisfied|completely satisfied|extremely satisfied",
    ],
    [
      "very poor|very bad|terrible|awful", "poor|bad", "fair|average", "good",
      "very good|excellent",
    ],
    [
      "very unhappy", "unhappy", "neither happy nor unhappy", "happy", "very happy",
    ],
    [
      "very difficult|very hard", "difficult|hard", "neither easy nor difficult", "easy",
      "very easy",
    ],
    ["very unlikely", "unlikely", "neither likely nor unlikely", "likely", "very likely"],
    // German
    [
      "stimme überhaupt nicht zu|stimme gar nicht zu|trifft überhaupt nicht zu|trifft gar nicht zu",
      "stimme nicht zu|trifft nicht zu|stimme eher nicht zu|trifft eher nicht zu",
      "weder noch|teils teils|unentschieden|stimme teilweise zu",
      "stimme zu|stimme eher zu|trifft zu|trifft eher zu",
      "stimme voll und ganz zu|stimme voll zu|stimme völlig zu|trifft voll und ganz zu|trifft voll zu",
    ],
    [
      "sehr unzufrieden", "unzufrieden", "weder zufrieden noch unzufrieden", "zufrieden",
      "sehr zufrieden",
    ],
    ["sehr schlecht", "schlecht", "mittelmäßig|mittel", "gut", "sehr gut"],
    [
      "sehr schwierig|sehr schwer", "schwierig|schwer", "weder leicht noch schwer",
      "einfach|leicht", "sehr einfach|sehr leicht",
    ],
    // French
    [
      "pas du tout d'accord|tout à fait en désaccord",
      "pas d'accord|plutôt pas d'accord|en désaccord",
      "ni d'accord ni pas d'accord|neutre|sans opinion", "d'accord|plutôt d'accord",
      "tout à fait d'accord",
    ],
    [
      "très insatisfait|très insatisfaite|pas du tout satisfait|très mécontent",
      "insatisfait|insatisfaite|plutôt insatisfait|pas satisfait|mécontent",
      "ni satisfait ni insatisfait", "satisfait|satisfaite|plutôt satisfait",
      "très satisfait|très satisfaite|tout à fait satisfait",
    ],
    ["très mauvais", "mauvais", "moyen", "bon|bien", "très bon|très bien|excellent"],
    ["très difficile", "difficile", "ni facile ni difficile", "facile", "très facile"],
    // Spanish
    [
      "totalmente en desacuerdo|muy en desacuerdo", "en desacuerdo",
      "ni de acuerdo ni en desacuerdo|neutral|indiferente", "de acuerdo",
      "totalmente de acuerdo|muy de acuerdo",
    ],
    [
      "muy insatisfecho|muy insatisfecha", "insatisfecho|insatisfecha",
      "ni satisfecho ni insatisfecho", "satisfecho|satisfecha", "muy satisfecho|muy satisfecha",
    ],
    [
      "muy malo|muy mala|muy mal", "malo|mala|mal", "regular", "bueno|buena|bien",
      "muy bueno|muy buena|muy bien|excelente",
    ],
    ["muy difícil", "difícil", "ni fácil ni difícil", "fácil", "muy fácil"],
    // Japanese
    [
      "まったくそう思わない|全くそう思わない", "そう思わない|あまりそう思わない", "どちらともいえない|どちらでもない",
      "そう思う|ややそう思う", "とてもそう思う|非常にそう思う|強くそう思う",
    ],
    ["非常に不満|とても不満|大変不満", "不満|やや不満", "普通", "満足|やや満足", "非常に満足|とても満足|大変満足"],
    ["とても悪い|非常に悪い", "悪い", "ふつう", "良い|よい", "とても良い|非常に良い"],
    // Arabic
    [
      "لا أوافق بشدة|أعارض بشدة", "لا أوافق|أعارض|غير موافق", "محايد|لا أوافق ولا أعارض",
      "أوافق|موافق", "أوافق بشدة|موافق بشدة",
    ],
    [
      "غير راض جدا|غير راض تماما|غير راضٍ جدًا|غير راضٍ تمامًا", "غير راض|غير راضٍ",
      "لا راض ولا غير راض", "راض|راضٍ", "راض جدا|راضٍ جدًا|راض تماما",
    ],
    ["سيئ جدا|سيئ جدًا", "سيئ", "متوسط|مقبول", "جيد", "جيد جدا|جيد جدًا|ممتاز"],
  ]

  /// Steps that only scales of seven have.
  private static let fine: [(String, Int)] = [
    ("somewhat disagree|slightly disagree|somewhat dissatisfied|slightly dissatisfied", 2),
    ("somewhat agree|slightly agree|somewhat satisfied|slightly satisfied", 4),
    ("etwas unzufrieden|eher unzufrieden", 2), ("etwas zufrieden|eher zufrieden", 4),
    ("un peu insatisfait|un peu en désaccord", 2), ("un peu satisfait|un peu d'accord", 4),
    ("algo insatisfecho|algo en desacuerdo", 2), ("algo satisfecho|algo de acuerdo", 4),
    ("少し不満", 2), ("少し満足", 4),
  ]
}
