import JourneyModel

extension Words {
  /// German.
  static let german: Words = {
    var words = Words(language: "de")
    words.numbers.decimalMark = ","
    words.numbers.groupMark = "."
    words.numbers.percentForm = "{}\u{A0}%"
    words.numbers.belowForm = "<\u{202F}{}"
    words.numbers.aboveForm = ">\u{202F}{}"

    words.allPersonas = "alle Personas"
    words.today = "wie es heute ist"
    words.planned = "wie es geplant ist"
    words.customers = "Kundinnen und Kunden"
    words.countOfDefault = Plural(
      "{}\u{A0}Kundin oder Kunde", "{}\u{A0}Kundinnen und Kunden")
    words.noFlow = "keine Verlaufsdaten"
    words.notMeasured = "nicht gemessen"
    words.notKnown = "nicht bekannt"
    words.howItFeels = "die Gefühle"
    words.completed = "kommen ans Ziel"
    words.feltOnScale = "empfunden, Skala {} … {}"
    words.believed = "was wir dachten"
    words.gap = "Empathielücke"
    words.atTouchpoints = "{}, an {} von {} Kontaktpunkten"
    words.hotspots = Plural("Brennpunkt", "Brennpunkte")
    words.withoutOwner = "{}, davon {} ohne Zuständige"
    words.months = [
      "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
      "Dez.",
    ]
    words.dayMonth = "{}.\u{A0}{}"
    words.dayMonthYear = "{}.\u{A0}{} {}"

    words.levels = ["Begeistert", "Zufrieden", "Neutral", "Frustriert", "Verzweifelt"]
    words.stillHere = "{} noch dabei"
    words.leave = "{} springen ab"
    words.divertUnnamed = "{} wechseln"
    words.goBack = "{} gehen zurück"
    words.beliefLine = "was wir dachten"

    words.touchpoints = "Kontaktpunkte"
    words.quotes = "In ihren Worten"
    words.pains = "Schmerzpunkte"
    words.decisions = "Entscheidungen"
    words.backstage = "Hinter den Kulissen"
    words.quoted = "„{}“"
    words.quotedInside = "‚{}‘"
    words.more = "+{} weitere"
    words.noOwner = "niemand zuständig"
    words.due = "bis {}"
    words.wholeJourney = "Ganze Reise"
    words.insight = "Erkenntnis: {}"
    words.undecided = "noch nichts entschieden"
    words.statuses = [
      .open: "offen", .decided: "entschieden", .acting: "in Arbeit", .verified: "bestätigt",
      .rejected: "verworfen",
    ]

    words.legendSize = "Kreis und Band: wie viele {}"
    words.legendFeeling = "Höhe und Farbe: wie es sich anfühlt"
    words.legendBelief = "was wir dachten"
    words.legendGap = "schlechter, als wir denken"
    words.legendBetter = "besser, als wir denken"
    words.legendSure = "Brennpunkt, nach Rang"
    words.legendRanked = "{} von {} Brennpunkten, nach Rang"
    words.legendSuspected = "Brennpunkt, vermutet"
    words.legendLeave = "wer abspringt"
    words.legendDivert = "wechseln auf eine andere Reise"
    words.legendAssumed = "Wert angenommen"
    words.legendUnknown = "kein Wert"
    words.legendInterval = "Intervall mit {} Sicherheit"
    words.legendTruth = "Moment der Wahrheit"
    words.legendLoop = "gehen zurück"
    words.evidence = "Belege: {}"
    words.noEvidence = "Keine Belege erfasst"
    words.stillUnderWay = "{} noch unterwegs, in diesen Anteilen nicht enthalten"
    words.reviewed = "geprüft am {}"
    words.asOf = "Stand {}"
    words.assumedScores = Plural("{} Wert angenommen", "{} Werte angenommen")
    words.missingScores = Plural("{} Kontaktpunkt ohne Wert", "{} Kontaktpunkte ohne Wert")
    words.methods = [
      .serviceImmersion: Plural("Mitarbeit im Service\u{A0}({})"),
      .conversation: Plural("{} Gespräch", "{} Gespräche"),
      .observation: Plural("Beobachtung\u{A0}({})"),
      .problemInterview: Plural("{} Probleminterview", "{} Probleminterviews"),
      .interview: Plural("{} geführtes Interview", "{} geführte Interviews"),
      .usabilityTest: Plural("{} Usability-Test", "{} Usability-Tests"),
      .survey: Plural("{} Umfrageantwort", "{} Umfrageantworten"),
      .analytics: Plural("Nutzungsdaten\u{A0}({})"),
      .selfExperience: Plural("Selbstversuch\u{A0}({})"),
      .feedback: Plural("{} Rückmeldung", "{} Rückmeldungen"),
      .complaint: Plural("{} Beschwerde", "{} Beschwerden"),
    ]

    words.summaryCounts = "{} in {}."
    words.countTouchpoints = Plural("{} Kontaktpunkt", "{} Kontaktpunkte")
    words.countStages = Plural("{} Phase", "{} Phasen")
    words.sayEnds = "Von allen am Start: {} {}, {} springen ab."
    words.sayDiverted = "{} wechseln auf eine andere Reise."
    words.sayEnded = "Wie es für {} ausgeht, ist nicht bekannt."
    words.sayNoEnds = "Wie es für alle am Start ausgeht, ist nicht bekannt."
    words.sayFelt = "empfunden {}"
    words.sayAssumed = "empfunden {}, angenommen"
    words.sayInterval = "mit {3} Sicherheit zwischen {1} und {2}"
    words.sayUnknown = "kein Wert"
    words.sayBelieved = "gedacht {}"
    words.sayReach = "{} kommen hierher"
    words.sayLeave = "{} davon springen ab"
    words.sayDivert = "{} davon wechseln zu {}"
    words.anotherJourney = "einer anderen Reise"
    words.sayHotspot = "Brennpunkt {}"
    words.saySuspected = "Brennpunkt {}, vermutet"
    words.sayTruth = "Moment der Wahrheit"
    words.sayOwner = "zuständig: {}"

    words.flow = flowInGerman()
    words.map = mapInGerman()
    words.simplification = simplificationInGerman()
    words.curve = curveInGerman()
    words.diff = diffInGerman()
    words.heatmap = heatmapInGerman()
    words.funnel = funnelInGerman()
    words.blueprint = blueprintInGerman()
    words.empathy = empathyInGerman()
    words.canvas = canvasInGerman()
    words.atlas = atlasInGerman()
    words.page = pageInGerman()
    return words
  }()

