import JourneyModel

extension Words {
  /// French.
  ///
  /// A narrow no-break space stands before ; ! ? % and inside « », a no-break space before the
  /// colon.
  static let french: Words = {
    var words = Words(language: "fr")
    words.numbers.decimalMark = ","
    words.numbers.groupMark = "\u{202F}"
    words.numbers.percentForm = "{}\u{202F}%"
    words.numbers.belowForm = "<\u{202F}{}"
    words.numbers.aboveForm = ">\u{202F}{}"

    words.allPersonas = "tous les personas"
    words.today = "tel qu’il est aujourd’hui"
    words.planned = "tel qu’il est prévu"
    words.customers = "clients"
    words.countOfDefault = Plural(.zeroAndOne, "{}\u{A0}client", "{}\u{A0}clients")
    words.noFlow = "pas de données de flux"
    words.notMeasured = "non mesuré"
    words.notKnown = "inconnu"
    words.howItFeels = "le ressenti"
    words.completed = "vont au bout du parcours"
    words.feltOnScale = "ressenti, échelle {} … {}"
    words.believed = "ce que nous pensions"
    words.gap = "écart d’empathie"
    words.atTouchpoints = "{}, sur {} des {} points de contact"
    words.hotspots = Plural(.zeroAndOne, "point critique", "points critiques")
    words.withoutOwner = "{}, dont {} sans responsable"
    words.months = [
      "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
      "déc.",
    ]
    words.dayMonth = "{}\u{A0}{}"
    words.dayMonthYear = "{}\u{A0}{} {}"
    words.firstDay = "{}er"

    words.levels = ["Ravi", "Satisfait", "Neutre", "Frustré", "Désemparé"]
    words.stillHere = "{} encore là"
    words.leave = "{} abandonnent"
    words.divertUnnamed = "{} bifurquent"
    words.goBack = "{} reviennent en arrière"
    words.beliefLine = "ce que nous pensions"

    words.touchpoints = "Points de contact"
    words.quotes = "Avec leurs mots"
    words.pains = "Irritants"
    words.decisions = "Décisions"
    words.backstage = "En coulisses"
    words.quoted = "«\u{202F}{}\u{202F}»"
    words.quotedInside = "“{}”"
    words.clauseSeparator = "\u{202F}; "
    words.more = "+{} autres"
    words.noOwner = "sans responsable"
    words.due = "pour le {}"
    words.wholeJourney = "Tout le parcours"
    words.insight = "Enseignement\u{A0}: {}"
    words.undecided = "rien n’est encore décidé"
    words.statuses = [
      .open: "ouverte", .decided: "décidée", .acting: "en cours", .verified: "vérifiée",
      .rejected: "rejetée",
    ]

    words.legendSize = "cercle et ruban\u{A0}: effectif ({})"
    words.legendFeeling = "hauteur et couleur\u{A0}: le ressenti"
    words.legendBelief = "ce que nous pensions"
    words.legendGap = "moins bien que nous ne pensons"
    words.legendBetter = "mieux que nous ne pensons"
    words.legendSure = "point critique, par rang"
    words.legendRanked = "{} points critiques sur {}, par rang"
    words.legendSuspected = "point critique présumé"
    words.legendLeave = "ceux qui abandonnent"
    words.legendDivert = "passent à un autre parcours"
    words.legendAssumed = "note supposée"
    words.legendUnknown = "sans note"
    words.legendInterval = "intervalle à {}"
    words.legendTruth = "moment de vérité"
    words.legendLoop = "reviennent en arrière"
    words.evidence = "Sources\u{A0}: {}"
    words.noEvidence = "Aucune source enregistrée"
    words.stillUnderWay = "{} encore en route, absents de ces parts"
    words.reviewed = "revu le {}"
    words.asOf = "au {}"
    words.assumedScores = Plural(.zeroAndOne, "{} note supposée", "{} notes supposées")
    words.missingScores = Plural(
      .zeroAndOne, "{} point de contact sans note", "{} points de contact sans note")
    words.methods = [
      .serviceImmersion: Plural("immersion dans le service\u{A0}({})"),
      .conversation: Plural(.zeroAndOne, "{} échange", "{} échanges"),
      .observation: Plural("observation directe\u{A0}({})"),
      .problemInterview: Plural(
        .zeroAndOne, "{} entretien d’exploration", "{} entretiens d’exploration"),
      .interview: Plural(.zeroAndOne, "{} entretien", "{} entretiens"),
      .usabilityTest: Plural(.zeroAndOne, "{} test utilisateur", "{} tests utilisateurs"),
      .survey: Plural(.zeroAndOne, "{} réponse à l’enquête", "{} réponses à l’enquête"),
      .analytics: Plural("données d’usage\u{A0}({})"),
      .selfExperience: Plural("essai par nous-mêmes\u{A0}({})"),
      .feedback: Plural(.zeroAndOne, "{} retour client", "{} retours clients"),
      .complaint: Plural(.zeroAndOne, "{} réclamation", "{} réclamations"),
    ]

    words.summaryCounts = "{} en {}."
    words.countTouchpoints = Plural(.zeroAndOne, "{} point de contact", "{} points de contact")
    words.countStages = Plural(.zeroAndOne, "{} étape", "{} étapes")
    words.sayEnds = "Parmi tous ceux qui commencent, {} {}, {} abandonnent."
    words.sayDiverted = "{} passent à un autre parcours."
    words.sayEnded = "L’issue pour {} n’est pas connue."
    words.sayNoEnds = "L’issue pour ceux qui commencent n’est pas connue."
    words.sayFelt = "ressenti {}"
    words.sayAssumed = "ressenti {}, supposé"
    words.sayInterval = "entre {} et {} avec {} de confiance"
    words.sayUnknown = "sans note"
    words.sayBelieved = "imaginé {}"
    words.sayReach = "{} arrivent ici"
    words.sayLeave = "{} d’entre eux abandonnent"
    words.sayDivert = "{} d’entre eux passent à {}"
    words.anotherJourney = "un autre parcours"
    words.sayHotspot = "point critique {}"
    words.saySuspected = "point critique {}, présumé"
    words.sayTruth = "moment de vérité"
    words.sayOwner = "responsable\u{A0}: {}"

    words.flow = flowInFrench()
    words.map = mapInFrench()
    words.simplification = simplificationInFrench()
    words.curve = curveInFrench()
    words.diff = diffInFrench()
    words.heatmap = heatmapInFrench()
    words.funnel = funnelInFrench()
    words.blueprint = blueprintInFrench()
    words.empathy = empathyInFrench()
    words.canvas = canvasInFrench()
    words.atlas = atlasInFrench()
    words.page = pageInFrench()
    return words
  }()

