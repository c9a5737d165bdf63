/// The words that the heatmap says beside those that all views share.
///
/// `{}` stands for what is put in, one after the other.
package struct HeatmapWords: Hashable, Sendable {
  package var everybody = "everybody"
  package var allChannels = "all channels"
  package var allStages = "all stages"
  package var noChannel = "no channel"
  package var noStage = "no stage"
  package var reach = "come here"
  package var leaveHere = "of them leave"
  package var visits = "mean visits"
  package var leaveOfAll = "of all leave"
  package var heat = "heat"
  package var asked = "n\u{A0}{}"
  package var pooled = "×{}"
  package var pooledOf = "×{} of {}"

  package var leadPersonas = "How each touchpoint feels to everybody and to each persona."
  package var leadOne = "How each touchpoint feels."
  package var leadChannels =
    "How each channel feels at each stage: mean of its measured touchpoints{}."
  package var leadStages =
    "How each stage feels in each channel: mean of its measured touchpoints{}."
  package var weighted = ", weighted by visits"
  package var unweighted = ", each counted once, since there is no flow data"
  package var farthest = "Farthest apart at {}: {} {}, {} {}."
  package var hottest = "Rank {} by heat: {}, heat {}."
  package var lowest = "Lowest: {}, {} ({})."

  package var legendCell = "colour, face and number: how it feels"
  package var legendAsked = "n: how many were asked"
  package var legendPooled = "×: how many touchpoints the score rests on"
  package var legendUnmeasured = "not measured"
  package var legendAbsent = "this persona never comes here"
  package var legendNothing = "no touchpoint"
  package var legendHeat = "heat: loss and distress per {} {} who start"
  package var sayHeat = "heat {}"
  package var sayFrom = "from {}"
  package var sayCell = "{}: {}"
  package var noTouchpoints = "There are no touchpoints yet."

  package init() {}
}
