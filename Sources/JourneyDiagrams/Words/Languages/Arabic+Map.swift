extension Words {
  static func mapInArabic() -> MapWords {
    var words = MapWords()
    words.does = "ما يفعلون"
    words.thinks = "ما يفكرون فيه"
    words.sees = "ما يرون"
    words.says = "ما يقولون"
    words.hears = "ما يسمعون"
    words.gains = "ما يساعد"
    words.owner = "المسؤول"
    words.evidence = "المعروف من"
    words.support = "الدعم"
    words.legendPeak = "الذروة: أقوى شعور"
    words.legendEnd = "النهاية: آخر شعور"
    words.legendBright = "نقطة مضيئة"
    words.legendPersonas = "خط لكل شخصية"
    words.sayPeak = "أقوى ما يشعر به معظمهم"
    words.sayEnd = "آخر ما يشعر به معظمهم"
    words.sayBright = "نقطة مضيئة"
    words.morePersonas = Plural(
      one: "شخصية واحدة غير مرسومة", two: "شخصيتان غير مرسومتين", few: "{} شخصيات غير مرسومة",
      many: "{} شخصية غير مرسومة", other: "{} شخصية غير مرسومة")
    return words
  }

  static func simplificationInArabic() -> SimplificationWords {
    var words = SimplificationWords()
    words.drawn = "رُسمت {} من أصل {} من نقاط التواصل"
    words.drawnWithVisits =
      "رُسمت {} من أصل {} من نقاط التواصل، ولها {} من الزيارات"
    words.hotspots = Plural(
      one: "نقطة ساخنة واحدة غير مرسومة", two: "نقطتان ساخنتان غير مرسومتين",
      few: "{} نقاط ساخنة غير مرسومة", many: "{} نقطة ساخنة غير مرسومة",
      other: "{} نقطة ساخنة غير مرسومة")
    words.separator = "؛ "
    return words
  }
}