  private static func flowInGerman() -> FlowWords {
    var words = FlowWords()
    words.start = "Start"
    words.round = "{} noch einmal"
    words.underWay = "{} unterwegs"
    words.ended = "{} mit unbekanntem Ende"
    words.countedAsLeft = "{} gelten als abgesprungen"
    words.legendRibbon = "Band und Zahl: wie viele {}"
    words.legendArrow = "was als Nächstes kommt"
    words.legendRibbonColor = "Farbe: wie es sich anfühlt, von → nach"
    words.legendReach = "Balken und {}: Anteil der {}, der hierher kommt"
    words.legendBreak = "weiter in der nächsten Zeile"
    words.legendUnderWay = "noch unterwegs oder Ende unbekannt"
    words.leftOut = Plural(
      "{} seltenerer Übergang mit {} des Verkehrs ist nicht gezeichnet",
      "{} seltenere Übergänge mit {} des Verkehrs sind nicht gezeichnet")
    words.elsewhere = Plural("{} nehmen {} selteneren Weg", "{} nehmen {} seltenere Wege")
    words.gathered = Plural("{} weiterer Kontaktpunkt", "{} weitere Kontaktpunkte")
    words.gatheredFelt = "gefühlt {} … {}"
    words.legendGathered = "mehrere Kontaktpunkte, gesammelt"
    words.unreached = "nicht erreicht"
    words.legendElsewhere = "seltenere Wege, gesammelt"
    words.ofThoseWhoStart = "{} aller am Start"
    return words
  }
}
