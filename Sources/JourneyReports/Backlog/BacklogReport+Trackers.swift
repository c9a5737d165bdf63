import JourneyDecisions
import JourneyModel
import TextSupport

extension BacklogReport {
  /// The most work items that Azure DevOps imports at a time.
  public static let mostWorkItems = 1000
  /// The most issues in one file that Atlassian recommends.
  public static let mostJiraIssues = 1500

  /// The stories as CSV for Jira's importer.
  ///
  /// Titles of columns are those of Jira's fields, without punctuation; several labels are several
  /// columns of the same title; a text of several lines is a quoted cell. `Issue Key` is there when a
  /// story has `x-jira`: Jira updates what has a key, and creates what has none.
  ///
  /// Source: Atlassian, "Importing data from CSV". Cost: linear.
  ///
  /// - Parameter type: The issue type.
  /// - Returns: The file, in UTF-8 without a byte order mark.
  public func jira(type: String = "Story") -> String {
    let labels = stories.map { StoryText($0).labels(longest: 255) }
    let most = labels.map(\.count).max() ?? 0
    let hasKeys = stories.contains { $0.keys.jira != nil }
    let titles =
      (hasKeys ? ["Issue Key"] : []) + ["Summary", "Issue Type", "Priority", "Description"]
      + ["Story Points", "External ID"] + Array(repeating: "Labels", count: most)
    let rows = zip(stories, labels).map { story, labels in
      (hasKeys ? [story.keys.jira ?? ""] : [])
        + [
          ImportCSV.title(story.title), type, story.priority.name, StoryText(story).jira,
          story.effort.map { "\(Self.plain($0))" } ?? "", "journey/\(story.id)",
        ] + labels + Array(repeating: "", count: most - labels.count)
    }
    return ImportCSV.file([titles] + rows)
  }

  /// The stories as CSV for Azure DevOps' importer.
  ///
  /// Texts of several lines are HTML on one line, as its importer wants them; tags are divided by
  /// semicolons; priorities are 1 to 4. `ID` is there when a story has `x-azure`: work items that have
  /// one are updated, and new ones may not have one.
  ///
  /// Source: Microsoft, "Import, update, and export bulk work items with CSV files in Azure Boards".
  /// Cost: linear.
  ///
  /// - Parameter type: The work item type: `Product Backlog Item` (Scrum), `User Story` (Agile),
  ///   `Requirement` (CMMI) or `Issue` (Basic). Their fields differ: effort is `Story Points` of a user
  ///   story and `Size` of a requirement, and an issue has no acceptance criteria, which then stand in
  ///   the description.
  /// - Returns: The file, in UTF-8 without a byte order mark.
  public func azure(type: String = "Product Backlog Item") -> String {
    let hasIDs = stories.contains { $0.keys.azure != nil }
    let hasCriteria = ["Product Backlog Item", "User Story"].contains(type)
    let effort =
      switch type {
      case "User Story": "Story Points"
      case "Requirement": "Size"
      default: "Effort"
      }
    let titles =
      (hasIDs ? ["ID"] : []) + ["Work Item Type", "Title", "Description"]
      + (hasCriteria ? ["Acceptance Criteria"] : []) + ["Priority", effort, "Tags"]
    let rows = stories.map { story in
      let text = StoryText(story)
      return (hasIDs ? [story.keys.azure ?? ""] : [])
        + [type, ImportCSV.title(story.title)]
        + (hasCriteria
          ? [text.html, text.criteriaHTML]
          : ["\(text.html)<p>Done when:</p>\(text.criteriaHTML)"])
        + [
          "\(min(4, story.priority.rawValue))", story.effort.map(Self.plain) ?? "",
          text.labels(longest: 255).joined(separator: "; "),
        ]
    }
    return ImportCSV.file([titles] + rows)
  }

  /// The stories as CSV for tools that create GitHub issues, GitHub itself having no importer.
  ///
  /// The columns `title`, `body` and `labels` of `github-csv-tools`: the body is Markdown, labels are
  /// divided by commas without blanks and have at most 50 characters. Cost: linear.
  public var github: String {
    ImportCSV.file(
      [["title", "body", "labels"]]
        + stories.map { story in
          let text = StoryText(story)
          let labels =
            text.labels(longest: 50) + ["priority-\(story.priority.name.lowercased())"]
          return [
            ImportCSV.title(story.title), text.markdown(), labels.joined(separator: ","),
          ]
        })
  }

  /// A number as importers read it.
  private static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}

extension StoryText {
  /// The story in Jira's wiki markup.
  var jira: String {
    var lines = [Self.wiki(story.sentence), ""]
    lines += facts().map { fact in
      fact == "See: \(story.link ?? "")" ? "* \(fact)" : "* \(Self.wiki(fact))"
    }
    lines += ["", "Done when:"] + story.acceptance.map { "* \(Self.wiki($0))" }
    return lines.joined(separator: "\n")
  }

  /// The story without its criteria as HTML on one line.
  var html: String {
    "<p>\(Self.html(story.sentence))</p><ul>"
      + facts().map { "<li>\(linked($0))</li>" }.joined() + "</ul>"
  }

  /// The criteria as HTML on one line.
  var criteriaHTML: String {
    "<ul>" + story.acceptance.map { "<li>\(Self.html($0))</li>" }.joined() + "</ul>"
  }

  private func linked(_ fact: String) -> String {
    guard let link = story.link, fact == "See: \(link)", link.hasPrefix("https://") else {
      return Self.html(fact)
    }
    return "See: <a href=\"\(Self.html(link))\">\(Self.html(link))</a>"
  }

  /// A text that Jira shows as it stands.
  private static func wiki(_ text: String) -> String {
    var escaped = ""
    for character in TextTable.printable(text) {
      if "\\{}[]*_^~|!".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  private static func html(_ text: String) -> String {
    var escaped = ""
    for character in TextTable.printable(text) {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
