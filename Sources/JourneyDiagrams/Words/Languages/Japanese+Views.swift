import JourneyModel

extension Words {
  static func curveInJapanese() -> CurveWords {
    var words = CurveWords()
    words.everybody = "全員"
    words.leadLowest = "最も低いのは「{}」（{}）、最も高いのは「{}」（{}）。"
    words.leadOne = "「{2}」での感情は{1}。"
    words.leadWorse = "最も過大評価：{}（想定{}、実際{}）。"
    words.leadBetter = "最も過小評価：{}（想定{}、実際{}）。"
    words.leadNothing = "どう感じるか、まだ誰にも聞いていない。"
    words.noScoresTitle = "スコアはまだない"
    words.noScoresText = "どう感じるか、まだ誰にも聞いていないので、描くものがない。わかっていることを文書の尺度で書き加えてください："
    words.noScoresAfter = "アンケートの回答は次のコマンドでスコアになる：{}"
    words.asked = "n\u{A0}{}"
    words.assumed = "仮"
    words.measuredAt = "{2}件中{1}件で判明"
    words.sayPersona = "{}：{}"
    words.legendBridge = "間は未測定"
    return words
  }

  static func heatmapInJapanese() -> HeatmapWords {
    var words = HeatmapWords()
    words.everybody = "全員"
    words.allChannels = "全チャネル"
    words.allStages = "全ステージ"
    words.noChannel = "チャネルなし"
    words.noStage = "ステージなし"
    words.reach = "ここに来る"
    words.leaveHere = "うち離脱"
    words.visits = "平均訪問数"
    words.leaveOfAll = "全体のうち離脱"
    words.heat = "ヒート"
    words.asked = "n\u{A0}{}"
    words.pooled = "×{}"
    words.pooledOf = "×{}（{}件中）"
    words.leadPersonas = "各タッチポイントの感情（全体とペルソナ別）。"
    words.leadOne = "各タッチポイントの感情。"
    words.leadChannels = "各チャネルのステージ別の感情：測定済みタッチポイントの平均{}。"
    words.leadStages = "各ステージのチャネル別の感情：測定済みタッチポイントの平均{}。"
    words.weighted = "（訪問数で加重）"
    words.unweighted = "（流れのデータがないため単純平均）"
    words.farthest = "最も差があるのは「{}」：{} {}、{} {}。"
    words.hottest = "ヒート順位{}：{}（{}）。"
    words.lowest = "最低：{}、{}（{}）。"
    words.legendCell = "色・顔・数字：感情"
    words.legendAsked = "n：回答者数"
    words.legendPooled = "×：値のもとになったタッチポイント数"
    words.legendUnmeasured = "未測定"
    words.legendAbsent = "このペルソナは来ない"
    words.legendNothing = "タッチポイントなし"
    words.legendHeat = "ヒート：開始した{2}{1}人あたりの離脱と苦痛"
    words.sayHeat = "ヒート{}"
    words.sayFrom = "{}より"
    words.sayCell = "{}：{}"
    words.noTouchpoints = "タッチポイントはまだない。"
    return words
  }

  static func funnelInJapanese() -> FunnelWords {
    var words = FunnelWords()
    words.start = "開始"
    words.stillHere = "継続中"
    words.leave = "{}が離脱"
    words.divert = "{} → {}"
    words.divertUnnamed = "{}が別の道へ"
    words.ended = "{}は結末不明"
    words.nobody = "ここでの離脱なし"
    words.completeHere = "{}が{}"
    words.withoutTouchpoint = "最初のタッチポイントの前"
    words.more = "ほか{}件"
    words.place = "{} {}"
    words.leadLoss = "離脱が最も多いのは「{}」：開始した人の{}、主に「{}」から。"
    words.leadLossAt = "離脱が最も多いのは「{}」：開始した人の{}。"
    words.leadNobody = "離脱なし。"
    words.leadUnderWay = Plural("集計終了時に{}が進行中で、これらの割合には含まれない。")
    words.leadMainPath = "最も多く通る道筋のタッチポイント{}件を表示。"
    words.noFlowTitle = "流れのデータなし"
    words.noFlowText = "何人がどこへ進むかがまだ記録されていないため、何人が残っているかは分からない。分かっていることを、人数または割合で文書に加えてください："
    words.noFlowAfter = "分からないことはそのままでよい。一行から始められる。"
    words.legendRibbon = "帯：継続中の{}の割合"
    words.legendColor = "色：感情"
    words.legendLeave = "離脱"
    words.legendDivert = "別のジャーニーへ移る"
    words.legendEnded = "結末不明"
    words.legendStep = "後戻りした人は最も進んだ地点で数える"
    words.sayMembers = "{}（{}）"
    words.sayStep = "{}：{}が継続中。{}。"
    words.leadLossBetween = "離脱が最も多いのは「{}」と「{}」の間：開始した人の{}。"
    return words
  }

