using System.Diagnostics;

namespace B2BConnector.Benchmarks.Timing;

/// <summary>
/// Measures several things in turn, in short rounds, so that whatever else the machine does hits all of them alike. What counts is the
/// median over the rounds of what one did per second, and of the ratio of two within one round.
/// </summary>
internal sealed class Rounds(IReadOnlyList<(string Name, Func<Task> Once)> subjects)
{
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(400);
    private readonly Dictionary<string, List<double>> _perSecond = subjects.ToDictionary(subject => subject.Name, _ => new List<double>(), StringComparer.Ordinal);

    /// <summary>Callers that ask at the same time.</summary>
    public int Callers { get; init; } = 8;

    public async Task RunAsync(int warmUps, int rounds)
    {
        for (var round = -warmUps; round < rounds; round++)
        {
            foreach (var (name, once) in subjects)
            {
                var perSecond = await RoundAsync(once);
                if (round >= 0)
                {
                    _perSecond[name].Add(perSecond);
                }
            }
        }
    }

    public double PerSecond(string name) => Median(_perSecond[name]);

    /// <summary>How much of the baseline's speed the subject has.</summary>
    public double Ratio(string subject, string baseline) => Median(_perSecond[subject].Zip(_perSecond[baseline], (mine, other) => mine / other));

    /// <summary>The middle half of the ratios, to show how far they scatter.</summary>
    public (double Low, double High) Scatter(string subject, string baseline)
    {
        var ratios = _perSecond[subject].Zip(_perSecond[baseline], (mine, other) => mine / other).Order().ToList();
        return (ratios[ratios.Count / 4], ratios[ratios.Count * 3 / 4]);
    }

    private async Task<double> RoundAsync(Func<Task> once)
    {
        var (done, start) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(start) < Length)
            {
                await once();
                Interlocked.Increment(ref done);
            }
        })));
        return done / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }
}
