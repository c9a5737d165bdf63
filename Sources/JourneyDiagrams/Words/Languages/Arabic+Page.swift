extension Words {
  static func pageInArabic() -> PageWords {
    var words = PageWords()
    words.everybody = "الجميع"
    words.views = [
      "map": "خريطة",
      "flow": "مسار",
      "curve": "منحنى",
      "heatmap": "خريطة حرارية",
      "blueprint": "مخطّط الخدمة",
      "empathy": "خريطة التعاطف",
      "funnel": "قمع التحويل",
      "canvas": "لوحة",
    ]
    words.wholeJourney = "الرحلة كلّها"
    words.stagePlace = "المرحلة {} من {}"
    words.hotspotPlace = "النقطة الساخنة {} من {}"
    words.painPlace = "موضع الألم {} من {}"
    words.gapPlace = "الفجوة {} من {}"
    words.stepPlace = "{} من {}"
    words.felt = "الشعور"
    words.believed = "الظنّ"
    words.between = "بين {} و{}، بثقة {}"
    words.asked = Words.Plural(
      one: "سُئل شخص واحد", two: "سُئل شخصان", few: "سُئل {} أشخاص", many: "سُئل {} شخصًا",
      other: "سُئل {} شخص")
    words.assumed = "مفترض: لم يُسأل أحد"
    words.notMeasured = "لم يقس أحد هذا الشعور"
    words.feltBetter = "أفضل مما نظنّ"
    words.feltWorse = "أسوأ مما نظنّ"
    words.reach = "يصلون إلى هنا"
    words.leave = "منهم يغادرون"
    words.heat = "السخونة لكل {}"
    words.heatSuspected = "السخونة لكل {}، مشتبه بها"
    words.pain = "الألم، وأقصاه {}"
    words.pains = "ما يؤلم"
    words.gains = "ما هو جيد"
    words.decisions = "ما قرّرناه"
    words.owner = "المسؤول: {}"
    words.noOwner = "بلا مسؤول"
    words.truth = "لحظة الحقيقة"
    words.notes = "ملاحظات المتحدّث"
    words.now = "الآن"
    words.next = "التالي"
    words.clock = "الوقت"
    words.elapsed = "منذ البداية"
    words.restart = "إعادة ضبط الساعة"
    words.lastStep = "نهاية الرحلة"
    words.insights = "الرؤى"
    words.backstage = "خلف الكواليس"
    words.evidence = "الأدلة"
    words.care = "يُقرأ بحذر"
    words.notesWaiting = "في انتظار نافذة العرض."
    words.controls = "عناصر التحكّم"
    words.picture = "الصورة"
    words.details = "التفاصيل"
    words.step = "الخطوة"
    words.view = "العرض"
    words.persona = "الشخصية"
    words.back = "خطوة إلى الوراء"
    words.forward = "خطوة إلى الأمام"
    words.whole = "الخريطة كلّها"
    words.hotspots = "النقاط الساخنة"
    words.gaps = "الفجوة"
    words.fullScreen = "ملء الشاشة"
    words.help = "مساعدة"
    words.close = "إغلاق"
    words.keys = "المفاتيح"
    words.helpWalk = "التقدّم والرجوع؛ وكذلك جهاز التحكّم عن بُعد أو السحب"
    words.helpEnds = "الخطوة الأولى والأخيرة"
    words.helpScroll = "تمرير التفاصيل"
    words.helpHotspots = "النقاط الساخنة بحسب الترتيب"
    words.helpGap = "حيث كان ظنّنا أبعد ما يكون"
    words.helpPersona = "الشخصية التالية"
    words.helpView = "العرض التالي"
    words.helpWhole = "الخريطة كلّها"
    words.helpFull = "ملء الشاشة"
    words.helpBlack = "شاشة سوداء؛ أي مفتاح ينهيها"
    words.helpNotes = "ملاحظات المتحدّث في نافذة ثانية"
    words.helpHelp = "هذه المساعدة"
    words.singleKeys = "استخدام الحروف المفردة مفاتيحَ"
    words.noHotspots = "لا نقاط ساخنة معروفة"
    words.noGaps = "لا فجوات معروفة"
    words.noOtherPersona = "ليس في الرحلة شخصية أخرى"
    words.noOtherView = "لا يوجد عرض آخر"
    words.black = "الشاشة سوداء"
    words.blocked = "يمنع المتصفّح فتح النافذة الثانية؛ اسمح بالنوافذ المنبثقة"
    words.noFullScreen = "لا يسمح المتصفّح بملء الشاشة"
    words.notInView = "ليس في هذا العرض"
    words.problem = "في المستند خطأ؛ هذه آخر صورة سليمة"
    words.lost = "انقطع الاتصال، تُعاد المحاولة"
    return words
  }
}
