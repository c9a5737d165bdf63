extension Words {
  static func mapInJapanese() -> MapWords {
    var words = MapWords()
    words.does = "すること"
    words.thinks = "考えること"
    words.sees = "見るもの"
    words.says = "言うこと"
    words.hears = "聞くこと"
    words.gains = "助けになること"
    words.owner = "担当"
    words.evidence = "根拠"
    words.support = "支える仕組み"
    words.legendPeak = "ピーク：最も強い感情"
    words.legendEnd = "エンド：最後の感情"
    words.legendBright = "良かった点"
    words.legendPersonas = "ペルソナごとの線"
    words.sayPeak = "最も可能性の高い経路で最も強く感じるところ"
    words.sayEnd = "最も可能性の高い経路で最後に感じるところ"
    words.sayBright = "良かった点"
    words.morePersonas = Plural("{}人のペルソナは描かれていません")
    return words
  }

  static func simplificationInJapanese() -> SimplificationWords {
    var words = SimplificationWords()
    words.drawn = Plural("{}件を描画（全{}件のタッチポイント中）")
    words.drawnWithVisits = Plural(
      "{}件を描画（全{}件のタッチポイント中、訪問の{}）")
    words.through = "経路は残りのタッチポイントを通る"
    words.gathered = Plural("ほか{}件はまとめて描画")
    words.rarerWays = Plural("その間のまれな経路{}本（そこの通行の{}）は省略")
    words.stages = Plural("描かれていないステージ{}（全{}ステージ中）")
    words.leaving = "開始した人の{}が、描かれていないタッチポイントで離脱"
    words.leavingBriefly = "残りの箇所で{}が離脱"
    words.ending =
      "開始した人の{}が、描かれていないタッチポイントで終わる（結果は不明）"
    words.endingBriefly = "残りの箇所で{}が終わる"
    words.untravelled = Plural("ここでは誰も通らない経路{}本は省略")
    words.hotspots = Plural("描かれていないホットスポット{}件")
    words.separator = "。"
    return words
  }
}
