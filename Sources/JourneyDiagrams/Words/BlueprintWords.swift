package import JourneyModel

/// The words that the blueprint says beside those that all views share.
///
/// `{}` stands for what is put in, one after the other.
package struct BlueprintWords: Hashable, Sendable {
  package var props = "Physical evidence"
  package var actions = "Customer actions"
  package var frontstage = "Frontstage"
  package var backstage = "Backstage"
  package var support = "Support processes"
  package var lineOfInteraction = "line of interaction"
  package var lineOfVisibility = "line of visibility"
  package var lineOfInternalInteraction = "line of internal interaction"
  package var nothingRecorded = "nothing recorded yet"
  package var kinds: [Channel.Kind: String] = [
    .digital: "digital", .physical: "physical", .human: "personal", .none: "no contact",
  ]
  package var legendFeeling = "circle: how it feels"
  package var legendNext = "what comes next"
  package var legendWays = "where they go next: share of visits"
  package var legendLink = "what it rests on"
  package var legendWide = "one wide box: the same for several steps"
  package var sayChannel = "channel {}"
  package var sayWay = "{} of them go to {}"
  package var sayList = "{}: {}"

  package init() {}
}
