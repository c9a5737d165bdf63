extension Words {
  static func atlasInJapanese() -> AtlasWords {
    var words = AtlasWords()
    words.title = "カスタマージャーニー"
    words.journeys = Words.Plural("ジャーニー{}件")
    words.links = Words.Plural("移行{}件")
    words.journeysOfAll = Words.Plural("ジャーニー{2}件中{1}件")
    words.linksOfAll = Words.Plural("移行{2}件中{1}件")
    words.believedGood = "のタッチポイントを良いと想定"
    words.feltGood = "が実際に良いと感じられている"
    words.complete = "が完了"
    words.completeSaid = "{}が完了"
    words.hereAndThere = "ここで{}、移った先で{}"
    words.noHotspot = "ホットスポットなし"
    words.unlinked = "ほかのどれにもつながらない"
    words.hottestFirst = "ヒートの高い順"
    words.leftOut = Words.Plural("つながりとヒートがより少ないジャーニー{}件は描かれていません。")
    words.sayGoOver = "{2}を開始した人のうち{1}が{3}へ移る"
    words.legendFeeling = "色と顔：ジャーニー全体の感情"
    words.legendCurve = "線：タッチポイントごとの感情"
    words.legendRibbon = "帯：移る人と、開始した人に占める割合"
    words.legendHere = "ここで完了"
    words.legendThere = "移った先で完了"
    words.legendUnknown = "結果不明"
    words.legendHot = "赤い枠：ヒートの最も高いジャーニー"
    words.legendHottest = "最もヒートの高いタッチポイント、開始{}人あたりのヒート"
    return words
  }
}
