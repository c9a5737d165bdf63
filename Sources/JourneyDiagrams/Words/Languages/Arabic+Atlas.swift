extension Words {
  static func atlasInArabic() -> AtlasWords {
    var words = AtlasWords()
    words.title = "رحلات العملاء"
    words.journeys = Words.Plural(
      zero: "لا رحلات", one: "رحلة واحدة", two: "رحلتان", few: "{} رحلات", many: "{} رحلة",
      other: "{} رحلة")
    words.links = Words.Plural(
      zero: "لا انتقالات", one: "انتقال واحد", two: "انتقالان", few: "{} انتقالات",
      many: "{} انتقالًا", other: "{} انتقال")
    words.journeysOfAll = Words.Plural(
      zero: "{} من {} رحلة", one: "{} من رحلة واحدة", two: "{} من رحلتين", few: "{} من {} رحلات",
      many: "{} من {} رحلة", other: "{} من {} رحلة")
    words.linksOfAll = Words.Plural(
      zero: "{} من {} انتقال", one: "{} من انتقال واحد", two: "{} من انتقالين",
      few: "{} من {} انتقالات", many: "{} من {} انتقالًا", other: "{} من {} انتقال")
    words.believedGood = "من نقاط التواصل نظنّها جيدة"
    words.feltGood = "يُشعَر بأنها جيدة"
    words.complete = "يُتمّون"
    words.completeSaid = "{} يُتمّون"
    words.hereAndThere = "{} هنا، {} بعد الانتقال"
    words.noHotspot = "لا نقطة ساخنة"
    words.unlinked = "لا تقود إلى أيٍّ من الأخرى"
    words.hottestFirst = "الأسخن أولًا"
    words.leftOut = Words.Plural(
      zero: "كل الرحلات مرسومة.", one: "رحلة أخرى أقل ارتباطًا وأقل سخونة غير مرسومة.",
      two: "رحلتان أخريان أقل ارتباطًا وأقل سخونة غير مرسومتين.",
      few: "{} رحلات أخرى أقل ارتباطًا وأقل سخونة غير مرسومة.",
      many: "{} رحلة أخرى أقل ارتباطًا وأقل سخونة غير مرسومة.",
      other: "{} رحلة أخرى أقل ارتباطًا وأقل سخونة غير مرسومة.")
    words.sayGoOver = "{} ممن يبدؤون {} ينتقلون إلى {}"
    words.legendFeeling = "اللون والوجه: الشعور في الرحلة"
    words.legendCurve = "الخط: من نقطة تواصل إلى أخرى"
    words.legendRibbon = "الشريط: من ينتقلون، ونسبتهم ممن يبدؤون"
    words.legendHere = "يُتمّون هنا"
    words.legendThere = "يُتمّون بعد الانتقال"
    words.legendUnknown = "النهاية مجهولة"
    words.legendHot = "الإطار الأحمر: الرحلات الأسخن"
    words.legendHottest = "أسخن نقطة تواصل، السخونة لكل {} ممن يبدؤون"
    return words
  }
}
