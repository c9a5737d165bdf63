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
    words.sayPeak = "lo que más se siente en el camino más probable"
    words.sayEnd = "lo último que se siente en el camino más probable"
    words.sayBright = "momento destacado"
    words.morePersonas = Plural(
      "{} persona tipo no está dibujada", "{} personas tipo no están dibujadas")
    return words
  }

  static func simplificationInSpanish() -> SimplificationWords {
    var words = SimplificationWords()
    words.drawn = Plural(
      "{} de {} puntos de contacto está dibujado",
      "{} de {} puntos de contacto están dibujados")
    words.drawnWithVisits = Plural(
      "{} de {} puntos de contacto está dibujado, con {} de las visitas",
      "{} de {} puntos de contacto están dibujados, con {} de las visitas")
    words.through = "hay caminos que pasan por los demás"
    words.gathered = Plural(
      "{} más está dibujado en grupo", "{} más están dibujados en grupo")
    words.rarerWays = Plural(
      "{} camino menos común entre ellos, {} del tráfico, no está dibujado",
      "{} caminos menos comunes entre ellos, {} del tráfico, no están dibujados")
    words.stages = Plural(
      "{} de {} etapas no está dibujada", "{} de {} etapas no están dibujadas")
    words.leaving = "{} de quienes empiezan se van en puntos de contacto no dibujados"
    words.leavingBriefly = "{} se van en los demás"
    words.ending =
      "{} de quienes empiezan terminan, no se sabe cómo, en puntos de contacto no dibujados"
    words.endingBriefly = "{} terminan en los demás"
    words.untravelled = Plural(
      "{} camino que nadie toma aquí no está dibujado",
      "{} caminos que nadie toma aquí no están dibujados")
    words.hotspots = Plural(
      "{} punto crítico no está dibujado", "{} puntos críticos no están dibujados")
    return words
  }
}
