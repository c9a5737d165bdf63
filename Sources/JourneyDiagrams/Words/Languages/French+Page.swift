extension Words {
  static func pageInFrench() -> PageWords {
    var words = PageWords()
    words.everybody = "Tout le monde"
    words.views = [
      "map": "Carte",
      "flow": "Flux",
      "curve": "Courbe",
      "heatmap": "Carte thermique",
      "blueprint": "Plan de service",
      "empathy": "Carte d’empathie",
      "funnel": "Entonnoir",
      "canvas": "Canevas",
    ]
    words.wholeJourney = "Tout le parcours"
    words.stagePlace = "Étape {} sur {}"
    words.hotspotPlace = "Point critique {} sur {}"
    words.painPlace = "Là où ça fait mal, {} sur {}"
    words.gapPlace = "Écart {} sur {}"
    words.stepPlace = "{} sur {}"
    words.felt = "Ressenti"
    words.believed = "Imaginé"
    words.between = "entre {} et {}, sûr à {}"
    words.asked = Words.Plural(
      .zeroAndOne, "{} personne interrogée", "{} personnes interrogées")
    words.assumed = "supposé\u{A0}: personne n’a été interrogé"
    words.notMeasured = "Personne n’a mesuré ce ressenti"
    words.feltBetter = "mieux que nous ne pensons"
    words.feltWorse = "moins bien que nous ne pensons"
    words.reach = "arrivent ici"
    words.leave = "d’entre eux abandonnent"
    words.heat = "chaleur pour {}"
    words.heatSuspected = "chaleur pour {}, présumée"
    words.pain = "douleur, {} au plus"
    words.pains = "Ce qui fait mal"
    words.gains = "Ce qui est bien"
    words.decisions = "Ce que nous avons décidé"
    words.owner = "Responsable\u{A0}: {}"
    words.noOwner = "Sans responsable"
    words.truth = "Moment de vérité"
    words.notes = "Notes de l’orateur"
    words.now = "Maintenant"
    words.next = "Ensuite"
    words.clock = "Heure"
    words.elapsed = "Depuis le début"
    words.restart = "Relancer le chronomètre"
    words.lastStep = "La fin du parcours"
    words.insights = "Enseignements"
    words.backstage = "En coulisses"
    words.evidence = "Sources"
    words.care = "À lire avec prudence"
    words.notesWaiting = "En attente de la fenêtre de présentation."
    words.controls = "Commandes"
    words.picture = "Image"
    words.details = "Détails"
    words.step = "Étape"
    words.view = "Vue"
    words.persona = "Persona"
    words.back = "Étape précédente"
    words.forward = "Étape suivante"
    words.whole = "Carte entière"
    words.hotspots = "Points critiques"
    words.gaps = "Écart"
    words.fullScreen = "Plein écran"
    words.help = "Aide"
    words.close = "Fermer"
    words.keys = "Touches"
    words.helpWalk = "avancer et reculer\u{202F}; une télécommande ou un balayage aussi"
    words.helpEnds = "la première et la dernière étape"
    words.helpScroll = "faire défiler les détails"
    words.helpHotspots = "points critiques par rang"
    words.helpGap = "là où nous nous trompions le plus"
    words.helpPersona = "le persona suivant"
    words.helpView = "la vue suivante"
    words.helpWhole = "la carte entière"
    words.helpFull = "plein écran"
    words.helpBlack = "écran noir\u{202F}; une touche y met fin"
    words.helpNotes = "notes de l’orateur dans une seconde fenêtre"
    words.helpHelp = "cette aide"
    words.singleKeys = "Utiliser des lettres seules comme touches"
    words.noHotspots = "Aucun point critique connu"
    words.noGaps = "Aucun écart connu"
    words.noOtherPersona = "Le parcours n’a pas d’autre persona"
    words.noOtherView = "Il n’y a pas d’autre vue"
    words.black = "L’écran est noir"
    words.blocked = "Le navigateur bloque la seconde fenêtre\u{202F}; autorisez les pop-ups"
    words.noFullScreen = "Le navigateur n’autorise pas le plein écran"
    words.notInView = "absent de cette vue"
    words.problem = "Le document contient une erreur\u{202F}; voici la dernière bonne image"
    words.lost = "Connexion perdue, nouvel essai"
    return words
  }
}
