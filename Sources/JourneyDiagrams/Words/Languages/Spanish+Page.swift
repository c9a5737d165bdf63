extension Words {
  static func pageInSpanish() -> PageWords {
    var words = PageWords()
    words.everybody = "Todos"
    words.views = [
      "map": "Mapa",
      "flow": "Flujo",
      "curve": "Curva",
      "heatmap": "Mapa de calor",
      "blueprint": "Plano del servicio",
      "empathy": "Mapa de empatía",
      "funnel": "Embudo",
      "canvas": "Lienzo",
    ]
    words.wholeJourney = "Todo el recorrido"
    words.stagePlace = "Etapa {} de {}"
    words.hotspotPlace = "Punto crítico {} de {}"
    words.painPlace = "Donde duele, {} de {}"
    words.gapPlace = "Brecha {} de {}"
    words.stepPlace = "{} de {}"
    words.felt = "Lo que sienten"
    words.believed = "Lo que creíamos"
    words.between = "entre {} y {}, con un {} de seguridad"
    words.asked = Words.Plural(
      "{} persona consultada", "{} personas consultadas")
    words.assumed = "supuesto: no se preguntó a nadie"
    words.notMeasured = "Nadie ha medido cómo se siente"
    words.feltBetter = "mejor de lo que creemos"
    words.feltWorse = "peor de lo que creemos"
    words.reach = "llegan aquí"
    words.leave = "de ellos abandonan"
    words.heat = "calor por cada {}"
    words.heatSuspected = "calor por cada {}, supuesto"
    words.pain = "dolor, {} como máximo"
    words.pains = "Qué duele"
    words.gains = "Qué está bien"
    words.decisions = "Qué hemos decidido"
    words.owner = "Responsable: {}"
    words.noOwner = "Sin responsable"
    words.truth = "Momento de la verdad"
    words.notes = "Notas del orador"
    words.now = "Ahora"
    words.next = "Después"
    words.clock = "Hora"
    words.elapsed = "Desde el inicio"
    words.restart = "Reiniciar el reloj"
    words.lastStep = "El final del recorrido"
    words.insights = "Hallazgos"
    words.backstage = "Entre bastidores"
    words.evidence = "Evidencia"
    words.care = "Léase con cautela"
    words.notesWaiting = "Esperando la ventana de presentación."
    words.controls = "Controles"
    words.picture = "Imagen"
    words.details = "Detalles"
    words.step = "Paso"
    words.view = "Vista"
    words.persona = "Persona tipo"
    words.back = "Paso atrás"
    words.forward = "Paso adelante"
    words.whole = "Mapa completo"
    words.hotspots = "Puntos críticos"
    words.gaps = "Brecha"
    words.fullScreen = "Pantalla completa"
    words.help = "Ayuda"
    words.close = "Cerrar"
    words.keys = "Teclas"
    words.helpWalk = "avanzar y retroceder; un mando o un gesto hace lo mismo"
    words.helpEnds = "el primer y el último paso"
    words.helpScroll = "desplazar los detalles"
    words.helpHotspots = "puntos críticos por orden"
    words.helpGap = "donde más nos equivocábamos"
    words.helpPersona = "la siguiente persona tipo"
    words.helpView = "la siguiente vista"
    words.helpWhole = "el mapa completo"
    words.helpFull = "pantalla completa"
    words.helpBlack = "pantalla negra; cualquier tecla la termina"
    words.helpNotes = "notas del orador en otra ventana"
    words.helpHelp = "esta ayuda"
    words.singleKeys = "Usar letras sueltas como teclas"
    words.noHotspots = "Ningún punto crítico conocido"
    words.noGaps = "Ninguna brecha conocida"
    words.noOtherPersona = "El recorrido no tiene otra persona tipo"
    words.noOtherView = "No hay otra vista"
    words.black = "La pantalla está en negro"
    words.blocked = "El navegador bloquea la segunda ventana; permita las ventanas emergentes"
    words.noFullScreen = "El navegador no permite la pantalla completa"
    words.notInView = "no está en esta vista"
    words.problem = "El documento tiene un error; esta es la última imagen válida"
    words.lost = "Conexión perdida, se reintenta"
    return words
  }
}