  static func blueprintInJapanese() -> BlueprintWords {
    var words = BlueprintWords()
    words.props = "物的証拠"
    words.actions = "顧客の行動"
    words.frontstage = "表舞台"
    words.backstage = "舞台裏"
    words.support = "支援プロセス"
    words.lineOfInteraction = "相互作用線"
    words.lineOfVisibility = "可視線"
    words.lineOfInternalInteraction = "内部相互作用線"
    words.nothingRecorded = "まだ記録なし"
    words.kinds = [
      .digital: "デジタル",
      .physical: "実地",
      .human: "対人",
      .none: "接触なし",
    ]
    words.legendFeeling = "丸：感情"
    words.legendNext = "次に来るもの"
    words.legendWays = "次に進む先：訪問に占める割合"
    words.legendLink = "支えているもの"
    words.legendWide = "横長の箱：複数のステップに共通"
    words.sayChannel = "チャネル {}"
    words.sayWay = "そのうち{}が{}へ"
    words.sayList = "{}：{}"
    return words
  }

  static func empathyInJapanese() -> EmpathyWords {
    var words = EmpathyWords()
    words.thinks = "考え・感じること"
    words.sees = "見ること"
    words.says = "言うこと・すること"
    words.hears = "聞くこと"
    words.pains = "痛み"
    words.gains = "得られるもの"
    words.nothingRecorded = "まだ記録なし"
    words.everybody = "全員"
    words.everyPersona = "全ペルソナ共通のマップ：{}"
    words.noPersona = "全員共通のマップ（ペルソナの記録なし）"
    words.shareOf = "{2}の{1}"
    words.feels = "平均の感情は{}"
    words.everybodyFeels = "平均の感情は{}"
    words.feelsUnknown = "感情は未測定"
    words.assumed = "仮"
    words.oneCustomer = "一人の顧客"
    words.value = "{}が大切にすること"
    words.motivation = "{}を動かすもの"
    words.goal = "{}が達成したいこと"
    words.need = "{}に必要なこと"
    words.neverReviewed = "見直しなし"
    words.legendDot = "点：そこでの感情"
    words.legendAssumed = "誰にも聞いていない"
    words.ranked =
      "各欄とも、測定した人数が多い場所での記録から順に（回答数はその場所で測定した人数で、発言した人数ではない）、"
      + "個別の声、仮定の順"
    return words
  }

  static func canvasInJapanese() -> CanvasWords {
    var words = CanvasWords()
    words.subtitle = "手書きで記入するジャーニーキャンバス"
    words.team = "チーム"
    words.date = "日付"
    words.sheet = "{2}枚中{1}枚目"
    words.stages = "ステージ"
    words.steps = "タッチポイント"
    words.quotes = "顧客の声"
    words.pains = "つらいこと"
    words.gains = "良いこと"
    words.owner = "担当者"
    words.cardName = "タッチポイント"
    words.cardChannel = "どこで起こるか"
    words.cardFelt = "どう感じるか"
    words.cut = "{}で印刷し、印に沿って切る"
    words.say = "{}と、あと{}件分の余白。手書きで記入。"
    return words
  }
}
