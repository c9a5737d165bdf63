extension Words {
  static func mapInFrench() -> MapWords {
    var words = MapWords()
    words.does = "Ce qu’ils font"
    words.thinks = "Ce qu’ils pensent"
    words.sees = "Ce qu’ils voient"
    words.says = "Ce qu’ils disent"
    words.hears = "Ce qu’ils entendent"
    words.gains = "Ce qui aide"
    words.owner = "Responsable"
    words.evidence = "Connu par"
    words.support = "Soutien"
    words.legendPeak = "pic\u{A0}: le plus ressenti"
    words.legendEnd = "fin\u{A0}: ressenti en dernier"
    words.legendBright = "point lumineux"
    words.legendPersonas = "ligne propre à chaque persona"
    words.sayPeak = "le plus ressenti sur le chemin le plus probable"
    words.sayEnd = "ressenti en dernier sur le chemin le plus probable"
    words.sayBright = "point lumineux"
    words.morePersonas = Plural(
      .zeroAndOne, "{} persona n’est pas dessiné", "{} personas ne sont pas dessinés")
    return words
  }

  static func simplificationInFrench() -> SimplificationWords {
    var words = SimplificationWords()
    words.drawn = Plural(
      .zeroAndOne, "{} point de contact sur {} est dessiné",
      "{} points de contact sur {} sont dessinés")
    words.drawnWithVisits = Plural(
      .zeroAndOne, "{} point de contact sur {} est dessiné, avec {} des visites",
      "{} points de contact sur {} sont dessinés, avec {} des visites")
    words.through = "des voies passent par les autres"
    words.gathered = Plural(
      .zeroAndOne, "{} autre est dessiné regroupé", "{} autres sont dessinés regroupés")
    words.rarerWays = Plural(
      .zeroAndOne, "{} voie plus rare entre eux, {} du trafic, n’est pas dessinée",
      "{} voies plus rares entre eux, {} du trafic, ne sont pas dessinées")
    words.stages = Plural(
      .zeroAndOne, "{} étape sur {} n’est pas dessinée", "{} étapes sur {} ne sont pas dessinées")
    words.leaving = "{} de ceux qui commencent partent à des points de contact non dessinés"
    words.leavingBriefly = "{} partent aux autres"
    words.ending =
      "{} de ceux qui commencent finissent, on ne sait comment, à des points non dessinés"
    words.endingBriefly = "{} finissent aux autres"
    words.untravelled = Plural(
      .zeroAndOne, "{} voie que personne ne prend ici n’est pas dessinée",
      "{} voies que personne ne prend ici ne sont pas dessinées")
    words.hotspots = Plural(
      .zeroAndOne, "{} point critique n’est pas dessiné", "{} points critiques ne sont pas dessinés"
    )
    words.separator = "\u{202F}; "
    return words
  }
}
