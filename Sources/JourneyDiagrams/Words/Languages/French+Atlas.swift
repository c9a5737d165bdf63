extension Words {
  static func atlasInFrench() -> AtlasWords {
    var words = AtlasWords()
    words.title = "Parcours clients"
    words.journeys = Words.Plural(.zeroAndOne, "{} parcours", "{} parcours")
    words.links = Words.Plural(.zeroAndOne, "{} passage", "{} passages")
    words.journeysOfAll = Words.Plural(.zeroAndOne, "{} parcours sur {}", "{} parcours sur {}")
    words.linksOfAll = Words.Plural(.zeroAndOne, "{} passage sur {}", "{} passages sur {}")
    words.believedGood = "des points de contact, nous les croyons bons"
    words.feltGood = "sont bien vécus"
    words.complete = "vont au bout"
    words.completeSaid = "{} vont au bout"
    words.hereAndThere = "{} ici, {} après le passage"
    words.noHotspot = "aucun point critique"
    words.unlinked = "Ne mènent à aucun des autres"
    words.hottestFirst = "le plus chaud d’abord"
    words.leftOut = Words.Plural(
      .zeroAndOne, "{} autre parcours, moins lié et moins chaud, n’est pas dessiné.",
      "{} autres parcours, moins liés et moins chauds, ne sont pas dessinés.")
    words.sayGoOver = "{} de ceux qui commencent {} passent à {}"
    words.legendFeeling = "couleur et visage\u{A0}: le ressenti du parcours"
    words.legendCurve = "ligne\u{A0}: d’un point de contact à l’autre"
    words.legendRibbon = "ruban\u{A0}: qui passe, et quelle part de ceux qui commencent"
    words.legendHere = "vont au bout ici"
    words.legendThere = "vont au bout après le passage"
    words.legendUnknown = "issue inconnue"
    words.legendHot = "cadre rouge\u{A0}: les parcours les plus chauds"
    words.legendHottest = "point de contact le plus chaud, chaleur pour {} qui commencent"
    return words
  }
}
