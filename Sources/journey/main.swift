import JourneyCommands

JourneyTool.runProcess()
