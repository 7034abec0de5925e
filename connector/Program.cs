using B2BConnector.Connector;

try
{
    using var app = ConnectorApp.Build(args);
    await app.RunAsync();
    return 0;
}
catch (ConnectorStartException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 2;
}
catch (IOException problem) when (problem.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{problem.Message} Stop the other program or choose another address with --urls.");
    return 2;
}
