/// The words that the flow view says beside those of ``Words``, in one language.
///
/// `{}` stands for what is put in, one after the other.
struct FlowWords {
  var start = "start"
  var about = "≈{}"
  var round = "{} again"
  var underWay = "{} under way"
  var ended = "{} end unknown"
  var countedAsLeft = "{} counted as left"
  var legendRibbon = "ribbon and number: how many {}"
  var legendArrow = "what comes next"
  var legendRibbonColor = "colour: how it feels, from → to"
  var legendReach = "bar and %: share of {} who come here"
  var legendBreak = "goes on in the next row"
  var legendUnderWay = "still under way, or end unknown"
  var leftOutOne = "{} rarer transition, {} of traffic, is not drawn"
  var leftOutSome = "{} rarer transitions, {} of traffic, are not drawn"
  var leftOutTouchpointsToo = "; nor are {}"
  var fromTo = "{} → {}"
  var ofThoseWhoStart = "{} of those who start"

  /// English.
  static let english = FlowWords()
}

extension Words {
  /// The words of the flow view in this language.
  var flow: FlowWords { .english }
}
