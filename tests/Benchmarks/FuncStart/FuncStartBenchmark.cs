using B2BConnector.Benchmarks.Timing;

namespace B2BConnector.Benchmarks.FuncStart;

/// <summary>
/// How long func takes from its start in workflows/ until it is ready, seen from outside. With the environment variable FUNC_BASELINE, the path of
/// another func, the two are started in turn, so that what else the machine does hits both alike.
/// </summary>
internal static class FuncStartBenchmark
{
    private const int Starts = 10;
    private const long MemoryLimit = 120 * 1024 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(500);

    public static async Task<bool> RunAsync(TextWriter output)
    {
        await output.WriteLineAsync($".NET {Environment.Version}, {Environment.ProcessorCount} processors, {Starts} starts one after the other; median (least to most)");
        using var client = new HttpClient();
        var own = (Name: "func", File: Built(), Found: new List<OneStart>());
        var all = Environment.GetEnvironmentVariable("FUNC_BASELINE") is { Length: > 0 } other ? [own, (Name: "baseline", File: other, Found: [])] : new[] { own };
        for (var i = -1; i < Starts; i++)
        {
            foreach (var subject in all)
            {
                var start = await OneStart.MeasureAsync(subject.File, Path.Combine(RepositoryRoot.Path, "workflows"), client);
                if (i >= 0)
                {
                    subject.Found.Add(start);
                }
            }
        }

        foreach (var (name, _, found) in all)
        {
            await output.WriteLineAsync(
                $"{name}: ready after {Of(found, start => start.Ready)} ms, answering after {Of(found, start => start.Answered)} ms, own figure {Of(found, start => start.Inside)} ms, "
                + $"processor time {Of(found, start => start.Processor)} ms, {found.Max(start => start.Memory) / 1024 / 1024} MB");
        }

        await output.WriteLineAsync($"limits: ready {Limit.TotalMilliseconds} ms in each start, {MemoryLimit / 1024 / 1024} MB");
        return own.Found.TrueForAll(start => start.Ready <= Limit && start.Memory <= MemoryLimit);
    }

    private static string Of(IEnumerable<OneStart> starts, Func<OneStart, TimeSpan> value)
    {
        var sorted = starts.Select(value).Order().ToList();
        return $"{sorted[sorted.Count / 2].TotalMilliseconds:F0} ({sorted[0].TotalMilliseconds:F0} to {sorted[^1].TotalMilliseconds:F0})";
    }

    // Built beside this program, in the same configuration.
    private static string Built() => Path.Combine(
        RepositoryRoot.Path, "artifacts", "bin", "Func", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), OperatingSystem.IsWindows() ? "func.exe" : "func");
}
