import JourneyCommands

JourneyTool.main()
