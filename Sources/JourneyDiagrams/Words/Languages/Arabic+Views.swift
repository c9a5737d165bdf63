import JourneyModel

extension Words {
  static func curveInArabic() -> CurveWords {
    var words = CurveWords()
    words.everybody = "الجميع"
    words.leadLowest = "الأدنى عند {} ({})، والأعلى عند {} ({})."
    words.leadOne = "الشعور {} عند {}."
    words.leadWorse = "أكثر ما بالغنا في تقديره: {}، الظنّ {}، والشعور {}."
    words.leadBetter = "أكثر ما قلّلنا من تقديره: {}، الظنّ {}، والشعور {}."
    words.leadNothing = "لم يُسأل أحد بعدُ عن شعوره."
    words.noScoresTitle = "لا درجات بعد"
    words.noScoresText =
      "لم يُسأل أحد بعدُ عن شعوره، فلا شيء يُرسم. أضف إلى المستند ما تعرفه، على "
      + "مقياسه:"
    words.noScoresAfter = "تصير إجابات الاستبيان درجات بالأمر {}"
    words.asked = "ن\u{A0}{}"
    words.assumed = "مفترض"
    words.measuredAt = "معروف في {} من {}"
    words.sayPersona = "{}: {}"
    words.legendBridge = "غير مقيس بينهما"
    return words
  }

  static func heatmapInArabic() -> HeatmapWords {
    var words = HeatmapWords()
    words.everybody = "الجميع"
    words.allChannels = "جميع القنوات"
    words.allStages = "جميع المراحل"
    words.noChannel = "بلا قناة"
    words.noStage = "بلا مرحلة"
    words.reach = "يصلون إلى هنا"
    words.leaveHere = "منهم يغادرون"
    words.visits = "متوسط الزيارات"
    words.leaveOfAll = "من الجميع يغادرون"
    words.heat = "السخونة"
    words.asked = "ن\u{A0}{}"
    words.pooled = "×{}"
    words.pooledOf = "×{} من {}"
    words.leadPersonas = "الشعور عند كل نقطة تواصل لدى الجميع ولدى كل شخصية."
    words.leadOne = "الشعور عند كل نقطة تواصل."
    words.leadChannels = "الشعور في كل قناة في كل مرحلة: متوسط نقاط تواصلها المقيسة{}."
    words.leadStages = "الشعور في كل مرحلة في كل قناة: متوسط نقاط تواصلها المقيسة{}."
    words.weighted = "، مرجَّحًا بالزيارات"
    words.unweighted = "، تُحسب كلٌّ منها مرة واحدة لغياب بيانات المسار"
    words.farthest = "أكبر تباعد عند {}: {} {}، {} {}."
    words.hottest = "الترتيب {} بحسب السخونة: {}، السخونة {}."
    words.lowest = "الأدنى: {}، {} ({})."
    words.legendCell = "اللون والوجه والرقم: الشعور"
    words.legendAsked = "ن: عدد من سُئلوا"
    words.legendPooled = "×: عدد نقاط التواصل التي تستند إليها القيمة"
    words.legendUnmeasured = "غير مقيس"
    words.legendAbsent = "لا تصل هذه الشخصية إلى هنا"
    words.legendNothing = "لا نقطة تواصل"
    words.legendHeat = "السخونة: الخسارة والضيق لكل {} من {} عند البداية"
    words.sayHeat = "السخونة {}"
    words.sayFrom = "من {}"
    words.sayCell = "{}: {}"
    words.noTouchpoints = "لا توجد نقاط تواصل بعد."
    return words
  }

  static func funnelInArabic() -> FunnelWords {
    var words = FunnelWords()
    words.start = "البداية"
    words.stillHere = "ما زالوا هنا"
    words.leave = "{} يغادرون"
    words.divert = "{} ← {}"
    words.divertUnnamed = "{} يتحوّلون"
    words.ended = "{} بنهاية غير معروفة"
    words.nobody = "لا أحد يغادر هنا"
    words.completeHere = "{} {}"
    words.withoutTouchpoint = "قبل أول نقطة تواصل"
    words.more = "و{} غيرها"
    words.place = "{} {}"
    words.leadLoss = "أكبر عدد من المغادرين عند {}: {} من جميع من يبدؤون، ومعظمهم من {}."
    words.leadLossAt = "أكبر عدد من المغادرين عند {}: {} من جميع من يبدؤون."
    words.leadNobody = "لا أحد يغادر."
    let underWay = "كان {} ما زالوا في الطريق عند انتهاء العدّ، وهم خارج هذه النسب."
    words.leadUnderWay = Plural(
      one: "كان هناك واحد ما زال في الطريق عند انتهاء العدّ، وهو خارج هذه النسب.",
      two: "كان هناك اثنان ما زالا في الطريق عند انتهاء العدّ، وهما خارج هذه النسب.", few: underWay,
      many: underWay, other: underWay)
    words.leadMainPath = "نقاط التواصل المرسومة من الطريق الأكثر سلوكًا عددها {}."
    words.noFlowTitle = "لا بيانات عن المسار"
    words.noFlowText =
      "لم يدوّن أحد بعدُ كم يذهب إلى أين، فلا يمكن القول كم بقي. أضف إلى المستند ما تعرفه، "
      + "أعدادًا أو نسبًا:"
    words.noFlowAfter = "يمكن أن يبقى المجهول مجهولًا: سطر واحد بداية كافية."
    words.legendRibbon = "الشريط: نسبة {} الذين ما زالوا هنا"
    words.legendColor = "اللون: الشعور"
    words.legendLeave = "يغادرون"
    words.legendDivert = "ينتقلون إلى رحلة أخرى"
    words.legendEnded = "نهاية غير معروفة"
    words.legendStep = "من يعود يُحسب عند أبعد نقطة بلغها"
    words.sayMembers = "{} ({})"
    words.sayStep = "{}: {} ما زالوا هنا؛ {}."
    words.leadLossBetween = "أكبر عدد من المغادرين بين {} و{}: {} من جميع من يبدؤون."
    return words
  }

