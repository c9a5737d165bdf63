import JourneyModel

extension Words {
  /// Arabic, with the months of Egypt and the Gulf; the region decides on digits.
  static let arabic: Words = {
    var words = Words(language: "ar")
    // Text runs from right to left, numbers do not: the sign keeps to the left of its number.
    words.numbers.beforeSign = "\u{200E}"
    words.numbers.belowForm = "أقل من {}"
    words.numbers.aboveForm = "أكثر من {}"

    words.allPersonas = "جميع الشخصيات"
    words.today = "كما هي اليوم"
    words.planned = "كما هو مخطَّط لها"
    words.customers = "العملاء"
    words.countOfCustomers = "{2}:\u{A0}{1}"
    words.countOfDefault = Plural(
      one: "عميل واحد", two: "عميلان", few: "{}\u{A0}عملاء", many: "{}\u{A0}عميلًا",
      other: "{}\u{A0}عميل")
    words.noFlow = "لا بيانات عن المسار"
    words.notMeasured = "غير مقيس"
    words.notKnown = "غير معروف"
    words.howItFeels = "الشعور"
    words.completed = "يُتمّون الرحلة"
    words.feltOnScale = "الشعور، على مقياس من {} إلى {}"
    words.believed = "ما كنّا نظنّه"
    words.gap = "فجوة التعاطف"
    words.atTouchpoints = "{}، في {} من أصل {} من نقاط التواصل"
    words.hotspots = Plural(
      one: "نقطة ساخنة", two: "نقاط ساخنة", few: "نقاط ساخنة", many: "نقطة ساخنة",
      other: "نقاط ساخنة")
    words.withoutOwner = "{}، منها {} بلا مسؤول"
    words.months = [
      "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
      "نوفمبر", "ديسمبر",
    ]
    words.monthsOfYear = "{} – {} {}"
    words.span = "من {} إلى {}"

    words.levels = ["مبتهج", "راضٍ", "محايد", "محبَط", "متألّم"]
    words.stillHere = "{} ما زالوا هنا"
    words.leave = "{} يغادرون"
    words.divert = "{} ← {}"
    words.divertUnnamed = "{} يتحوّلون"
    words.goBack = "{} يعودون"
    words.unknownScore = "؟"
    words.beliefLine = "ما كنّا نظنّه"

    words.touchpoints = "نقاط التواصل"
    words.quotes = "بكلماتهم"
    words.pains = "نقاط الألم"
    words.decisions = "القرارات"
    words.backstage = "خلف الكواليس"
    words.quoted = "«{}»"
    words.quotedInside = "“{}”"
    words.listSeparator = "، "
    words.clauseSeparator = "؛ "
    words.more = "و{} غيرها"
    words.noOwner = "بلا مسؤول"
    words.due = "الموعد {}"
    words.wholeJourney = "الرحلة كلّها"
    words.insight = "رؤية: {}"
    words.undecided = "لم يُقرَّر شيء بعد"
    words.statuses = [
      .open: "مفتوح", .decided: "متَّخَذ", .acting: "قيد التنفيذ", .verified: "ثبت أثره",
      .rejected: "مرفوض",
    ]

    words.legendSize = "الدائرة والشريط: عدد {}"
    words.legendFeeling = "الارتفاع واللون: الشعور"
    words.legendBelief = "ما كنّا نظنّه"
    words.legendGap = "أسوأ مما نظنّ"
    words.legendBetter = "أفضل مما نظنّ"
    words.legendSure = "نقطة ساخنة، بحسب الترتيب"
    words.legendRanked = "{} من أصل {} من النقاط الساخنة، بحسب الترتيب"
    words.legendSuspected = "نقطة ساخنة مشتبه بها"
    words.legendLeave = "من يغادرون"
    words.legendDivert = "ينتقلون إلى رحلة أخرى"
    words.legendAssumed = "درجة مفترضة"
    words.legendUnknown = "بلا درجة"
    words.legendInterval = "مجال ثقة {}"
    words.legendTruth = "لحظة الحقيقة"
    words.legendLoop = "يعودون"
    words.evidence = "الأدلة: {}"
    words.noEvidence = "لا أدلة مسجَّلة"
    words.stillUnderWay = "{} ما زالوا في الطريق، خارج هذه النسب"
    words.reviewed = "روجعت في {}"
    words.asOf = "حتى {}"
    words.assumedScores = Plural(
      one: "درجة واحدة مفترضة", two: "درجتان مفترضتان", few: "{} درجات مفترضة",
      many: "{} درجة مفترضة", other: "{} درجة مفترضة")
    words.missingScores = Plural(
      one: "نقطة تواصل واحدة بلا درجة", two: "نقطتا تواصل بلا درجة",
      few: "{} نقاط تواصل بلا درجة", many: "{} نقطة تواصل بلا درجة",
      other: "{} نقطة تواصل بلا درجة")
    words.methods = methodsInArabic()

    words.summaryCounts = "{} في {}."
    words.countTouchpoints = Plural(
      zero: "لا نقاط تواصل", one: "نقطة تواصل واحدة", two: "نقطتا تواصل", few: "{} نقاط تواصل",
      many: "{} نقطة تواصل", other: "{} نقطة تواصل")
    words.countStages = Plural(
      zero: "لا مراحل", one: "مرحلة واحدة", two: "مرحلتين", few: "{} مراحل", many: "{} مرحلة",
      other: "{} مرحلة")
    words.sayEnds = "من بين من يبدؤون: {} {}، و{} يغادرون."
    words.sayDiverted = "{} ينتقلون إلى رحلة أخرى."
    words.sayEnded = "لا يُعرف كيف تنتهي لدى {}."
    words.sayNoEnds = "لا يُعرف كيف تنتهي لدى من يبدؤون."
    words.sayFelt = "الشعور {}"
    words.sayAssumed = "الشعور {}، مفترض"
    words.sayInterval = "بين {} و{} بثقة {}"
    words.sayAsked = "عدد الإجابات\u{A0}{}"
    words.sayUnknown = "بلا درجة"
    words.sayBelieved = "الظنّ {}"
    words.sayReach = "{} يصلون إلى هنا"
    words.sayLeave = "{} منهم يغادرون"
    words.sayDivert = "{} منهم ينتقلون إلى {}"
    words.anotherJourney = "رحلة أخرى"
    words.sayHotspot = "النقطة الساخنة {}"
    words.saySuspected = "النقطة الساخنة {}، مشتبه بها"
    words.sayTruth = "لحظة الحقيقة"
    words.sayOwner = "المسؤول: {}"

    words.flow = flowInArabic()
    words.map = mapInArabic()
    words.simplification = simplificationInArabic()
    words.curve = curveInArabic()
    words.diff = diffInArabic()
    words.heatmap = heatmapInArabic()
    words.funnel = funnelInArabic()
    words.blueprint = blueprintInArabic()
    words.empathy = empathyInArabic()
    words.canvas = canvasInArabic()
    words.atlas = atlasInArabic()
    words.page = pageInArabic()
    return words
  }()

