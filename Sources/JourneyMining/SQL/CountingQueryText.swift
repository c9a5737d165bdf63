import EventCounting

/// Writes a query.
struct CountingQueryText {
  let query: CountingQuery
  let sql: SQLDialect

  init(_ query: CountingQuery) {
    self.query = query
    sql = SQLDialect(engine: query.engine)
  }

  private var columns: CountingQuery.Columns { query.columns }
  private var hasSequence: Bool { columns.sequence != nil }
  private var hasIntervals: Bool { columns.began != nil }

  var text: String {
    let later: [String?] = [events, paused, visits, personas, steps, members, scores]
    let parts: [String] = CountingRowsText(query).parts + later.compactMap(\.self)
    return header + "WITH\n" + parts.joined(separator: ",\n") + "\n"
      + CountingAnswerText(query).text
  }

  // MARK: - How to run it

  private var header: String {
    let how =
      switch query.engine {
      case .duckdb:
        """
        --   duckdb DATABASE -csv < counts.sql > counts.csv
        --   Python: duckdb.connect("DATABASE").execute(open("counts.sql").read()).df()
        --     .to_csv("counts.csv", index=False)
        """
      case .postgres:
        """
        --   psql -X --csv -f counts.sql DATABASE > counts.csv
        """
      case .spark:
        """
        --   Python: spark.sql(open("counts.sql").read()).coalesce(1).write.csv("counts",
        --     header=True, quote='"', escape='"', emptyValue="",
        --     ignoreLeadingWhiteSpace=False, ignoreTrailingWhiteSpace=False)
        --   which writes the one file of the folder counts.
        """
      }
    let ties =
      hasSequence
      ? ""
      : "-- Events of one customer at the same time have no order in a table. They are put into that "
        + "of\n-- their names and counted as ties. Name a column that orders them with --sequence.\n--\n"
    return """
      -- Counts an event log for 'journey mine --counts counts.csv'. Written by 'journey sql'.
      --
      \(how)
      --
      \(ties)-- Times are whole microseconds since 1970-01-01 UTC until the very end.


      """
  }

  // MARK: - Order and visits

  /// When a customer arrives at an event.
  private var arrival: String { hasIntervals ? "coalesce(began, moment)" : "moment" }

  private var events: String {
    """
    -- The events in the order of their customer, who arrives when an event begins, if that is known.
    events AS (
      SELECT judged.*, \(arrival) AS arrival,
        row_number() OVER (
          PARTITION BY customer
          ORDER BY \(arrival), sequence NULLS FIRST, \(sql.inByteOrder("touchpoint"))) AS place
      FROM judged
      WHERE problem IS NULL
    )
    """
  }

  private var paused: String {
    let latest =
      hasIntervals
      ? "max(moment) OVER (\n"
        + "          PARTITION BY customer ORDER BY place\n"
        + "          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)"
      : "lag(moment) OVER of_customer"
    return """
      -- The pause before each event, and whether nothing but its name orders it.
      paused AS (
        SELECT events.*,
          arrival - (\(latest)) AS pause,
          CASE WHEN arrival = (lag(arrival) OVER of_customer)
            AND sequence IS NOT DISTINCT FROM (lag(sequence) OVER of_customer)
            THEN 1 ELSE 0 END AS tie
        FROM events
        WINDOW of_customer AS (PARTITION BY customer ORDER BY place)
      )
      """
  }

  private var visits: String {
    let visit =
      query.rules.timeout.map { timeout in
        """
        sum(CASE WHEN pause > \(timeout) THEN 1 ELSE 0 END) OVER (
              PARTITION BY customer ORDER BY place ROWS UNBOUNDED PRECEDING)
        """
      } ?? "0"
    let comment =
      query.rules.timeout == nil
      ? "All events of a customer are one visit." : "A longer pause begins another visit."
    return """
      -- \(comment)
      visits AS (
        SELECT paused.*,
          \(visit) AS visit
        FROM paused
      )
      """
  }

  private var personas: String? {
    guard columns.persona != nil else { return nil }
    return """
      -- A customer's persona is that of the first event that has one.
      personas AS (
        SELECT customer, persona AS first_persona
        FROM (
          SELECT customer, persona,
            row_number() OVER (PARTITION BY customer ORDER BY place) AS rank
          FROM events
          WHERE persona IS NOT NULL
        ) AS named
        WHERE rank = 1
      )
      """
  }

  private var steps: String {
    let persona = columns.persona == nil ? "" : "\n    first_persona,"
    let join =
      columns.persona == nil
      ? "" : "\n  LEFT JOIN personas ON visits.customer = personas.customer"
    return """
      -- Each event in its visit: its place from 0, what comes next and when, how the visit began,
      -- how long it was and how it ended, and the how-manieth time its touchpoint comes. What comes
      -- last takes as long as the event itself, if its beginning is known.
      steps AS (
        SELECT visits.customer, touchpoint, moment - began AS stay, channel, stage, felt,\(persona)
          (row_number() OVER of_visit) - 1 AS step,
          lead(touchpoint) OVER of_visit AS next,
          \(passage) AS passage,
          first_value(channel) OVER of_visit AS entry,
          (max(moment) OVER whole_visit) - (min(arrival) OVER whole_visit) AS duration,
          row_number() OVER (
            PARTITION BY visits.customer, visit, touchpoint ORDER BY place) AS round,
          \(ending) AS ending
        FROM visits\(join)
        WINDOW
          of_visit AS (PARTITION BY visits.customer, visit ORDER BY place),
          whole_visit AS (PARTITION BY visits.customer, visit)
      )
      """
  }

  private var passage: String {
    let passage = "(lead(arrival) OVER of_visit) - arrival"
    return hasIntervals ? "coalesce(\(passage), moment - began)" : passage
  }

  private var ending: String {
    let names = query.rules.completed.map(sql.literal)
    var cases: [String] = []
    if !names.isEmpty {
      cases.append(
        """
        WHEN (max(CASE WHEN touchpoint IN (\(names.joined(separator: ", "))) THEN 1 ELSE 0 END)
                OVER whole_visit) = 1 THEN 'completed'
        """)
    }
    if let timeout = query.rules.timeout {
      cases.append(
        """
        WHEN (SELECT max(moment) FROM events) - (max(moment) OVER whole_visit) <= \(timeout)
                THEN 'under-way'
        """)
    }
    let otherwise = names.isEmpty ? "'ended'" : "'left'"
    guard !cases.isEmpty else { return otherwise }
    return "CASE\n      " + cases.joined(separator: "\n      ")
      + "\n      ELSE \(otherwise) END"
  }

  // MARK: - Segments

  private var members: String {
    var parts = ["SELECT 'everyone' AS part, '' AS member, steps.* FROM steps"]
    if columns.persona != nil {
      parts.append("SELECT 'persona', coalesce(first_persona, ''), steps.* FROM steps")
    }
    if query.rules.countsChannels {
      parts.append("SELECT 'channel', coalesce(entry, ''), steps.* FROM steps")
    }
    return """
      -- Everyone\(parts.count > 1 ? ", and once more by what they are counted by" : "").
      members AS (
        \(parts.joined(separator: "\n  UNION ALL "))
      )
      """
  }

  private var scores: String? {
    guard columns.felt != nil else { return nil }
    return """
      -- Each customer counts once, with the mean of the customer's own scores.
      scores AS (
        SELECT part, member, touchpoint, customer, avg(felt) AS felt
        FROM members
        WHERE felt IS NOT NULL
        GROUP BY part, member, touchpoint, customer
      )
      """
  }
}