  static func blueprintInArabic() -> BlueprintWords {
    var words = BlueprintWords()
    words.props = "الأدلة المادية"
    words.actions = "أفعال العميل"
    words.frontstage = "الواجهة الأمامية"
    words.backstage = "خلف الكواليس"
    words.support = "العمليات المساندة"
    words.lineOfInteraction = "خط التفاعل"
    words.lineOfVisibility = "خط الرؤية"
    words.lineOfInternalInteraction = "خط التفاعل الداخلي"
    words.nothingRecorded = "لا شيء مسجَّل بعد"
    words.kinds = [
      .digital: "رقمي",
      .physical: "حضوري",
      .human: "بشري",
      .none: "بلا تواصل",
    ]
    words.legendFeeling = "الدائرة: الشعور"
    words.legendNext = "ما يأتي بعد ذلك"
    words.legendWays = "إلى أين يتابعون: نسبة الزيارات"
    words.legendLink = "ما يستند إليه"
    words.legendWide = "مربع عريض: واحد لعدة خطوات"
    words.sayChannel = "القناة {}"
    words.sayWay = "{} منهم ينتقلون إلى {}"
    words.sayList = "{}: {}"
    return words
  }

  static func empathyInArabic() -> EmpathyWords {
    var words = EmpathyWords()
    words.thinks = "يفكّر ويشعر"
    words.sees = "يرى"
    words.says = "يقول ويفعل"
    words.hears = "يسمع"
    words.pains = "الآلام"
    words.gains = "المكاسب"
    words.nothingRecorded = "لا شيء مسجَّل بعد"
    words.everybody = "الجميع"
    words.everyPersona = "خريطة واحدة لجميع الشخصيات: {}"
    words.noPersona = "خريطة واحدة للجميع؛ لا شخصيات مسجَّلة"
    words.shareOf = "{} من {}"
    words.feels = "متوسط الشعور {}"
    words.everybodyFeels = "متوسط الشعور {}"
    words.feelsUnknown = "الشعور غير مقيس"
    words.assumed = "مفترض"
    words.oneCustomer = "عميل واحد"
    words.value = "ما يهمّ {}"
    words.motivation = "ما يحفّز {}"
    words.goal = "ما يريد {} بلوغه"
    words.need = "ما يحتاجه {}"
    words.neverReviewed = "لم تُراجَع قط"
    words.legendDot = "النقطة: الشعور هناك"
    words.legendAssumed = "لم يُسأل أحد"
    words.ranked =
      "في كل خانة أولًا ما سُجِّل حيث قيس شعور أكبر عدد (عدد الإجابات هو عددهم هناك لا عدد من قال ذلك)، "
      + "ثم الأصوات الفردية، وأخيرًا الافتراضات"
    return words
  }

  static func canvasInArabic() -> CanvasWords {
    var words = CanvasWords()
    words.subtitle = "لوحة الرحلة، تُملأ باليد"
    words.team = "الفريق"
    words.date = "التاريخ"
    words.sheet = "الورقة {} من {}"
    words.stages = "المراحل"
    words.steps = "نقاط التواصل"
    words.quotes = "بكلماتهم"
    words.pains = "ما يؤلم"
    words.gains = "ما هو جيد"
    words.owner = "من المسؤول"
    words.cardName = "نقطة التواصل"
    words.cardChannel = "أين يحدث"
    words.cardFelt = "الشعور"
    words.cut = "اطبع بنسبة {} وقُصّ عند العلامات"
    words.say = "{} ومكان لـ{} غيرها، تُملأ باليد."
    return words
  }
}
