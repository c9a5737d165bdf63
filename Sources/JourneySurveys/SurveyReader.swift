public import EventLogs
public import JourneyModel
import TextSupport

/// Reads surveys: long tables with an answer a row, and wide ones with a person a row.
public struct SurveyReader {
  /// How the survey is to be read.
  public var options: SurveyOptions

  /// Creates a reader.
  public init(options: SurveyOptions) {
    self.options = options
  }

  /// Why a survey cannot be read.
  public enum Problem: Error, CustomStringConvertible {
    /// The table cannot be read.
    case table(LogProblem)
    /// The table is no survey of the journey.
    case survey(SurveyProblem)

    /// One sentence with the place first.
    public var description: String {
      switch self {
      case .table(let problem): problem.description
      case .survey(let problem): problem.description
      }
    }
  }

  /// Reads a survey about a journey.
  ///
  /// Cost: linear in the table. In memory are one small record for each answer, and the comments.
  ///
  /// - Parameters:
  ///   - input: The table: CSV and its kin, gzip undone.
  ///   - journey: What it is about.
  /// - Returns: Scores on the journey's scale, comments and a report.
  /// - Throws: Why it cannot be read.
  public func read(_ input: LogInput, about journey: Journey) throws(Problem) -> Survey {
    do {
      let table = try TableRows(input)
      let finder = TouchpointFinder(journey)
      var about: TouchpointID?
      if let name = options.about {
        about = finder.touchpoint(name)
        if about == nil { throw Problem.survey(finder.unknown(name, "--about", options.source)) }
      }
      var start = SurveyStart(
        names: table.names, options: options, finder: finder, journey: journey, about: about)
      try table.read(
        { start.take($0) },
        refuse: { reason, line, text in
          let kind: SurveyReport.Reason =
            switch reason {
            case .tooFewCells: .tooFewCells
            case .tooManyCells: .tooManyCells
            default: .badRow
            }
          start.refuse(kind, line, text)
        })
      let tally: SurveyTally
      do {
        tally = try start.tally()
      } catch {
        throw Problem.survey(error)
      }
      do {
        return try tally.survey()
      } catch {
        throw Problem.survey(error)
      }
    } catch let problem as LogProblem {
      throw .table(problem)
    } catch let problem as Problem {
      throw problem
    } catch {
      throw .survey(SurveyProblem(name: options.source, summary: "\(error)"))
    }
  }
}
