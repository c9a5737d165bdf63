import Foundation

/// What answers in words mean, in the languages that pictures speak.
enum AnswerWords {
  /// A word as it is compared.
  static func plain(_ text: String) -> String {
    let folded = text.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    let words = folded.split { !($0.isLetter || $0.isNumber) }
    return words.joined(separator: " ")
  }

  /// Whether an answer says that there is none.
  static func isNone(_ plain: String) -> Bool { none.contains(plain) }

  /// Whether a cell of a column of addresses names nobody.
  static func isNobody(_ name: String) -> Bool {
    let plain = plain(name)
    return isNone(plain) || ["anonymous", "anonym", "anonyme", "anonimo", "匿名"].contains(plain)
  }

  private static let none: Set<String> = Set(
    [
      "", "n a", "na", "nan", "null", "none", "nil", "not applicable", "does not apply",
      "no answer", "not sure", "i don t know", "i do not know", "can t say", "not relevant",
      "no opinion", "don t know", "dont know", "do not know", "unknown", "prefer not to say",
      "prefer not to answer", "skipped", "keine Angabe", "k A", "weiß nicht", "weiss nicht",
      "trifft nicht zu auf mich", "nicht zutreffend", "entfällt", "weiß ich nicht",
      "ich weiß nicht", "kann ich nicht sagen", "kann ich nicht beurteilen", "nicht beurteilbar",
      "keine Antwort", "keine Meinung", "sans avis", "sans réponse", "pas de réponse", "nsp",
      "ne sait pas", "ne sais pas", "je ne sais pas", "non concerné", "non concernée",
      "pas concerné", "non applicable", "no aplica", "no sabe", "no contesta", "no sé", "no lo sé",
      "no sabe no contesta", "no procede", "prefiero no contestar", "sin opinión",
      "sin respuesta", "ns nc", "該当なし", "該当しない", "わからない", "分からない", "無回答", "回答なし",
      "回答しない", "لا ينطبق", "لا أعرف", "لا أدري", "لا إجابة", "غير معروف", "بدون إجابة",
    ].map(plain))

  /// Usual scales of five steps, worst first.
  ///
  /// Behind bars stand other words for a step, and behind `~` other spellings of one word.
  static let five: [[String]] = [
    // English
    [
      "strongly disagree|completely disagree|totally disagree", "disagree",
      "neither agree nor disagree~neither agree or disagree|neutral|undecided|neither", "agree",
      "strongly agree|completely agree|totally agree",
    ],
    [
      "very dissatisfied|very unsatisfied|completely dissatisfied|extremely dissatisfied",
      "dissatisfied|unsatisfied|not satisfied",
      "neither satisfied nor dissatisfied~neither satisfied or dissatisfied|neutral|neither|ok~okay|so so",
      "satisfied", "very satisfied|completely satisfied|extremely satisfied",
    ],
    [
      "very poor|very bad", "poor|bad", "fair|average", "good", "very good",
    ],
    [
      "very unhappy", "unhappy", "neither happy nor unhappy|neutral|neither", "happy", "very happy",
    ],
    [
      "very difficult|very hard", "difficult|hard", "neither easy nor difficult|neutral|neither",
      "easy",
      "very easy",
    ],
    [
      "very unlikely", "unlikely", "neither likely nor unlikely|neutral|neither", "likely",
      "very likely",
    ],
    // German
    [
      "stimme überhaupt nicht zu|stimme gar nicht zu|trifft überhaupt nicht zu|trifft gar nicht zu",
      "stimme nicht zu|trifft nicht zu|stimme eher nicht zu|trifft eher nicht zu",
      "weder noch|teils teils|unentschieden|neutral|stimme teilweise zu",
      "stimme zu|stimme eher zu|trifft zu|trifft eher zu",
      "stimme voll und ganz zu|stimme voll zu|stimme völlig zu|trifft voll und ganz zu|trifft voll zu",
    ],
    [
      "sehr unzufrieden", "unzufrieden",
      "weder zufrieden noch unzufrieden|neutral|weder noch|teils teils", "zufrieden",
      "sehr zufrieden",
    ],
    ["sehr schlecht", "schlecht", "mittelmäßig|mittel", "gut", "sehr gut"],
    [
      "sehr schwierig|sehr schwer", "schwierig|schwer",
      "weder leicht noch schwer|weder noch|neutral",
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
      "très insatisfait~très insatisfaite|pas du tout satisfait|très mécontent",
      "insatisfait~insatisfaite|plutôt insatisfait|pas satisfait|mécontent",
      "ni satisfait ni insatisfait|neutre", "satisfait~satisfaite|plutôt satisfait",
      "très satisfait~très satisfaite|tout à fait satisfait",
    ],
    ["très mauvais", "mauvais", "moyen", "bon~bien", "très bon~très bien"],
    ["très difficile", "difficile", "ni facile ni difficile|neutre", "facile", "très facile"],
    // Spanish
    [
      "totalmente en desacuerdo|muy en desacuerdo", "en desacuerdo",
      "ni de acuerdo ni en desacuerdo|neutral|indiferente", "de acuerdo",
      "totalmente de acuerdo|muy de acuerdo",
    ],
    [
      "muy insatisfecho~muy insatisfecha", "insatisfecho~insatisfecha",
      "ni satisfecho ni insatisfecho|neutral|indiferente", "satisfecho~satisfecha",
      "muy satisfecho~muy satisfecha",
    ],
    [
      "muy malo~muy mala~muy mal", "malo~mala~mal", "regular", "bueno~buena~bien",
      "muy bueno~muy buena~muy bien",
    ],
    ["muy difícil", "difícil", "ni fácil ni difícil|neutral", "fácil", "muy fácil"],
    // Japanese
    [
      "まったくそう思わない~全くそう思わない", "そう思わない|あまりそう思わない", "どちらともいえない|どちらでもない",
      "そう思う|ややそう思う", "とてもそう思う|非常にそう思う|強くそう思う",
    ],
    ["非常に不満|とても不満|大変不満", "不満|やや不満", "普通|どちらともいえない|どちらでもない", "満足|やや満足", "非常に満足|とても満足|大変満足"],
    ["とても悪い|非常に悪い", "悪い", "ふつう", "良い~よい", "とても良い|非常に良い"],
    // Arabic
    [
      "لا أوافق بشدة|أعارض بشدة", "لا أوافق|أعارض|غير موافق", "محايد|لا أوافق ولا أعارض",
      "أوافق|موافق", "أوافق بشدة|موافق بشدة",
    ],
    [
      "غير راض جدا~غير راضٍ جدًا|غير راض تماما~غير راضٍ تمامًا", "غير راض~غير راضٍ",
      "لا راض ولا غير راض|محايد", "راض~راضٍ", "راض جدا~راضٍ جدًا|راض تماما",
    ],
    ["سيئ جدا~سيئ جدًا", "سيئ", "متوسط|مقبول", "جيد", "جيد جدا~جيد جدًا"],
  ]
}
