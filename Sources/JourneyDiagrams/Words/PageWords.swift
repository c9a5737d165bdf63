package import JourneyAnalysis
package import JourneyModel

/// The words of the page that presents, beside those of its pictures.
package struct PageWords: Hashable, Sendable {
  // Whom and what is shown.
  package var everybody = "Everybody"
  /// Views by their names; a view that is missing is called by its name.
  package var views = [
    "map": "Map", "flow": "Flow", "curve": "Curve", "heatmap": "Heatmap",
    "blueprint": "Blueprint", "empathy": "Empathy map", "funnel": "Funnel", "canvas": "Canvas",
  ]

  // Where one is.
  package var wholeJourney = "The whole journey"
  package var stagePlace = "Stage {} of {}"
  package var hotspotPlace = "Hotspot {} of {}"
  package var painPlace = "Where it hurts, {} of {}"
  package var gapPlace = "Gap {} of {}"
  package var stepPlace = "{} of {}"

  // A touchpoint in the panel.
  package var felt = "Felt"
  package var believed = "Believed"
  package var between = "between {} and {}, {} sure"
  package var asked = Words.Plural("{} asked", "{} asked")
  package var assumed = "assumed: nobody was asked"
  package var notMeasured = "Nobody has measured how this feels"
  package var feltBetter = "better than we think"
  package var feltWorse = "worse than we think"
  package var reach = "come here"
  package var leave = "of them leave"
  package var heat = "heat per {}"
  package var heatSuspected = "heat per {}, suspected"
  package var pain = "pain, of {} at most"
  package var pains = "What hurts"
  package var gains = "What is good"
  package var decisions = "What we decided"
  package var owner = "Owner: {}"
  package var noOwner = "No owner"
  package var truth = "Moment of truth"

  // What only the speaker sees.
  package var notes = "Speaker notes"
  package var now = "Now"
  package var next = "Next"
  package var clock = "Time"
  package var elapsed = "Since the start"
  package var restart = "Start the clock again"
  package var lastStep = "The end of the journey"
  package var insights = "Insights"
  package var backstage = "Behind the scenes"
  package var evidence = "Evidence"
  package var care = "To be read with care"
  package var notesWaiting = "Waiting for the window that presents."

  // Controls.
  package var controls = "Controls"
  package var picture = "Picture"
  package var details = "Details"
  package var step = "Step"
  package var view = "View"
  package var persona = "Persona"
  package var back = "Step back"
  package var forward = "Step on"
  package var whole = "Whole map"
  package var hotspots = "Hotspots"
  package var gaps = "Gap"
  package var fullScreen = "Full screen"
  package var help = "Help"
  package var close = "Close"

  // Help.
  package var keys = "Keys"
  package var helpWalk = "walk on, and back; a clicker or a swipe does the same"
  package var helpEnds = "the first and the last step"
  package var helpScroll = "scroll the details"
  package var helpHotspots = "hotspots in rank order"
  package var helpGap = "where what we believed is furthest off"
  package var helpPersona = "the next persona"
  package var helpView = "the next view"
  package var helpWhole = "the whole map"
  package var helpFull = "full screen"
  package var helpBlack = "a black screen; any key ends it"
  package var helpNotes = "speaker notes in a second window"
  package var helpHelp = "this help"
  package var singleKeys = "Use single letters as keys"

  // What the page says.
  package var noHotspots = "No hotspot is known"
  package var noGaps = "No gap is known"
  package var noOtherPersona = "The journey has no other persona"
  package var noOtherView = "There is no other view"
  package var black = "The screen is black"
  package var blocked = "The browser keeps the second window from opening; allow pop-ups"
  package var noFullScreen = "The browser does not allow full screen"
  package var notInView = "not in this view"
  package var problem = "The document has a mistake; this is the last good picture"
  package var lost = "Connection lost, trying again"

  package init() {}

  /// Where a mean comes from: its interval, and how many were asked.
  package func about(_ felt: FeltFigures, on scale: Scale, in words: Words) -> String {
    guard let n = felt.n, !felt.isAssumed else { return assumed }
    let asked = words.unbroken(
      words.fill(self.asked(Double(n)), words.numbers.count(Double(n))))
    guard let low = felt.low, let high = felt.high else { return asked }
    let interval = words.fill(
      between, words.score(low, on: scale), words.score(high, on: scale), words.confidence)
    return interval + " · " + asked
  }
}
