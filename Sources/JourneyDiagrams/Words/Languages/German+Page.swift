extension Words {
  static func pageInGerman() -> PageWords {
    var words = PageWords()
    words.everybody = "Alle"
    words.views = [
      "map": "Karte",
      "flow": "Verlauf",
      "curve": "Kurve",
      "heatmap": "Heatmap",
      "blueprint": "Service-Blueprint",
      "empathy": "Empathiekarte",
      "funnel": "Trichter",
      "canvas": "Arbeitsbogen",
    ]
    words.wholeJourney = "Die ganze Reise"
    words.stagePlace = "Phase {} von {}"
    words.hotspotPlace = "Brennpunkt {} von {}"
    words.painPlace = "Wo es weh tut, {} von {}"
    words.gapPlace = "Lücke {} von {}"
    words.stepPlace = "{} von {}"
    words.felt = "Empfunden"
    words.believed = "Gedacht"
    words.between = "zwischen {} und {}, zu {} sicher"
    words.asked = Words.Plural(
      "{} Person gefragt", "{} Personen gefragt")
    words.assumed = "angenommen: niemand wurde gefragt"
    words.notMeasured = "Niemand hat gemessen, wie sich das anfühlt"
    words.feltBetter = "besser, als wir denken"
    words.feltWorse = "schlechter, als wir denken"
    words.reach = "kommen hierher"
    words.leave = "davon springen ab"
    words.heat = "Hitze je {}"
    words.heatSuspected = "Hitze je {}, vermutet"
    words.pain = "Schmerz, höchstens {}"
    words.pains = "Was schmerzt"
    words.gains = "Was gut ist"
    words.decisions = "Was wir entschieden haben"
    words.owner = "Zuständig: {}"
    words.noOwner = "Niemand zuständig"
    words.truth = "Moment der Wahrheit"
    words.notes = "Sprechernotizen"
    words.now = "Jetzt"
    words.next = "Als Nächstes"
    words.clock = "Uhrzeit"
    words.elapsed = "Seit Beginn"
    words.restart = "Uhr neu starten"
    words.lastStep = "Das Ende der Reise"
    words.insights = "Erkenntnisse"
    words.backstage = "Hinter den Kulissen"
    words.evidence = "Belege"
    words.care = "Mit Vorsicht zu lesen"
    words.notesWaiting = "Warten auf das Fenster mit der Präsentation."
    words.controls = "Bedienung"
    words.picture = "Bild"
    words.details = "Einzelheiten"
    words.step = "Schritt"
    words.view = "Ansicht"
    words.persona = "Persona"
    words.back = "Schritt zurück"
    words.forward = "Schritt weiter"
    words.whole = "Ganze Karte"
    words.hotspots = "Brennpunkte"
    words.gaps = "Lücke"
    words.fullScreen = "Vollbild"
    words.help = "Hilfe"
    words.close = "Schließen"
    words.keys = "Tasten"
    words.helpWalk = "vor und zurück; ein Klicker oder Wischen tut dasselbe"
    words.helpEnds = "der erste und der letzte Schritt"
    words.helpScroll = "Einzelheiten scrollen"
    words.helpHotspots = "Brennpunkte nach Rang"
    words.helpGap = "wo wir am weitesten danebenlagen"
    words.helpPersona = "die nächste Persona"
    words.helpView = "die nächste Ansicht"
    words.helpWhole = "die ganze Karte"
    words.helpFull = "Vollbild"
    words.helpBlack = "schwarzer Bildschirm; jede Taste beendet ihn"
    words.helpNotes = "Sprechernotizen in einem zweiten Fenster"
    words.helpHelp = "diese Hilfe"
    words.singleKeys = "Einzelne Buchstaben als Tasten verwenden"
    words.noHotspots = "Kein Brennpunkt bekannt"
    words.noGaps = "Keine Lücke bekannt"
    words.noOtherPersona = "Die Reise hat keine weitere Persona"
    words.noOtherView = "Es gibt keine weitere Ansicht"
    words.black = "Der Bildschirm ist schwarz"
    words.blocked = "Der Browser verhindert das zweite Fenster; erlauben Sie Pop-ups"
    words.noFullScreen = "Der Browser erlaubt kein Vollbild"
    words.notInView = "nicht in dieser Ansicht"
    words.problem = "Das Dokument hat einen Fehler; dies ist das letzte gute Bild"
    words.lost = "Verbindung verloren, neuer Versuch"
    return words
  }
}
