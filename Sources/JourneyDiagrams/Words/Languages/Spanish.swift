import JourneyModel

extension Words {
  /// Spanish, as the Royal Academy writes numbers: groups from five digits on, set apart by a space.
  static let spanish: Words = {
    var words = Words(language: "es")
    words.numbers.decimalMark = ","
    words.numbers.groupMark = "\u{202F}"
    words.numbers.leastGrouped = 10_000
    words.numbers.percentForm = "{}\u{A0}%"
    words.numbers.belowForm = "<\u{202F}{}"
    words.numbers.aboveForm = ">\u{202F}{}"

    words.allPersonas = "todas las personas tipo"
    words.today = "como es hoy"
    words.planned = "como está previsto"
    words.customers = "clientes"
    words.countOfDefault = Plural("{}\u{A0}cliente", "{}\u{A0}clientes")
    words.noFlow = "sin datos de flujo"
    words.notMeasured = "sin medir"
    words.notKnown = "sin conocer"
    words.howItFeels = "cómo se siente"
    words.completed = "completan el recorrido"
    words.feltOnScale = "sentido, escala {} … {}"
    words.believed = "lo que creíamos"
    words.gap = "brecha de empatía"
    words.atTouchpoints = "{}, en {} de los {} puntos de contacto"
    words.hotspots = Plural("punto crítico", "puntos críticos")
    words.withoutOwner = "{}, {} sin responsable"
    words.months = [
      "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic",
    ]
    words.dayMonth = "{}\u{A0}{}"
    words.dayMonthYear = "{}\u{A0}{} {}"

    words.levels = ["Encantado", "Contento", "Neutro", "Frustrado", "Angustiado"]
    words.stillHere = "{} siguen aquí"
    words.leave = "{} abandonan"
    words.divertUnnamed = "{} se desvían"
    words.goBack = "{} vuelven atrás"
    words.beliefLine = "lo que creíamos"

    words.touchpoints = "Puntos de contacto"
    words.quotes = "En sus palabras"
    words.pains = "Puntos de dolor"
    words.decisions = "Decisiones"
    words.backstage = "Entre bastidores"
    words.quoted = "«{}»"
    words.quotedInside = "“{}”"
    words.more = "+{} más"
    words.noOwner = "sin responsable"
    words.due = "vence el {}"
    words.wholeJourney = "Todo el recorrido"
    words.insight = "Hallazgo: {}"
    words.undecided = "aún no se ha decidido nada"
    words.statuses = [
      .open: "abierta", .decided: "decidida", .acting: "en curso", .verified: "verificada",
      .rejected: "rechazada",
    ]

    words.legendSize = "círculo y cinta: cantidad de {}"
    words.legendFeeling = "altura y color: cómo se siente"
    words.legendBelief = "lo que creíamos"
    words.legendGap = "peor de lo que creemos"
    words.legendBetter = "mejor de lo que creemos"
    words.legendSure = "punto crítico, por orden"
    words.legendRanked = "{} de {} puntos críticos, por orden"
    words.legendSuspected = "punto crítico, supuesto"
    words.legendLeave = "quienes abandonan"
    words.legendDivert = "pasan a otro recorrido"
    words.legendAssumed = "puntuación supuesta"
    words.legendUnknown = "sin puntuación"
    words.legendInterval = "intervalo del {}"
    words.legendTruth = "momento de la verdad"
    words.legendLoop = "vuelven atrás"
    words.evidence = "Evidencia: {}"
    words.noEvidence = "Sin evidencia registrada"
    words.stillUnderWay = "{} aún en camino, fuera de estas proporciones"
    words.reviewed = "revisado el {}"
    words.asOf = "a {}"
    words.assumedScores = Plural("{} puntuación supuesta", "{} puntuaciones supuestas")
    words.missingScores = Plural(
      "{} punto de contacto sin puntuación", "{} puntos de contacto sin puntuación")
    words.methods = [
      .serviceImmersion: Plural("inmersión en el servicio\u{A0}({})"),
      .conversation: Plural("{} conversación", "{} conversaciones"),
      .observation: Plural("observación\u{A0}({})"),
      .problemInterview: Plural("{} entrevista de problema", "{} entrevistas de problema"),
      .interview: Plural("{} entrevista", "{} entrevistas"),
      .usabilityTest: Plural("{} prueba de usabilidad", "{} pruebas de usabilidad"),
      .survey: Plural("{} respuesta de encuesta", "{} respuestas de encuesta"),
      .analytics: Plural("datos de uso\u{A0}({})"),
      .selfExperience: Plural("recorrido propio\u{A0}({})"),
      .feedback: Plural("{} comentario recibido", "{} comentarios recibidos"),
      .complaint: Plural("{} reclamación", "{} reclamaciones"),
    ]

    words.summaryCounts = "{} en {}."
    words.countTouchpoints = Plural("{} punto de contacto", "{} puntos de contacto")
    words.countStages = Plural("{} etapa", "{} etapas")
    words.sayEnds = "De quienes empiezan, {} {}, {} abandonan."
    words.sayDiverted = "{} pasan a otro recorrido."
    words.sayEnded = "No se sabe cómo termina para {}."
    words.sayNoEnds = "No se sabe cómo termina para quienes empiezan."
    words.sayFelt = "sentido {}"
    words.sayAssumed = "sentido {}, supuesto"
    words.sayInterval = "entre {} y {} con un {} de confianza"
    words.sayUnknown = "sin puntuación"
    words.sayBelieved = "creído {}"
    words.sayReach = "{} llegan aquí"
    words.sayLeave = "{} de ellos abandonan"
    words.sayDivert = "{} de ellos pasan a {}"
    words.anotherJourney = "otro recorrido"
    words.sayHotspot = "punto crítico {}"
    words.saySuspected = "punto crítico {}, supuesto"
    words.sayTruth = "momento de la verdad"
    words.sayOwner = "responsable: {}"

    words.flow = flowInSpanish()
    words.map = mapInSpanish()
    words.simplification = simplificationInSpanish()
    words.curve = curveInSpanish()
    words.diff = diffInSpanish()
    words.heatmap = heatmapInSpanish()
    words.funnel = funnelInSpanish()
    words.blueprint = blueprintInSpanish()
    words.empathy = empathyInSpanish()
    words.canvas = canvasInSpanish()
    words.atlas = atlasInSpanish()
    words.page = pageInSpanish()
    return words
  }()

