import JourneyModel

extension Words {
  static func curveInSpanish() -> CurveWords {
    var words = CurveWords()
    words.everybody = "todos"
    words.leadLowest = "Lo más bajo en «{}» ({}), lo más alto en «{}» ({})."
    words.leadOne = "Se siente {} en «{}»."
    words.leadWorse = "Lo más sobrestimado: {}, creído {}, sentido {}."
    words.leadBetter = "Lo más subestimado: {}, creído {}, sentido {}."
    words.leadNothing = "No se ha preguntado a nadie cómo se siente."
    words.noScoresTitle = "Aún no hay puntuaciones"
    words.noScoresText =
      "No se ha preguntado a nadie cómo se siente, así que no hay nada que dibujar. "
      + "Añada al documento lo que sepa, en su escala:"
    words.noScoresAfter = "Las respuestas de una encuesta se convierten en puntuaciones con {}"
    words.asked = "n\u{A0}{}"
    words.assumed = "supuesto"
    words.measuredAt = "conocido en {} de {}"
    words.sayPersona = "{}: {}"
    words.legendBridge = "sin medir entre ambos"
    return words
  }

  static func heatmapInSpanish() -> HeatmapWords {
    var words = HeatmapWords()
    words.everybody = "todos"
    words.allChannels = "todos los canales"
    words.allStages = "todas las etapas"
    words.noChannel = "sin canal"
    words.noStage = "sin etapa"
    words.reach = "llegan aquí"
    words.leaveHere = "de ellos abandonan"
    words.visits = "visitas de media"
    words.leaveOfAll = "de todos abandonan"
    words.heat = "calor"
    words.asked = "n\u{A0}{}"
    words.pooled = "×{}"
    words.pooledOf = "×{} de {}"
    words.leadPersonas =
      "Cómo se siente cada punto de contacto para todos y para cada persona tipo."
    words.leadOne = "Cómo se siente cada punto de contacto."
    words.leadChannels =
      "Cómo se siente en cada canal y en cada etapa: media de sus puntos de contacto medidos{}."
    words.leadStages =
      "Cómo se siente en cada etapa y canal: media de sus puntos de contacto medidos{}."
    words.weighted = ", ponderada por visitas"
    words.unweighted = ", cada uno contado una vez por falta de datos de flujo"
    words.farthest = "La mayor distancia en «{}»: {} {}, {} {}."
    words.hottest = "Puesto {} por calor: {}, calor {}."
    words.lowest = "Lo más bajo: {}, {} ({})."
    words.legendCell = "color, cara y número: cómo se siente"
    words.legendAsked = "n: a cuántos se preguntó"
    words.legendPooled = "×: en cuántos puntos de contacto se basa el valor"
    words.legendUnmeasured = "sin medir"
    words.legendAbsent = "esta persona tipo nunca llega aquí"
    words.legendNothing = "ningún punto de contacto"
    words.legendHeat = "calor: pérdida y malestar por cada {} {} que empiezan"
    words.sayHeat = "calor {}"
    words.sayFrom = "de {}"
    words.sayCell = "{}: {}"
    words.noTouchpoints = "Todavía no hay puntos de contacto."
    return words
  }

  static func funnelInSpanish() -> FunnelWords {
    var words = FunnelWords()
    words.start = "Inicio"
    words.stillHere = "siguen aquí"
    words.leave = "{} abandonan"
    words.divert = "{} → {}"
    words.divertUnnamed = "{} se desvían"
    words.ended = "{} con final desconocido"
    words.nobody = "nadie abandona aquí"
    words.completeHere = "{} {}"
    words.withoutTouchpoint = "antes del primer punto de contacto"
    words.more = "+{} más"
    words.place = "{} {}"
    words.leadLoss =
      "Donde más se abandona es en «{}»: {} de todos los que empiezan, sobre todo desde "
      + "«{}»."
    words.leadLossAt = "Donde más se abandona es en «{}»: {} de todos los que empiezan."
    words.leadNobody = "Nadie abandona."
    words.leadUnderWay = Plural(
      "{} seguía en camino al terminar el recuento y no está en estas proporciones.",
      "{} seguían en camino al terminar el recuento y no están en estas proporciones.")
    words.leadMainPath = "Se dibujan {} puntos de contacto del camino más recorrido."
    words.noFlowTitle = "Sin datos de flujo"
    words.noFlowText =
      "Nadie ha anotado aún cuántos van adónde, así que nadie puede decir cuántos siguen "
      + "aquí. Añada al documento lo que sepa, en cantidades o en proporciones:"
    words.noFlowAfter = "Lo desconocido puede seguir siéndolo: una línea ya es un comienzo."
    words.legendRibbon = "cinta: parte de {} que sigue aquí"
    words.legendColor = "color: cómo se siente"
    words.legendLeave = "abandonan"
    words.legendDivert = "pasan a otro recorrido"
    words.legendEnded = "final desconocido"
    words.legendStep = "quien vuelve atrás se cuenta en el punto más avanzado"
    words.sayMembers = "{} ({})"
    words.sayStep = "{}: {} siguen aquí; {}."
    words.leadLossBetween =
      "Donde más se abandona es entre «{}» y «{}»: {} de todos los que empiezan."
    return words
  }

