using System.Text.RegularExpressions;
using B2BConnector.Runtime.Tests.Support;

namespace B2BConnector.Runtime.Tests.Problems;

/// <summary>Every code of the loader has a small folder that produces it, with its position. ACCEPT=1 writes what the loader says.</summary>
public sealed class ProblemCaseTests
{
    /// <summary>Codes that no folder produces, with the reason.</summary>
    private static readonly Dictionary<string, string> WithoutCase = new()
    {
        ["RT0602"] = "a script that vanished between loading and running; at load it is RT0002",
    };

    public static TheoryData<string> Names() => [.. ProblemCase.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_Loaded_GivesItsProblems(string name)
    {
        var one = ProblemCase.Named(name);
        using var folder = new CaseFolder(one);
        var actual = folder.Problems();
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            one.Accept(actual);
        }
        else
        {
            Assert.Equal(one.Expected, actual);
        }

        Assert.Contains($" {one.Code}: ", actual, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_All_HaveACase() => Assert.Equal(
        Codes.All.Select(code => code.Code).Except(WithoutCase.Keys),
        ProblemCase.All.Select(one => one.Code).Distinct());

    [Fact]
    public void Codes_All_AreBornOnce() => Assert.Empty(Codes.All.GroupBy(code => code.Code).Where(twins => twins.Count() > 1).Select(twins => twins.Key));

    [Fact]
    public void Cases_All_SayWhereTheirTruthComesFrom() =>
        Assert.Empty(ProblemCase.All.Where(one => !Regex.IsMatch(one.Source, "^(documented https://|recorded|inferred)")).Select(one => one.Name));

    [Fact]
    public void Cases_All_StateTheLinesOfFilesThatAreThere()
    {
        foreach (var one in ProblemCase.All.Where(one => one.Files.Any(file => file.Name is "actions" or "triggers")))
        {
            var lines = one.Files.First(file => file.Name is "actions" or "triggers").Text.Split('\n').Length;
            Assert.All(
                Regex.Matches(one.Expected, @"^main/workflow\.json\((\d+),\d+\)", RegexOptions.Multiline).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)),
                line => Assert.InRange(line, 1, lines + 1));
        }
    }
}
