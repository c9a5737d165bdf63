import JourneyModel

extension Words {
  static func curveInFrench() -> CurveWords {
    var words = CurveWords()
    words.everybody = "tout le monde"
    words.leadLowest =
      "Au plus bas à «\u{202F}{}\u{202F}» ({}), au plus haut à «\u{202F}{}\u{202F}» ({})."
    words.leadOne = "Ressenti {} à «\u{202F}{}\u{202F}»."
    words.leadWorse = "Le plus surestimé\u{A0}: {}, imaginé {}, ressenti {}."
    words.leadBetter = "Le plus sous-estimé\u{A0}: {}, imaginé {}, ressenti {}."
    words.leadNothing = "Personne n’a été interrogé sur son ressenti."
    words.noScoresTitle = "Pas encore de notes"
    words.noScoresText =
      "Personne n’a été interrogé sur son ressenti, il n’y a donc rien à dessiner. "
      + "Ajoutez au document ce que vous savez, sur son échelle\u{A0}:"
    words.noScoresAfter = "Les réponses d’une enquête deviennent des notes avec {}"
    words.asked = "n\u{A0}{}"
    words.assumed = "supposé"
    words.measuredAt = "connu pour {} sur {}"
    words.sayPersona = "{}\u{A0}: {}"
    words.legendBridge = "non mesuré entre les deux"
    return words
  }

  static func heatmapInFrench() -> HeatmapWords {
    var words = HeatmapWords()
    words.everybody = "tout le monde"
    words.allChannels = "tous les canaux"
    words.allStages = "toutes les étapes"
    words.noChannel = "sans canal"
    words.noStage = "sans étape"
    words.reach = "arrivent ici"
    words.leaveHere = "d’entre eux abandonnent"
    words.visits = "visites en moyenne"
    words.leaveOfAll = "de tous abandonnent"
    words.heat = "chaleur"
    words.asked = "n\u{A0}{}"
    words.pooled = "×{}"
    words.pooledOf = "×{} sur {}"
    words.leadPersonas = "Le ressenti à chaque point de contact, pour tous et pour chaque persona."
    words.leadOne = "Le ressenti à chaque point de contact."
    words.leadChannels =
      "Le ressenti dans chaque canal à chaque étape\u{A0}: moyenne de ses points de "
      + "contact mesurés{}."
    words.leadStages =
      "Le ressenti à chaque étape dans chaque canal\u{A0}: moyenne de ses points de "
      + "contact mesurés{}."
    words.weighted = ", pondérée par les visites"
    words.unweighted = ", chacun compté une fois faute de données de flux"
    words.farthest = "L’écart le plus grand à «\u{202F}{}\u{202F}»\u{A0}: {} {}, {} {}."
    words.hottest = "Rang {} par chaleur\u{A0}: {}, chaleur {}."
    words.lowest = "Au plus bas\u{A0}: {}, {} ({})."
    words.legendCell = "couleur, visage et nombre\u{A0}: le ressenti"
    words.legendAsked = "n\u{A0}: nombre de personnes interrogées"
    words.legendPooled = "×\u{A0}: nombre de points de contact derrière la valeur"
    words.legendUnmeasured = "non mesuré"
    words.legendAbsent = "ce persona ne passe jamais ici"
    words.legendNothing = "aucun point de contact"
    words.legendHeat = "chaleur\u{A0}: pertes et détresse pour {} au départ ({})"
    words.sayHeat = "chaleur {}"
    words.sayFrom = "d’après {}"
    words.sayCell = "{}\u{A0}: {}"
    words.noTouchpoints = "Il n’y a pas encore de points de contact."
    return words
  }