  private static func methodsInArabic() -> [Evidence.Method: Plural] {
    [
      .serviceImmersion: Plural("معايشة الخدمة\u{A0}({})"),
      .conversation: Plural(
        one: "محادثة واحدة", two: "محادثتان", few: "{} محادثات", many: "{} محادثة",
        other: "{} محادثة"),
      .observation: Plural("ملاحظة\u{A0}({})"),
      .problemInterview: Plural(
        one: "مقابلة استكشاف واحدة", two: "مقابلتا استكشاف", few: "{} مقابلات استكشاف",
        many: "{} مقابلة استكشاف", other: "{} مقابلة استكشاف"),
      .interview: Plural(
        one: "مقابلة واحدة", two: "مقابلتان", few: "{} مقابلات", many: "{} مقابلة",
        other: "{} مقابلة"),
      .usabilityTest: Plural(
        one: "اختبار استخدام واحد", two: "اختبارا استخدام", few: "{} اختبارات استخدام",
        many: "{} اختبار استخدام", other: "{} اختبار استخدام"),
      .survey: Plural(
        one: "إجابة استبيان واحدة", two: "إجابتا استبيان", few: "{} إجابات استبيان",
        many: "{} إجابة استبيان",
        other: "{} إجابة استبيان"),
      .analytics: Plural("بيانات الاستخدام\u{A0}({})"),
      .selfExperience: Plural("تجربة ذاتية\u{A0}({})"),
      .feedback: Plural(
        one: "تعليق واحد", two: "تعليقان", few: "{} تعليقات", many: "{} تعليقًا", other: "{} تعليق"),
      .complaint: Plural(
        one: "شكوى واحدة", two: "شكويان", few: "{} شكاوى", many: "{} شكوى", other: "{} شكوى"),
    ]
  }

  private static func flowInArabic() -> FlowWords {
    var words = FlowWords()
    words.start = "البداية"
    words.about = "نحو {}"
    words.round = "{} مرة أخرى"
    words.underWay = "{} في الطريق"
    words.ended = "{} بنهاية غير معروفة"
    words.countedAsLeft = "{} يُعدّون مغادرين"
    words.legendRibbon = "الشريط والرقم: عدد {}"
    words.legendArrow = "ما يأتي بعد ذلك"
    words.legendRibbonColor = "اللون: الشعور، من ← إلى"
    words.legendReach = "العمود و{}: نسبة {} الذين يصلون إلى هنا"
    words.legendBreak = "يتبع في الصف التالي"
    words.legendUnderWay = "ما زالوا في الطريق أو النهاية غير معروفة"
    words.leftOut = Plural(
      one: "لم يُرسم انتقال أندر واحد، أي {2} من الحركة",
      two: "لم يُرسم انتقالان أندر، أي {2} من الحركة",
      few: "لم تُرسم {} انتقالات أندر، أي {} من الحركة",
      many: "لم يُرسم {} انتقالًا أندر، أي {} من الحركة",
      other: "لم يُرسم {} انتقال أندر، أي {} من الحركة")
    words.fromTo = "{} ← {}"
    words.elsewhere = Plural(
      one: "{} يسلكون طريقًا أندر", two: "{} يسلكون طريقين أندر", few: "{} يسلكون {} طرق أندر",
      many: "{} يسلكون {} طريقًا أندر", other: "{} يسلكون {} طريق أندر")
    words.gathered = Plural(
      one: "نقطة تواصل أخرى", two: "نقطتا تواصل أخريان", few: "{} نقاط تواصل أخرى",
      many: "{} نقطة تواصل أخرى", other: "{} نقطة تواصل أخرى")
    words.gatheredFelt = "الشعور {} … {}"
    words.legendGathered = "عدة نقاط تواصل مجمّعة"
    words.unreached = "لا يصلها أحد"
    words.legendElsewhere = "طرق أندر مجموعة"
    words.ofThoseWhoStart = "{} ممن يبدؤون"
    return words
  }
}
