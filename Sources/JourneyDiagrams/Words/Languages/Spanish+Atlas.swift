extension Words {
  static func atlasInSpanish() -> AtlasWords {
    var words = AtlasWords()
    words.title = "Recorridos de clientes"
    words.journeys = Words.Plural("{} recorrido", "{} recorridos")
    words.links = Words.Plural("{} paso", "{} pasos")
    words.journeysOfAll = Words.Plural("{} de {} recorrido", "{} de {} recorridos")
    words.linksOfAll = Words.Plural("{} de {} paso", "{} de {} pasos")
    words.believedGood = "de los puntos de contacto los creemos buenos"
    words.feltGood = "se sienten bien"
    words.complete = "completan"
    words.completeSaid = "{} completan"
    words.hereAndThere = "{} aquí, {} tras pasar a otro"
    words.noHotspot = "ningún punto crítico"
    words.unlinked = "No llevan a ninguno de los demás"
    words.hottestFirst = "el más caliente primero"
    words.leftOut = Words.Plural(
      "{} recorrido más, menos conectado y menos caliente, no está dibujado.",
      "{} recorridos más, menos conectados y menos calientes, no están dibujados.")
    words.sayGoOver = "{} de quienes empiezan {} pasan a {}"
    words.legendFeeling = "color y cara: cómo se siente el recorrido"
    words.legendCurve = "línea: de un punto de contacto a otro"
    words.legendRibbon = "cinta: quiénes pasan, y qué parte de quienes empiezan"
    words.legendHere = "completan aquí"
    words.legendThere = "completan tras pasar a otro"
    words.legendUnknown = "final desconocido"
    words.legendHot = "marco rojo: los recorridos más calientes"
    words.legendHottest = "punto de contacto más caliente, calor por cada {} que empiezan"
    return words
  }
}
