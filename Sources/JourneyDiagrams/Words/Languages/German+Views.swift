import JourneyModel

extension Words {
  static func curveInGerman() -> CurveWords {
    var words = CurveWords()
    words.everybody = "alle"
    words.leadLowest = "Am schlechtesten bei {} ({}), am besten bei {} ({})."
    words.leadOne = "Empfunden {} bei {}."
    words.leadWorse = "Am stärksten überschätzt: {}, gedacht {}, empfunden {}."
    words.leadBetter = "Am stärksten unterschätzt: {}, gedacht {}, empfunden {}."
    words.leadNothing = "Niemand wurde gefragt, wie sich das anfühlt."
    words.noScoresTitle = "Noch keine Werte"
    words.noScoresText =
      "Niemand wurde gefragt, wie sich das anfühlt, also gibt es nichts zu zeichnen. "
      + "Ergänzen Sie im Dokument, was Sie wissen, auf seiner Skala:"
    words.noScoresAfter = "Antworten aus einer Umfrage werden zu Werten mit {}"
    words.asked = "n\u{A0}{}"
    words.assumed = "angenommen"
    words.measuredAt = "bekannt an {} von {}"
    words.sayPersona = "{}: {}"
    words.legendBridge = "dazwischen nicht gemessen"
    return words
  }

  static func heatmapInGerman() -> HeatmapWords {
    var words = HeatmapWords()
    words.everybody = "alle"
    words.allChannels = "alle Kanäle"
    words.allStages = "alle Phasen"
    words.noChannel = "ohne Kanal"
    words.noStage = "ohne Phase"
    words.reach = "kommen hierher"
    words.leaveHere = "davon springen ab"
    words.visits = "Besuche im Mittel"
    words.leaveOfAll = "von allen springen ab"
    words.heat = "Hitze"
    words.asked = "n\u{A0}{}"
    words.pooled = "×{}"
    words.pooledOf = "×{} von {}"
    words.leadPersonas = "Wie sich jeder Kontaktpunkt für alle und für jede Persona anfühlt."
    words.leadOne = "Wie sich jeder Kontaktpunkt anfühlt."
    words.leadChannels =
      "Wie sich jeder Kanal in jeder Phase anfühlt: Mittel seiner gemessenen Kontaktpunkte{}."
    words.leadStages =
      "Wie sich jede Phase in jedem Kanal anfühlt: Mittel ihrer gemessenen Kontaktpunkte{}."
    words.weighted = ", nach Besuchen gewichtet"
    words.unweighted = ", jeder einmal gezählt, da Verlaufsdaten fehlen"
    words.farthest = "Am weitesten auseinander bei {}: {} {}, {} {}."
    words.hottest = "Rang {} nach Hitze: {}, Hitze {}."
    words.lowest = "Am schlechtesten: {}, {} ({})."
    words.legendCell = "Farbe, Gesicht und Zahl: wie es sich anfühlt"
    words.legendAsked = "n: wie viele gefragt wurden"
    words.legendPooled = "×: auf wie vielen Kontaktpunkten der Wert beruht"
    words.legendUnmeasured = "nicht gemessen"
    words.legendAbsent = "diese Persona kommt nie hierher"
    words.legendNothing = "kein Kontaktpunkt"
    words.legendHeat = "Hitze: Verlust und Leid je {} {} am Start"
    words.sayHeat = "Hitze {}"
    words.sayFrom = "aus {}"
    words.sayCell = "{}: {}"
    words.noTouchpoints = "Es gibt noch keine Kontaktpunkte."
    return words
  }

