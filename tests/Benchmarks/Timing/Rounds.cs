using System.Diagnostics;
using System.Runtime;

namespace B2BConnector.Benchmarks.Timing;

/// <summary>
/// Measures several things in turn, in short rounds, so that whatever else the machine does hits all of them alike. What counts is the
/// median over the rounds of the processor time of one call (client and server together), and of the ratio of two within one round: calls
/// per second say the same on a machine that does nothing else, and something about the others on one that does.
/// </summary>
internal sealed class Rounds(IReadOnlyList<(string Name, Func<Task> Once)> subjects)
{
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(100);
    private readonly Dictionary<string, List<Round>> _rounds = subjects.ToDictionary(subject => subject.Name, _ => new List<Round>(), StringComparer.Ordinal);

    /// <summary>Callers that ask at the same time.</summary>
    public int Callers { get; init; } = 8;

    /// <param name="warmUps">Rounds of each before the first that counts; more, up to three times as many, while the compiler still has work.</param>
    /// <param name="rounds">Rounds of each that count.</param>
    /// <returns>False when methods were still compiled in the last round of warming up, so that the figures hold some of that.</returns>
    public async Task<bool> RunAsync(int warmUps, int rounds)
    {
        var compiled = int.MaxValue;
        for (var round = 0; round < warmUps || (round < 3 * warmUps && compiled > 0); round++)
        {
            var before = (int)JitInfo.GetCompiledMethodCount();
            await EachOnceAsync((_, _) => { });
            compiled = (int)JitInfo.GetCompiledMethodCount() - before;
        }

        for (var round = 0; round < rounds; round++)
        {
            await EachOnceAsync((name, measured) => _rounds[name].Add(measured));
        }

        return compiled == 0;
    }

    public double PerSecond(string name) => Median(_rounds[name].Select(round => round.PerSecond));

    /// <summary>Processor time of one call, in microseconds.</summary>
    public double Microseconds(string name) => Median(_rounds[name].Select(round => round.Microseconds));

    /// <summary>Bytes that one call allocates.</summary>
    public double Bytes(string name) => Median(_rounds[name].Select(round => round.Bytes));

    /// <summary>How much of the baseline's speed the subject has.</summary>
    public double Ratio(string subject, string baseline) => Median(Ratios(subject, baseline));

    /// <summary>The middle half of the ratios, to show how far they scatter.</summary>
    public (double Low, double High) Scatter(string subject, string baseline)
    {
        var ratios = Ratios(subject, baseline).Order().ToList();
        return (ratios[ratios.Count / 4], ratios[ratios.Count * 3 / 4]);
    }

    private IEnumerable<double> Ratios(string subject, string baseline) => _rounds[subject].Zip(_rounds[baseline], (mine, other) => other.Microseconds / mine.Microseconds);

    private async Task EachOnceAsync(Action<string, Round> measured)
    {
        foreach (var (name, once) in subjects)
        {
            measured(name, await RoundAsync(once));
        }
    }

    private async Task<Round> RoundAsync(Func<Task> once)
    {
        var (processor, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        var (done, start) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(start) < Length)
            {
                await once();
                Interlocked.Increment(ref done);
            }
        })));
        var took = Stopwatch.GetElapsedTime(start);
        return new Round(done / took.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / done, (GC.GetTotalAllocatedBytes() - bytes) / (double)done);
    }

    private static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }

    private readonly record struct Round(double PerSecond, double Microseconds, double Bytes);
}
