extension Words {
  static func mapInGerman() -> MapWords {
    var words = MapWords()
    words.does = "Was sie tun"
    words.thinks = "Was sie denken"
    words.sees = "Was sie sehen"
    words.says = "Was sie sagen"
    words.hears = "Was sie hören"
    words.gains = "Was hilft"
    words.owner = "Zuständig"
    words.evidence = "Bekannt aus"
    words.support = "Unterstützung"
    words.legendPeak = "Spitze: am stärksten gefühlt"
    words.legendEnd = "Ende: zuletzt gefühlt"
    words.legendBright = "Lichtblick"
    words.legendPersonas = "eigene Linie jeder Persona"
    words.sayPeak = "was auf dem wahrscheinlichsten Weg am stärksten gefühlt wird"
    words.sayEnd = "was auf dem wahrscheinlichsten Weg zuletzt gefühlt wird"
    words.sayBright = "Lichtblick"
    words.morePersonas = Plural(
      "{} Persona ist nicht gezeichnet", "{} Personas sind nicht gezeichnet")
    return words
  }

  static func simplificationInGerman() -> SimplificationWords {
    var words = SimplificationWords()
    words.drawn = Plural(
      "{} von {} Kontaktpunkten ist gezeichnet",
      "{} von {} Kontaktpunkten sind gezeichnet")
    words.drawnWithVisits = Plural(
      "{} von {} Kontaktpunkten ist gezeichnet, mit {} aller Besuche",
      "{} von {} Kontaktpunkten sind gezeichnet, mit {} aller Besuche")
    words.through = "Wege führen durch die übrigen"
    words.gathered = Plural(
      "{} weiterer ist gesammelt gezeichnet", "{} weitere sind gesammelt gezeichnet")
    words.rarerWays = Plural(
      "{} seltenerer Weg zwischen ihnen, {} des Verkehrs dort, ist nicht gezeichnet",
      "{} seltenere Wege zwischen ihnen, {} des Verkehrs dort, sind nicht gezeichnet")
    words.stages = Plural(
      "{} von {} Phasen ist nicht gezeichnet", "{} von {} Phasen sind nicht gezeichnet")
    words.leaving = "{} aller am Start gehen an Kontaktpunkten, die nicht gezeichnet sind"
    words.leavingBriefly = "{} gehen an den anderen"
    words.ending =
      "{} aller am Start enden, unbekannt wie, an Kontaktpunkten, die nicht gezeichnet sind"
    words.endingBriefly = "{} enden an den anderen"
    words.untravelled = Plural(
      "{} Weg, den hier niemand nimmt, ist nicht gezeichnet",
      "{} Wege, die hier niemand nimmt, sind nicht gezeichnet")
    words.hotspots = Plural(
      "{} Brennpunkt ist nicht gezeichnet", "{} Brennpunkte sind nicht gezeichnet")
    return words
  }
}
