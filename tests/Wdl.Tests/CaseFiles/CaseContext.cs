using System.Globalization;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests.CaseFiles;

/// <summary>A run as a "#context" line describes it (<see cref="DescribedRun"/>). Ids and random numbers are counted and seeded, and the clock stands.</summary>
public sealed class CaseContext(JObject run, LanguageOptions? options = null) : DescribedRun(run, new StandingTime(Now), Counted(), new Random(1))
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-03-05T14:07:09.1234567Z", CultureInfo.InvariantCulture);

    public override LanguageOptions Options { get; } = options ?? LanguageOptions.Default;

    private static IdSource Counted()
    {
        var next = 0;
        return () => new Guid(++next, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
    }
}
