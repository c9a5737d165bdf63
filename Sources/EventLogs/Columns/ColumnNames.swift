/// The usual names of columns.
enum ColumnNames {
  /// Letters and digits in lower case: what is left of a name when spaces and marks are ignored.
  static func plain(_ name: String) -> String {
    var text = ""
    for scalar in name.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  /// The names of a role, the most telling first; of names that stand together, a log may have one.
  static func usual(_ role: LogOptions.Role) -> [[String]] {
    switch role {
    case .customer:
      [
        ["caseconceptname"],
        ["caseid", "case", "caseidentifier", "casenumber", "casekey"],
        ["customerid", "customer", "customerkey", "customernumber", "kundennummer", "kunde"],
        [
          "clientid", "client", "userid", "user", "userpseudoid", "visitorid", "visitor",
          "accountid", "memberid", "patientid", "personid", "contactid", "subscriberid", "guestid",
          "distinctid", "anonymousid", "profileid", "journeyid", "traceid",
        ],
        ["sessionid", "session", "visitid"],
      ]
    case .touchpoint:
      [
        ["conceptname"], ["touchpoint", "touchpointname"],
        [
          "activity", "activityname", "activityen", "aktivität", "ereignis", "actividad",
          "activité",
        ],
        ["event", "eventname"], ["eventtype"], ["action", "actionname"], ["step", "stepname"],
        ["task", "taskname"], ["page", "pagename", "pagepath", "screen", "screenname"],
        ["pageurl", "url"], ["newvalue", "changesnewvalue", "newstatus"],
      ]
    case .time:
      [
        ["timetimestamp"], ["timestamp", "eventtimestamp", "ts"],
        ["time", "eventtime", "datetime", "eventdatetime"],
        [
          "completetimestamp", "completetime", "endtimestamp", "endtime", "finishtime",
          "endedat", "completedat", "finishedat",
        ], ["date", "eventdate", "occurredat", "happenedat", "datum", "zeitpunkt", "fecha"],
      ]
    case .began:
      [
        ["starttimestamp", "starttime", "startedat", "startdatetime"],
        ["begintime", "begantime", "begintimestamp", "beganat", "began"],
      ]
    case .sequence: []
    case .channel: [["channel", "channelname"], ["casechannel", "touchpointchannel"]]
    case .persona:
      [
        ["persona", "personaname", "casepersona"],
        ["segment", "segmentname", "customersegment", "usersegment", "casesegment"],
      ]
    case .stage: [["stage", "stagename", "journeystage"], ["phase", "phasename", "journeyphase"]]
    case .felt:
      [
        ["felt"], ["emotion", "emotionscore"],
        ["score", "rating", "satisfaction", "zufriedenheit"],
        ["satisfactionscore", "feeling", "csat", "nps"],
      ]
    case .lifecycle: [["lifecycletransition"], ["lifecycle"]]
    }
  }

  /// Words in the names of columns that say who worked or what was touched, not whose journey it is.
  static let workers = [
    "employee", "agent", "staff", "operator", "resource", "developer", "processor", "handler",
    "assignee", "owner", "responsible", "worker", "manager", "product", "item", "content", "event",
    "department", "group", "team", "parent", "transaction", "row", "message", "request",
  ]

  /// The ends of names that a touchpoint may have where no usual name is found.
  static let statuses = [
    "status", "state", "phase", "stage", "activity", "event", "action", "step",
  ]

  /// The ends of names that a time may have where no usual name is found.
  static let times = ["at", "time", "date", "timestamp", "datetime", "on"]
}