  static func blueprintInSpanish() -> BlueprintWords {
    var words = BlueprintWords()
    words.props = "Evidencia física"
    words.actions = "Acciones del cliente"
    words.frontstage = "Cara al público"
    words.backstage = "Entre bastidores"
    words.support = "Procesos de apoyo"
    words.lineOfInteraction = "línea de interacción"
    words.lineOfVisibility = "línea de visibilidad"
    words.lineOfInternalInteraction = "línea de interacción interna"
    words.nothingRecorded = "nada registrado todavía"
    words.kinds = [
      .digital: "canal digital",
      .physical: "presencial",
      .human: "personal humano",
      .none: "sin contacto",
    ]
    words.legendFeeling = "círculo: cómo se siente"
    words.legendNext = "lo que viene después"
    words.legendWays = "adónde siguen: parte de las visitas"
    words.legendLink = "en qué se apoya"
    words.legendWide = "una caja ancha: la misma para varios pasos"
    words.sayChannel = "canal {}"
    words.sayWay = "{} de ellos van a {}"
    words.sayList = "{}: {}"
    return words
  }

  static func empathyInSpanish() -> EmpathyWords {
    var words = EmpathyWords()
    words.thinks = "Piensa y siente"
    words.sees = "Ve"
    words.says = "Dice y hace"
    words.hears = "Oye"
    words.pains = "Dolores"
    words.gains = "Beneficios"
    words.nothingRecorded = "nada registrado todavía"
    words.everybody = "Todos"
    words.everyPersona = "un mapa para todas las personas tipo: {}"
    words.noPersona = "un mapa para todos; sin personas tipo registradas"
    words.shareOf = "{} de {}"
    words.feels = "siente {} de media"
    words.everybodyFeels = "sienten {} de media"
    words.feelsUnknown = "sentimiento sin medir"
    words.assumed = "supuesto"
    words.oneCustomer = "un cliente"
    words.value = "lo que importa a {}"
    words.motivation = "lo que mueve a {}"
    words.goal = "lo que {} quiere lograr"
    words.need = "lo que {} necesita"
    words.neverReviewed = "nunca revisado"
    words.legendDot = "punto: cómo se siente allí"
    words.legendAssumed = "no se preguntó a nadie"
    words.ranked =
      "En cada campo, primero lo anotado donde se midió a más clientes (n: medidos allí, no quienes "
      + "lo dijeron), luego voces sueltas y al final supuestos"
    return words
  }

  static func canvasInSpanish() -> CanvasWords {
    var words = CanvasWords()
    words.subtitle = "Lienzo del recorrido para rellenar a mano"
    words.team = "Equipo"
    words.date = "Fecha"
    words.sheet = "Hoja {} de {}"
    words.stages = "Etapas"
    words.steps = "Puntos de contacto"
    words.quotes = "En sus palabras"
    words.pains = "Qué duele"
    words.gains = "Qué está bien"
    words.owner = "Quién responde de ello"
    words.cardName = "Punto de contacto"
    words.cardChannel = "Dónde ocurre"
    words.cardFelt = "Cómo se siente"
    words.cut = "Imprimir al {}, cortar por las marcas"
    words.say = "{} y sitio para {} más, para rellenar a mano."
    return words
  }
}
