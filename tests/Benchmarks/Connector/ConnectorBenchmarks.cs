namespace B2BConnector.Benchmarks.Connector;

/// <summary>Everything that is measured of the connector.</summary>
internal static class ConnectorBenchmarks
{
    public static async Task<bool> RunAsync(TextWriter output)
    {
        await output.WriteLineAsync($".NET {Environment.Version}, {Environment.ProcessorCount} processors, client and servers in one process");
        var reads = await ReadBenchmark.RunAsync(output);
        return await FeedBenchmark.RunAsync(output) && reads;
    }
}
