using B2BConnector.Wdl.Functions;
using B2BConnector.Wdl.Tests.CaseFiles;

namespace B2BConnector.Wdl.Tests;

/// <summary>How much the case files hold.</summary>
public sealed class CaseCoverageTests
{
    private const int CasesPerFunction = 8;
    private const int ErrorsPerFunction = 2;
    private const int CasesInAll = 1_300;
    private const string CannotFail = "#cannot fail: ";
    private static readonly List<LanguageCase> Cases = [.. CaseReader.ReadAll()];

    [Fact]
    public void Cases_OfEveryFunction_AreEnoughAndHoldErrors()
    {
        var byFile = Cases.ToLookup(c => c.File);
        var thin = FunctionRegistry.Default.All
            .Select(f => (f.Name, All: byFile[f.Name + ".wdl.txt"].Count(), Errors: byFile[f.Name + ".wdl.txt"].Count(c => c.Outcome != CaseOutcome.Value)))
            .Where(f => f.All < CasesPerFunction || (f.Errors < ErrorsPerFunction && !SaysItCannotFail(f.Name)));

        Assert.Empty(thin.Select(f => $"{f.Name}: {f.All} cases, {f.Errors} of them errors"));
    }

    [Fact]
    public void Cases_InAll_AreEnough() => Assert.True(Cases.Count >= CasesInAll, $"{Cases.Count} cases");

    [Fact]
    public void Cases_All_NameTheirSource()
    {
        var unnamed = Cases.Where(c => c.Source.Split(' ')[0] is not ("documented" or "recorded" or "inferred"));

        Assert.Empty(unnamed.Select(c => c.ToString()));
    }

    [Fact]
    public void Cases_OfOneFunction_StandOnce()
    {
        var twice = Cases.GroupBy(c => (c.File, c.Template, Context: c.Context.ToString(), c.Options, c.Icu)).Where(g => g.Count() > 1);

        Assert.Empty(twice.Select(g => g.First().ToString()));
    }

    private static bool SaysItCannotFail(string function) =>
        File.ReadLines(Path.Combine(CaseReader.Folder, function + ".wdl.txt")).Any(l => l.StartsWith(CannotFail, StringComparison.Ordinal));
}
