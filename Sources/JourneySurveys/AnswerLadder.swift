/// The words of a scale, worst first, as one question offers them.
struct AnswerLadder {
  /// Where a word stands on it.
  private struct Place {
    var step: Int
    /// Which of the step's words it is; spellings of one word share a number.
    var word: Int
  }

  /// The first word of each step.
  let names: [String]
  private let places: [String: Place]

  /// Creates a ladder.
  ///
  /// - Parameter steps: Its steps; other words for one behind bars, other spellings behind `~`.
  init(_ steps: [String]) {
    names = steps.map { String($0.prefix { $0 != "|" && $0 != "~" }) }
    var places: [String: Place] = [:]
    for (step, words) in steps.enumerated() {
      for (number, word) in words.split(separator: "|").enumerated() {
        for spelling in word.split(separator: "~") {
          places[AnswerWords.plain(String(spelling))] = Place(step: step, word: number)
        }
      }
    }
    self.places = places
  }

  /// The step of a word, from 0; nil when the ladder does not have it.
  func step(_ word: String) -> Int? { places[word]?.step }

  /// How good a word is, from 0 to 1.
  func share(_ word: String) -> Double? {
    step(word).map { Double($0) / Double(names.count - 1) }
  }

  /// Two different words that stand on one step.
  func clash(_ words: [String]) -> (String, String)? {
    var first: [Int: String] = [:]
    for word in words {
      guard let place = places[word] else { continue }
      if let other = first[place.step], places[other]?.word != place.word { return (other, word) }
      first[place.step] = first[place.step] ?? word
    }
    return nil
  }

  /// The words with their numbers: `poor = 1 … excellent = 5`.
  var words: String {
    names.enumerated().map { "\($1) = \($0 + 1)" }.joined(separator: ", ")
  }

  // MARK: - All there are

  /// Whether a word, compared as `AnswerWords` does, is one of any scale.
  static func isKnown(_ word: String) -> Bool { known.contains(word) }

  /// All ladders; where several hold a column's words, one whose steps are all there goes first, and
  /// else the first of these.
  static let all: [AnswerLadder] = (before + AnswerWords.five + behind).map(AnswerLadder.init)

  private static let known: Set<String> = all.reduce(into: []) { $0.formUnion($1.places.keys) }

  private static let before: [[String]] = [
    [
      "trifft nicht zu", "trifft eher nicht zu", "teils teils|weder noch|unentschieden",
      "trifft eher zu", "trifft zu",
    ],
    ["trifft nicht zu", "trifft eher nicht zu", "trifft eher zu", "trifft zu"],
  ]