  private static func flowInFrench() -> FlowWords {
    var words = FlowWords()
    words.start = "départ"
    words.round = "{} à nouveau"
    words.underWay = "{} en cours de route"
    words.ended = "{} à l’issue inconnue"
    words.countedAsLeft = "{} comptés comme abandons"
    words.legendRibbon = "ruban et nombre\u{A0}: effectif ({})"
    words.legendArrow = "ce qui vient ensuite"
    words.legendRibbonColor = "couleur\u{A0}: le ressenti, de → à"
    words.legendReach = "barre et {}\u{A0}: part de l’effectif ({}) qui arrive ici"
    words.legendBreak = "se poursuit à la ligne suivante"
    words.legendUnderWay = "encore en route ou issue inconnue"
    words.leftOut = Plural(
      .zeroAndOne, "{} transition plus rare, {} du trafic, n’est pas dessinée",
      "{} transitions plus rares, {} du trafic, ne sont pas dessinées")
    words.elsewhere = Plural(
      .zeroAndOne, "{} prennent {} voie plus rare", "{} prennent {} voies plus rares")
    words.gathered = Plural(
      .zeroAndOne, "{} autre point de contact", "{} autres points de contact")
    words.gatheredFelt = "ressenti {} … {}"
    words.legendGathered = "plusieurs points de contact, réunis"
    words.unreached = "non atteint"
    words.legendElsewhere = "voies plus rares, réunies"
    words.ofThoseWhoStart = "{} de ceux qui commencent"
    return words
  }
}
