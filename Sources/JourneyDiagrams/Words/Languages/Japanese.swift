import JourneyModel

extension Words {
  /// Japanese.
  static let japanese: Words = {
    var words = Words(language: "ja")
    words.numbers.belowForm = "{}未満"
    words.numbers.aboveForm = "{}超"

    words.allPersonas = "全ペルソナ"
    words.today = "現状"
    words.planned = "計画"
    words.customers = "顧客"
    words.countOfCustomers = "{2}{1}人"
    words.countOfDefault = Plural("顧客{}人")
    words.noFlow = "流れのデータなし"
    words.notMeasured = "未測定"
    words.notKnown = "不明"
    words.howItFeels = "どう感じるか"
    words.completed = "最後まで進む"
    words.feltOnScale = "実際の感情（尺度 {}～{}）"
    words.believed = "私たちの想定"
    words.gap = "共感ギャップ"
    words.atTouchpoints = "{1}、タッチポイント{3}件中{2}件"
    words.hotspots = Plural("ホットスポット")
    words.withoutOwner = "{}（うち担当なし{}）"
    words.months = [
      "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月",
    ]
    words.dayMonth = "{2}{1}日"
    words.dayMonthYear = "{3}年{2}{1}日"
    words.monthYear = "{2}年{1}"
    words.monthsOfYear = "{3}年{1}～{2}"
    words.span = "{}～{}"
    words.yearIsFirst = true

    words.levels = ["大満足", "満足", "普通", "不満", "苦痛"]
    words.stillHere = "{}が継続中"
    words.leave = "{}が離脱"
    words.divertUnnamed = "{}が別の道へ"
    words.goBack = "{}が後戻り"
    words.unknownScore = "？"
    words.beliefLine = "私たちの想定"

    words.touchpoints = "タッチポイント"
    words.quotes = "顧客の声"
    words.pains = "ペインポイント"
    words.decisions = "意思決定"
    words.backstage = "舞台裏"
    words.quoted = "「{}」"
    words.quotedInside = "『{}』"
    words.listSeparator = "、"
    words.clauseSeparator = "；"
    words.more = "ほか{}件"
    words.noOwner = "担当なし"
    words.due = "期限 {}"
    words.wholeJourney = "ジャーニー全体"
    words.insight = "インサイト：{}"
    words.undecided = "まだ何も決まっていない"
    words.statuses = [
      .open: "未決", .decided: "決定済み", .acting: "実施中", .verified: "検証済み", .rejected: "却下",
    ]

    words.legendSize = "丸と帯：{}の人数"
    words.legendFeeling = "高さと色：感情"
    words.legendBelief = "私たちの想定"
    words.legendGap = "想定より悪い"
    words.legendBetter = "想定より良い"
    words.legendSure = "ホットスポット（順位順）"
    words.legendRanked = "ホットスポット全{2}件中{1}件（順位順）"
    words.legendSuspected = "ホットスポット（推定）"
    words.legendLeave = "離脱する人"
    words.legendDivert = "別のジャーニーへ移る人"
    words.legendAssumed = "仮のスコア"
    words.legendUnknown = "スコアなし"
    words.legendInterval = "{}信頼区間"
    words.legendTruth = "真実の瞬間"
    words.legendLoop = "後戻り"
    words.evidence = "根拠：{}"
    words.noEvidence = "根拠の記録なし"
    words.stillUnderWay = "{}が進行中（割合には含まない）"
    words.reviewed = "{}見直し"
    words.asOf = "{}現在"
    words.assumedScores = Plural("仮のスコア{}件")
    words.missingScores = Plural("スコアのないタッチポイント{}件")
    words.methods = [
      .serviceImmersion: Plural("サービス現場体験（{}）"),
      .conversation: Plural("{}件の対話"),
      .observation: Plural("観察（{}）"),
      .problemInterview: Plural("{}件の課題インタビュー"),
      .interview: Plural("{}件のインタビュー"),
      .usabilityTest: Plural("{}件のユーザビリティテスト"),
      .survey: Plural("{}件のアンケート回答"),
      .analytics: Plural("アクセス解析（{}）"),
      .selfExperience: Plural("自社体験（{}）"),
      .feedback: Plural("{}件のご意見"),
      .complaint: Plural("{}件の苦情"),
    ]

    words.summaryCounts = "{2}に{1}。"
    words.countTouchpoints = Plural("タッチポイント{}件")
    words.countStages = Plural("{}ステージ")
    words.sayEnds = "開始した人のうち{}が{}、{}が離脱。"
    words.sayDiverted = "{}は別のジャーニーへ移る。"
    words.sayEnded = "{}の結末は不明。"
    words.sayNoEnds = "開始した人の結末は不明。"
    words.sayFelt = "実際の感情 {}"
    words.sayAssumed = "実際の感情 {}（仮）"
    words.sayInterval = "{3}の確からしさで{1}から{2}の間"
    words.sayAsked = "回答数\u{A0}{}"
    words.sayUnknown = "スコアなし"
    words.sayBelieved = "想定 {}"
    words.sayReach = "{}がここに来る"
    words.sayLeave = "そのうち{}が離脱"
    words.sayDivert = "そのうち{}が{}へ移る"
    words.anotherJourney = "別のジャーニー"
    words.sayHotspot = "ホットスポット{}"
    words.saySuspected = "ホットスポット{}（推定）"
    words.sayTruth = "真実の瞬間"
    words.sayOwner = "担当：{}"

    words.flow = flowInJapanese()
    words.map = mapInJapanese()
    words.simplification = simplificationInJapanese()
    words.curve = curveInJapanese()
    words.diff = diffInJapanese()
    words.heatmap = heatmapInJapanese()
    words.funnel = funnelInJapanese()
    words.blueprint = blueprintInJapanese()
    words.empathy = empathyInJapanese()
    words.canvas = canvasInJapanese()
    words.atlas = atlasInJapanese()
    words.page = pageInJapanese()
    return words
  }()

  private static func flowInJapanese() -> FlowWords {
    var words = FlowWords()
    words.start = "開始"
    words.about = "約{}"
    words.round = "{}がもう一度"
    words.underWay = "{}が進行中"
    words.ended = "{}は結末不明"
    words.countedAsLeft = "{}は離脱とみなす"
    words.legendRibbon = "帯と数字：{}の人数"
    words.legendArrow = "次に来るもの"
    words.legendRibbonColor = "色：感情（前 → 後）"
    words.legendReach = "棒と{}：ここに来る{}の割合"
    words.legendBreak = "次の行に続く"
    words.legendUnderWay = "進行中、または結末不明"
    words.leftOut = Plural("まれな遷移{}件（全体の{}）は省略")
    words.elsewhere = Plural("{}がまれな経路{}本へ")
    words.gathered = Plural("ほか{}件のタッチポイント")
    words.gatheredFelt = "感じ方 {} … {}"
    words.legendGathered = "複数のタッチポイント（まとめ）"
    words.unreached = "到達なし"
    words.legendElsewhere = "まれな経路（まとめ）"
    words.ofThoseWhoStart = "開始した人の{}"
    return words
  }
}