  private static let behind: [[String]] = [
    // Whose highest word is "excellent".
    ["poor", "fair", "good", "very good", "excellent"],
    [
      "very poor|very bad|terrible|awful", "poor|bad", "fair|average|ok~okay", "good",
      "excellent|great",
    ],
    ["poor", "fair", "good", "excellent"],
    ["très mauvais", "mauvais", "moyen", "bon~bien", "excellent"],
    ["mauvais", "moyen", "bon~bien", "très bon~très bien", "excellent"],
    ["muy malo~muy mala~muy mal", "malo~mala~mal", "regular", "bueno~buena~bien", "excelente"],
    [
      "malo~mala~mal", "regular", "bueno~buena~bien", "muy bueno~muy buena~muy bien", "excelente",
    ],
    ["سيئ جدا~سيئ جدًا", "سيئ", "متوسط|مقبول", "جيد", "ممتاز"],
    ["سيئ", "مقبول|متوسط", "جيد", "جيد جدا~جيد جدًا", "ممتاز"],
    // Whose steps between are weak ones.
    [
      "very dissatisfied|extremely dissatisfied|completely dissatisfied",
      "somewhat dissatisfied|slightly dissatisfied",
      "neither satisfied nor dissatisfied~neither satisfied or dissatisfied|neutral|neither",
      "somewhat satisfied|slightly satisfied",
      "very satisfied|extremely satisfied|completely satisfied",
    ],
    [
      "strongly disagree|completely disagree|totally disagree",
      "somewhat disagree|slightly disagree",
      "neither agree nor disagree~neither agree or disagree|neutral|undecided|neither",
      "somewhat agree|slightly agree", "strongly agree|completely agree|totally agree",
    ],
    [
      "very difficult|extremely difficult", "somewhat difficult",
      "neither easy nor difficult|neutral|neither", "somewhat easy", "very easy|extremely easy",
    ],
    [
      "very unlikely|extremely unlikely", "somewhat unlikely",
      "neither likely nor unlikely|neutral|neither", "somewhat likely",
      "very likely|extremely likely",
    ],
    [
      "trifft überhaupt nicht zu|trifft gar nicht zu", "trifft eher nicht zu",
      "teils teils|weder noch|unentschieden", "trifft eher zu",
      "trifft voll und ganz zu|trifft voll zu",
    ],
    [
      "stimme nicht zu", "stimme eher nicht zu", "teils teils|weder noch|unentschieden|neutral",
      "stimme eher zu", "stimme zu",
    ],
    [
      "stimme überhaupt nicht zu|stimme gar nicht zu", "stimme eher nicht zu",
      "teils teils|weder noch|unentschieden|neutral", "stimme eher zu",
      "stimme voll und ganz zu|stimme voll zu|stimme völlig zu",
    ],
    [
      "sehr unzufrieden", "eher unzufrieden|etwas unzufrieden",
      "weder zufrieden noch unzufrieden|neutral|weder noch|teils teils",
      "eher zufrieden|etwas zufrieden", "sehr zufrieden",
    ],
    [
      "très insatisfait~très insatisfaite|pas du tout satisfait", "plutôt insatisfait",
      "ni satisfait ni insatisfait|neutre", "plutôt satisfait",
      "très satisfait~très satisfaite|tout à fait satisfait",
    ],
    [
      "pas du tout d'accord", "plutôt pas d'accord", "ni d'accord ni pas d'accord|neutre",
      "plutôt d'accord", "tout à fait d'accord",
    ],
    ["pas du tout d'accord", "plutôt pas d'accord", "plutôt d'accord", "tout à fait d'accord"],
    [
      "pas du tout satisfait~pas du tout satisfaite", "plutôt pas satisfait~plutôt pas satisfaite",
      "plutôt satisfait~plutôt satisfaite", "tout à fait satisfait~tout à fait satisfaite",
    ],
    [
      "muy insatisfecho~muy insatisfecha", "algo insatisfecho~algo insatisfecha",
      "ni satisfecho ni insatisfecho|neutral", "algo satisfecho~algo satisfecha",
      "muy satisfecho~muy satisfecha",
    ],
    ["とても不満|非常に不満|大変不満", "やや不満", "普通|どちらともいえない", "やや満足", "とても満足|非常に満足|大変満足"],
    [
      "全くそう思わない~まったくそう思わない", "あまりそう思わない", "どちらともいえない", "ややそう思う",
      "とてもそう思う|非常にそう思う",
    ],
    // Seven steps.
    [
      "very dissatisfied|extremely dissatisfied|completely dissatisfied", "dissatisfied",
      "somewhat dissatisfied|slightly dissatisfied",
      "neither satisfied nor dissatisfied~neither satisfied or dissatisfied|neutral|neither",
      "somewhat satisfied|slightly satisfied", "satisfied",
      "very satisfied|extremely satisfied|completely satisfied",
    ],
    [
      "extremely dissatisfied|very dissatisfied", "moderately dissatisfied",
      "slightly dissatisfied|somewhat dissatisfied",
      "neither satisfied nor dissatisfied|neutral|neither",
      "slightly satisfied|somewhat satisfied", "moderately satisfied",
      "extremely satisfied|very satisfied",
    ],
    [
      "strongly disagree|completely disagree|totally disagree", "disagree",
      "somewhat disagree|slightly disagree",
      "neither agree nor disagree~neither agree or disagree|neutral|undecided|neither",
      "somewhat agree|slightly agree", "agree", "strongly agree|completely agree|totally agree",
    ],
    [
      "trifft überhaupt nicht zu|trifft gar nicht zu", "trifft nicht zu", "trifft eher nicht zu",
      "teils teils|weder noch|unentschieden", "trifft eher zu", "trifft zu",
      "trifft voll und ganz zu|trifft voll zu",
    ],
    [
      "stimme überhaupt nicht zu|stimme gar nicht zu", "stimme nicht zu", "stimme eher nicht zu",
      "teils teils|weder noch|unentschieden|neutral", "stimme eher zu", "stimme zu",
      "stimme voll und ganz zu|stimme voll zu|stimme völlig zu",
    ],
    [
      "sehr unzufrieden", "unzufrieden", "eher unzufrieden|etwas unzufrieden",
      "weder zufrieden noch unzufrieden|neutral|weder noch|teils teils",
      "eher zufrieden|etwas zufrieden", "zufrieden", "sehr zufrieden",
    ],
    [
      "très insatisfait~très insatisfaite", "insatisfait~insatisfaite",
      "un peu insatisfait|plutôt insatisfait", "ni satisfait ni insatisfait|neutre",
      "un peu satisfait|plutôt satisfait", "satisfait~satisfaite",
      "très satisfait~très satisfaite",
    ],
    [
      "pas du tout d'accord", "pas d'accord", "plutôt pas d'accord|un peu en désaccord",
      "ni d'accord ni pas d'accord|neutre", "plutôt d'accord|un peu d'accord", "d'accord",
      "tout à fait d'accord",
    ],
    [
      "muy insatisfecho~muy insatisfecha", "insatisfecho~insatisfecha", "algo insatisfecho",
      "ni satisfecho ni insatisfecho|neutral", "algo satisfecho", "satisfecho~satisfecha",
      "muy satisfecho~muy satisfecha",
    ],
    [
      "totalmente en desacuerdo|muy en desacuerdo", "en desacuerdo", "algo en desacuerdo",
      "ni de acuerdo ni en desacuerdo|neutral", "algo de acuerdo", "de acuerdo",
      "totalmente de acuerdo|muy de acuerdo",
    ],
    ["非常に不満|とても不満", "不満", "やや不満|少し不満", "普通|どちらともいえない", "やや満足|少し満足", "満足", "非常に満足|とても満足"],
  ]
}
