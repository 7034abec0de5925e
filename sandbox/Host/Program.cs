using B2BConnector.Host.CommandLine;

return await SandboxCommand.RunAsync(args);