  private static func flowInSpanish() -> FlowWords {
    var words = FlowWords()
    words.start = "inicio"
    words.round = "{} otra vez"
    words.underWay = "{} en camino"
    words.ended = "{} con final desconocido"
    words.countedAsLeft = "{} contados como abandono"
    words.legendRibbon = "cinta y número: cantidad de {}"
    words.legendArrow = "lo que viene después"
    words.legendRibbonColor = "color: cómo se siente, de → a"
    words.legendReach = "barra y {}: parte de {} que llega aquí"
    words.legendBreak = "sigue en la fila siguiente"
    words.legendUnderWay = "aún en camino o final desconocido"
    words.leftOut = Plural(
      "{} transición menos frecuente, {} del tráfico, no se dibuja",
      "{} transiciones menos frecuentes, {} del tráfico, no se dibujan")
    words.elsewhere = Plural("{} toman {} camino menos común", "{} toman {} caminos menos comunes")
    words.gathered = Plural("{} punto de contacto más", "{} puntos de contacto más")
    words.gatheredFelt = "sentido {} … {}"
    words.legendGathered = "varios puntos de contacto, reunidos"
    words.unreached = "no alcanzado"
    words.legendElsewhere = "caminos menos comunes, reunidos"
    words.ofThoseWhoStart = "{} de quienes empiezan"
    return words
  }
}
