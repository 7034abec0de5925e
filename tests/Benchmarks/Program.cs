using B2BConnector.Benchmarks.Check;
using B2BConnector.Benchmarks.Connector;
using B2BConnector.Benchmarks.FuncStart;
using B2BConnector.Benchmarks.Fuzz;
using B2BConnector.Benchmarks.Wdl;
using B2BConnector.Benchmarks.WorkflowTests;

// One family of measurements per word, one folder per family. It exits with 1 when a limit is missed.
var families = new Dictionary<string, Func<TextWriter, Task<bool>>>(StringComparer.Ordinal)
{
    ["check"] = CheckBenchmark.RunAsync,
    ["connector"] = ConnectorBenchmarks.RunAsync,
    ["wdl"] = WdlBenchmarks.RunAsync,
    ["func"] = FuncStartBenchmark.RunAsync,
    ["fuzz"] = FuzzRun.RunAsync,
    ["workflow-tests"] = WorkflowTestBenchmarks.RunAsync,
};

if (args is [var name] && families.TryGetValue(name, out var run))
{
    return await run(Console.Out) ? 0 : 1;
}

await Console.Error.WriteLineAsync($"Say what to measure: dotnet run -c Release --project tests/Benchmarks -- {string.Join(" | ", families.Keys)}");
return 2;
