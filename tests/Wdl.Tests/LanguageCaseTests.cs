using B2BConnector.Wdl.Tests.CaseFiles;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests;

public sealed class LanguageCaseTests
{
    private static readonly Dictionary<string, List<LanguageCase>> CasesByFile = CaseReader.ReadAll().GroupBy(c => c.File).ToDictionary(g => g.Key, g => g.ToList());

    public static TheoryData<string, int> Cases()
    {
        var data = new TheoryData<string, int>();
        foreach (var item in CasesByFile.Values.SelectMany(c => c).Where(c => c.Icu.Holds))
        {
            data.Add(item.File, item.Line);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_Evaluated_GivesExpectedLine(string file, int line)
    {
        var item = CasesByFile[file].Single(c => c.Line == line);
        var problems = new List<Problem>();
        var template = Template.Compile(new JValue(item.Template), "case", problems);
        var refused = problems.Where(p => p.Severity != ProblemSeverity.Warning).Select(p => $"{p.Message} {p.Remedy}").ToList();

        if (item.Outcome == CaseOutcome.LoadError)
        {
            Assert.Contains(refused, p => p.Contains(item.Expected, StringComparison.Ordinal));
            return;
        }
        Assert.Empty(refused);
        if (item.Outcome == CaseOutcome.RunError)
        {
            var error = Assert.Throws<WdlException>(() => template.Evaluate(new CaseContext(item.Context, item.Options)));
            Assert.Contains(item.Expected, error.Message, StringComparison.Ordinal);
            Assert.Equal("InvalidTemplate", error.Code);
            return;
        }
        var value = template.Evaluate(new CaseContext(item.Context, item.Options));
        Assert.Equal(CaseReader.ParseJson(item.Expected).ToString(Formatting.None), value.ToString(Formatting.None));
    }
}