  static func funnelInGerman() -> FunnelWords {
    var words = FunnelWords()
    words.start = "Beginn"
    words.stillHere = "noch dabei"
    words.leave = "{} springen ab"
    words.divert = "{} → {}"
    words.divertUnnamed = "{} wechseln"
    words.ended = "{} mit unbekanntem Ende"
    words.nobody = "hier springt niemand ab"
    words.completeHere = "{} {}"
    words.withoutTouchpoint = "vor dem ersten Kontaktpunkt"
    words.more = "+{} weitere"
    words.place = "{} {}"
    words.leadLoss = "Der größte Verlust ist bei {}: {} aller am Start, davon die meisten bei {}."
    words.leadLossAt = "Der größte Verlust ist bei {}: {} aller am Start."
    words.leadNobody = "Niemand springt ab."
    words.leadUnderWay = Plural(
      "{} war noch unterwegs, als die Zählung endete, und fehlt in diesen Anteilen.",
      "{} waren noch unterwegs, als die Zählung endete, und fehlen in diesen Anteilen.")
    words.leadMainPath = "Gezeichnet sind {} Kontaktpunkte des meistbegangenen Wegs."
    words.noFlowTitle = "Keine Verlaufsdaten"
    words.noFlowText =
      "Noch hat niemand notiert, wie viele wohin gehen; darum kann niemand sagen, wie viele "
      + "noch dabei sind. Ergänzen Sie im Dokument, was bekannt ist, als Anzahl oder als "
      + "Anteil:"
    words.noFlowAfter = "Unbekanntes darf unbekannt bleiben: Eine Zeile ist ein Anfang."
    words.legendRibbon = "Band: Anteil der {}, der noch dabei ist"
    words.legendColor = "Farbe: wie es sich anfühlt"
    words.legendLeave = "springen ab"
    words.legendDivert = "wechseln auf eine andere Reise"
    words.legendEnded = "Ende unbekannt"
    words.legendStep = "wer zurückgeht, zählt an der weitesten Stelle"
    words.sayMembers = "{} ({})"
    words.sayStep = "{}: {} noch dabei; {}."
    words.leadLossBetween = "Der größte Verlust ist zwischen {} und {}: {} aller am Start."
    return words
  }

  static func blueprintInGerman() -> BlueprintWords {
    var words = BlueprintWords()
    words.props = "Greifbares"
    words.actions = "Handlungen der Kunden"
    words.frontstage = "Im Kundenkontakt"
    words.backstage = "Hinter den Kulissen"
    words.support = "Unterstützende Prozesse"
    words.lineOfInteraction = "Interaktionslinie"
    words.lineOfVisibility = "Sichtbarkeitslinie"
    words.lineOfInternalInteraction = "Linie der internen Interaktion"
    words.nothingRecorded = "noch nichts erfasst"
    words.kinds = [
      .digital: "rein digital",
      .physical: "vor Ort",
      .human: "persönlich",
      .none: "kein Kontakt",
    ]
    words.legendFeeling = "Kreis: wie es sich anfühlt"
    words.legendNext = "was als Nächstes kommt"
    words.legendWays = "wohin es weitergeht: Anteil der Besuche"
    words.legendLink = "worauf es ruht"
    words.legendWide = "ein breiter Kasten: derselbe für mehrere Schritte"
    words.sayChannel = "Kanal {}"
    words.sayWay = "{} davon gehen zu {}"
    words.sayList = "{}: {}"
    return words
  }

  static func empathyInGerman() -> EmpathyWords {
    var words = EmpathyWords()
    words.thinks = "Denkt und fühlt"
    words.sees = "Sieht"
    words.says = "Sagt und tut"
    words.hears = "Hört"
    words.pains = "Was schmerzt"
    words.gains = "Was gewonnen ist"
    words.nothingRecorded = "noch nichts erfasst"
    words.everybody = "Alle"
    words.everyPersona = "eine Karte für alle Personas: {}"
    words.noPersona = "eine Karte für alle; keine Personas erfasst"
    words.shareOf = "{} der {}"
    words.feels = "empfindet im Mittel {}"
    words.everybodyFeels = "empfinden im Mittel {}"
    words.feelsUnknown = "Gefühl nicht gemessen"
    words.assumed = "angenommen"
    words.oneCustomer = "eine einzelne Stimme"
    words.value = "was {} wichtig ist"
    words.motivation = "was {} bewegt"
    words.goal = "was {} erreichen will"
    words.need = "was {} braucht"
    words.neverReviewed = "nie geprüft"
    words.legendDot = "Punkt: wie es sich dort anfühlt"
    words.legendAssumed = "niemand wurde gefragt"
    words.ranked =
      "In jedem Feld zuerst, was dort notiert wurde, wo die meisten gemessen wurden (n: dort "
      + "gemessen, nicht, wer es sagte), dann einzelne Stimmen, Annahmen zuletzt"
    return words
  }

  static func canvasInGerman() -> CanvasWords {
    var words = CanvasWords()
    words.subtitle = "Journey-Canvas zum Ausfüllen von Hand"
    words.team = "Gruppe"
    words.date = "Datum"
    words.sheet = "Blatt {} von {}"
    words.stages = "Phasen"
    words.steps = "Kontaktpunkte"
    words.quotes = "In ihren Worten"
    words.pains = "Was schmerzt"
    words.gains = "Was gut ist"
    words.owner = "Wer zuständig ist"
    words.cardName = "Kontaktpunkt"
    words.cardChannel = "Wo es geschieht"
    words.cardFelt = "Wie es sich anfühlt"
    words.cut = "Mit {} drucken, an den Marken schneiden"
    words.say = "{} und Platz für {} weitere, zum Ausfüllen von Hand."
    return words
  }
}
