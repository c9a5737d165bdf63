extension Words {
  static func mapInSpanish() -> MapWords {
    var words = MapWords()
    words.does = "Qué hacen"
    words.thinks = "Qué piensan"
    words.sees = "Qué ven"
    words.says = "Qué dicen"
    words.hears = "Qué oyen"
    words.gains = "Qué ayuda"
    words.owner = "Responsable"
    words.evidence = "Se sabe por"
    words.support = "Apoyo"
    words.legendPeak = "pico: lo que más se siente"
    words.legendEnd = "final: lo último que se siente"
    words.legendBright = "momento destacado"
    words.legendPersonas = "línea propia de cada persona tipo"
    words.sayPeak = "lo que la mayoría más siente"
    words.sayEnd = "lo último que la mayoría siente"
    words.sayBright = "momento destacado"
    words.morePersonas = Plural(
      "{} persona tipo no está dibujada", "{} personas tipo no están dibujadas")
    return words
  }

  static func simplificationInSpanish() -> SimplificationWords {
    var words = SimplificationWords()
    words.drawn = "{} de {} puntos de contacto están dibujados"
    words.drawnWithVisits =
      "{} de {} puntos de contacto están dibujados, con {} de las visitas"
    words.hotspots = Plural(
      "{} punto crítico no está dibujado", "{} puntos críticos no están dibujados")
    return words
  }
}
