namespace B2BConnector.Benchmarks.Wdl;

/// <summary>Everything that is measured of the expression language.</summary>
internal static class WdlBenchmarks
{
    public static async Task<bool> RunAsync(TextWriter output)
    {
        await output.WriteLineAsync($".NET {Environment.Version}, one of {Environment.ProcessorCount} processors");
        return await ExpressionBenchmark.RunAsync(output) & await LoadBenchmark.RunAsync(output);
    }
}