  static func funnelInFrench() -> FunnelWords {
    var words = FunnelWords()
    words.start = "Départ"
    words.stillHere = "encore là"
    words.leave = "{} abandonnent"
    words.divert = "{} → {}"
    words.divertUnnamed = "{} bifurquent"
    words.ended = "{} à l’issue inconnue"
    words.nobody = "personne n’abandonne ici"
    words.completeHere = "{} {}"
    words.withoutTouchpoint = "avant le premier point de contact"
    words.more = "+{} autres"
    words.place = "{} {}"
    words.leadLoss =
      "Le plus d’abandons à l’étape «\u{202F}{}\u{202F}»\u{A0}: {} de tous ceux qui "
      + "commencent, surtout depuis «\u{202F}{}\u{202F}»."
    words.leadLossAt =
      "Le plus d’abandons à «\u{202F}{}\u{202F}»\u{A0}: {} de tous ceux qui commencent."
    words.leadNobody = "Personne n’abandonne."
    words.leadUnderWay = Plural(
      .zeroAndOne, "{} était encore en route à la fin du comptage et n’est pas dans ces parts.",
      "{} étaient encore en route à la fin du comptage et ne sont pas dans ces parts.")
    words.leadMainPath = "Sont dessinés {} points de contact du chemin le plus suivi."
    words.noFlowTitle = "Pas de données de flux"
    words.noFlowText =
      "Personne n’a encore noté combien vont où\u{202F}; nul ne peut donc dire combien sont "
      + "encore là. Ajoutez au document ce que vous savez, en nombres ou en parts\u{A0}:"
    words.noFlowAfter = "Ce qui est inconnu peut le rester\u{A0}: une ligne suffit pour commencer."
    words.legendRibbon = "ruban\u{A0}: part encore là ({})"
    words.legendColor = "couleur\u{A0}: le ressenti"
    words.legendLeave = "abandonnent"
    words.legendDivert = "passent à un autre parcours"
    words.legendEnded = "issue inconnue"
    words.legendStep = "qui revient en arrière est compté au point le plus avancé"
    words.sayMembers = "{} ({})"
    words.sayStep = "{}\u{A0}: {} encore là\u{202F}; {}."
    words.leadLossBetween =
      "Le plus d’abandons entre «\u{202F}{}\u{202F}» et «\u{202F}{}\u{202F}»\u{A0}: {} de "
      + "tous ceux qui commencent."
    return words
  }

  static func blueprintInFrench() -> BlueprintWords {
    var words = BlueprintWords()
    words.props = "Preuves tangibles"
    words.actions = "Actions des clients"
    words.frontstage = "En scène"
    words.backstage = "En coulisses"
    words.support = "Processus de soutien"
    words.lineOfInteraction = "ligne d’interaction"
    words.lineOfVisibility = "ligne de visibilité"
    words.lineOfInternalInteraction = "ligne d’interaction interne"
    words.nothingRecorded = "rien encore de noté"
    words.kinds = [
      .digital: "numérique",
      .physical: "physique",
      .human: "humain",
      .none: "aucun contact",
    ]
    words.legendFeeling = "cercle\u{A0}: le ressenti"
    words.legendNext = "ce qui vient ensuite"
    words.legendWays = "où ils vont ensuite\u{A0}: part des visites"
    words.legendLink = "ce sur quoi cela repose"
    words.legendWide = "une large case\u{A0}: la même pour plusieurs étapes"
    words.sayChannel = "canal {}"
    words.sayWay = "{} d’entre eux vont à {}"
    words.sayList = "{}\u{A0}: {}"
    return words
  }

  static func empathyInFrench() -> EmpathyWords {
    var words = EmpathyWords()
    words.thinks = "Pense et ressent"
    words.sees = "Voit"
    words.says = "Dit et fait"
    words.hears = "Entend"
    words.pains = "Irritants"
    words.gains = "Bénéfices"
    words.nothingRecorded = "rien encore de noté"
    words.everybody = "Tout le monde"
    words.everyPersona = "une carte pour tous les personas\u{A0}: {}"
    words.noPersona = "une carte pour tous\u{202F}; aucun persona noté"
    words.shareOf = "{} de l’effectif ({})"
    words.feels = "ressent {} en moyenne"
    words.everybodyFeels = "ressent {} en moyenne"
    words.feelsUnknown = "ressenti non mesuré"
    words.assumed = "supposé"
    words.oneCustomer = "un client"
    words.value = "ce qui compte pour {}"
    words.motivation = "ce qui motive {}"
    words.goal = "ce que {} veut atteindre"
    words.need = "ce dont {} a besoin"
    words.neverReviewed = "jamais revu"
    words.legendDot = "point\u{A0}: le ressenti à cet endroit"
    words.legendAssumed = "personne n’a été interrogé"
    words.ranked =
      "Dans chaque case d’abord ce qui a été noté là où le plus de clients ont été mesurés "
      + "(n\u{A0}: mesurés là, non ceux qui l’ont dit), puis les voix isolées, enfin les "
      + "suppositions"
    return words
  }

  static func canvasInFrench() -> CanvasWords {
    var words = CanvasWords()
    words.subtitle = "Canevas de parcours à remplir à la main"
    words.team = "Équipe"
    words.date = "Le"
    words.sheet = "Feuille {} sur {}"
    words.stages = "Étapes"
    words.steps = "Points de contact"
    words.quotes = "Avec leurs mots"
    words.pains = "Ce qui fait mal"
    words.gains = "Ce qui est bien"
    words.owner = "Qui en est responsable"
    words.cardName = "Point de contact"
    words.cardChannel = "Où cela se passe"
    words.cardFelt = "Le ressenti"
    words.cut = "Imprimer à {}, couper aux repères"
    words.say = "{} et de la place pour {} de plus, à remplir à la main."
    return words
  }
}
