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
    words.sayPeak = "أقوى شعور على الطريق الأرجح"
    words.sayEnd = "آخر شعور على الطريق الأرجح"
    words.sayBright = "نقطة مضيئة"
    words.morePersonas = Plural(
      one: "شخصية واحدة غير مرسومة", two: "شخصيتان غير مرسومتين", few: "{} شخصيات غير مرسومة",
      many: "{} شخصية غير مرسومة", other: "{} شخصية غير مرسومة")
    return words
  }

  static func simplificationInArabic() -> SimplificationWords {
    var words = SimplificationWords()
    let drawn = "رُسمت {} من أصل {} من نقاط التواصل"
    words.drawn = Plural(
      one: "رُسمت نقطة تواصل واحدة من أصل {2}", two: "رُسمت نقطتا تواصل من أصل {2}",
      few: drawn, many: drawn, other: drawn)
    let visited = "رُسمت {} من أصل {} من نقاط التواصل، ولها {} من الزيارات"
    words.drawnWithVisits = Plural(
      one: "رُسمت نقطة تواصل واحدة من أصل {2}، ولها {3} من الزيارات",
      two: "رُسمت نقطتا تواصل من أصل {2}، ولهما {3} من الزيارات", few: visited, many: visited,
      other: visited)
    words.through = "وتمر الطرق عبر البقية"
    words.gathered = Plural(
      one: "نقطة أخرى مرسومة مجمّعة", two: "نقطتان أخريان مرسومتان مجمّعتين",
      few: "{} نقاط أخرى مرسومة مجمّعة", many: "{} نقطة أخرى مرسومة مجمّعة",
      other: "{} نقطة أخرى مرسومة مجمّعة")
    words.rarerWays = Plural(
      one: "طريق واحد أندر بينها، {2} من الحركة هناك، غير مرسوم",
      two: "طريقان أندر بينها، {2} من الحركة هناك، غير مرسومين",
      few: "{} طرق أندر بينها، {} من الحركة هناك، غير مرسومة",
      many: "{} طريقًا أندر بينها، {} من الحركة هناك، غير مرسومة",
      other: "{} طريق أندر بينها، {} من الحركة هناك، غير مرسومة")
    words.stages = Plural(
      one: "مرحلة واحدة من أصل {2} غير مرسومة", two: "مرحلتان من أصل {2} غير مرسومتين",
      few: "{} مراحل من أصل {} غير مرسومة", many: "{} مرحلة من أصل {} غير مرسومة",
      other: "{} مرحلة من أصل {} غير مرسومة")
    words.leaving = "{} ممن يبدؤون يغادرون عند نقاط تواصل غير مرسومة"
    words.leavingBriefly = "{} يغادرون عند البقية"
    words.ending =
      "{} ممن يبدؤون ينتهون عند نقاط تواصل غير مرسومة، ولا يُعرف كيف"
    words.endingBriefly = "{} ينتهون عند البقية"
    words.untravelled = Plural(
      one: "طريق واحد لا يسلكه أحد هنا غير مرسوم", two: "طريقان لا يسلكهما أحد هنا غير مرسومين",
      few: "{} طرق لا يسلكها أحد هنا غير مرسومة", many: "{} طريقًا لا يسلكه أحد هنا غير مرسوم",
      other: "{} طريق لا يسلكه أحد هنا غير مرسوم")
    words.hotspots = Plural(
      one: "نقطة ساخنة واحدة غير مرسومة", two: "نقطتان ساخنتان غير مرسومتين",
      few: "{} نقاط ساخنة غير مرسومة", many: "{} نقطة ساخنة غير مرسومة",
      other: "{} نقطة ساخنة غير مرسومة")
    words.separator = "؛ "
    return words
  }
}
