extension Words {
  static func atlasInGerman() -> AtlasWords {
    var words = AtlasWords()
    words.title = "Kundenreisen"
    words.journeys = Words.Plural("{} Reise", "{} Reisen")
    words.links = Words.Plural("{} Wechsel", "{} Wechsel")
    words.journeysOfAll = Words.Plural("{} von {} Reise", "{} von {} Reisen")
    words.linksOfAll = Words.Plural("{} von {} Wechsel", "{} von {} Wechseln")
    words.believedGood = "der Kontaktpunkte halten wir für gut"
    words.feltGood = "fühlen sich gut an"
    words.complete = "kommen ans Ziel"
    words.completeSaid = "{} kommen ans Ziel"
    words.hereAndThere = "{} hier, {} nach dem Wechsel"
    words.noHotspot = "kein Brennpunkt"
    words.unlinked = "Ohne Wechsel auf eine der anderen"
    words.hottestFirst = "die heißeste zuerst"
    words.leftOut = Words.Plural(
      "{} weitere Reise, weniger verbunden und weniger heiß, ist nicht gezeichnet.",
      "{} weitere Reisen, weniger verbunden und weniger heiß, sind nicht gezeichnet.")
    words.sayGoOver = "{} derer, die {} beginnen, wechseln auf {}"
    words.legendFeeling = "Farbe und Gesicht: wie sich die Reise anfühlt"
    words.legendCurve = "Linie: von Kontaktpunkt zu Kontaktpunkt"
    words.legendRibbon = "Band: wer wechselt, und welcher Anteil derer, die beginnen"
    words.legendHere = "kommen hier ans Ziel"
    words.legendThere = "kommen nach dem Wechsel ans Ziel"
    words.legendUnknown = "Ausgang unbekannt"
    words.legendHot = "roter Rahmen: die heißesten Reisen"
    words.legendHottest = "heißester Kontaktpunkt, Hitze je {}, die beginnen"
    return words
  }
}
