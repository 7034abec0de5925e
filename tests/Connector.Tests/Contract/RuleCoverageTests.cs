using System.Globalization;
using System.Text.RegularExpressions;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>Every numbered rule for connector files has tests named after it, which report no finding.</summary>
public sealed partial class RuleCoverageTests
{
    private const int Last = 85;

    [Fact]
    public void Rule85_EveryRule_HasATestOfItsNumber()
    {
        var tested = typeof(RuleCoverageTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => Number().Match(method.Name))
            .Where(match => match.Success)
            .SelectMany(Numbers)
            .ToHashSet();

        Assert.DoesNotContain(Enumerable.Range(1, Last), rule => !tested.Contains(rule));
    }

    private static IEnumerable<int> Numbers(Match match)
    {
        var first = int.Parse(match.Groups["first"].ValueSpan, CultureInfo.InvariantCulture);
        var last = match.Groups["last"] is { Success: true } end ? int.Parse(end.ValueSpan, CultureInfo.InvariantCulture) : first;
        return match.Groups["joint"].Value == "To" ? Enumerable.Range(first, last - first + 1) : [first, last];
    }

    [GeneratedRegex("^Rule(?<first>[0-9]{2})((?<joint>To|And)(?<last>[0-9]{2}))?_")]
    private static partial Regex Number();
}
