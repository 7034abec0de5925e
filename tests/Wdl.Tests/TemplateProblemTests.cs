using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests;

public sealed class TemplateProblemTests
{
    [Theory]
    [InlineData("@concat('a', nope('b'))", "WDL0202", 13, 9)]
    [InlineData("a @{nope()} b", "WDL0202", 4, 6)]
    [InlineData("@concat('a'", "WDL0101", 11, 0)]
    [InlineData("@concat(\"a\")", "WDL0101", 8, 1)]
    [InlineData("x @{concat(} y", "WDL0101", 11, 0)]
    [InlineData("ab@{concat('a')", "WDL0103", 2, 13)]
    [InlineData("@agentParameters()", "WDL0201", 1, 17)]
    [InlineData("@not(body(1).x)", "WDL0204", 5, 9)]
    [InlineData("@toLower()", "WDL0203", 1, 9)]
    public void Compile_BrokenString_PointsAtTheCharacters(string text, string code, int start, int length)
    {
        var problems = Compile(new JValue(text));

        var problem = Assert.Single(problems);
        Assert.Equal((code, new TextSpan(start, length)), (problem.Code, problem.Span));
    }

    [Fact]
    public void Compile_SeveralErrors_ReportsAllWithPaths()
    {
        var problems = Compile(JObject.Parse("""
            {
              "subject": "@concat(",
              "list": ["ok", "a@{b(}c@{'x}"],
              "it's": { "@bad": 1 },
              "twice": "@if(body(), variables(1), unknown())"
            }
            """));

        Assert.Equal(
            [
                "in.subject WDL0101", "in.list[1] WDL0101", "in.list[1] WDL0103", @"in['it\'s']['@bad'] WDL0101",
                "in.twice WDL0204", "in.twice WDL0204", "in.twice WDL0202",
            ],
            problems.Select(p => $"{p.Path} {p.Code}"));
    }

    [Fact]
    public void Compile_UnknownFunction_WarnsAndSuggests()
    {
        var problem = Assert.Single(Compile(new JValue("@toLowr('A')")));

        Assert.Equal(ProblemSeverity.Warning, problem.Severity);
        Assert.Equal("Did you mean 'toLower'?", problem.Remedy);
        Assert.Equal("warning WDL0202: The template function 'toLowr' is not defined or not valid (at in, char 2). Did you mean 'toLower'?", problem.ToString());
    }

    [Fact]
    public void Compile_ExpressionOverLimit_IsAProblem()
    {
        var longest = "@'" + new string('x', 8190) + "'";

        Assert.Empty(Compile(new JValue(longest)));
        Assert.Equal("WDL0102", Assert.Single(Compile(new JValue(longest + " "))).Code);
    }

    [Fact]
    public void Compile_DeepNesting_IsAProblem()
    {
        string Nested(int depth) => "@" + string.Concat(Enumerable.Repeat("not(", depth)) + "true" + new string(')', depth);

        Assert.Empty(Compile(new JValue(Nested(100))));
        Assert.Contains("nests more than 100 calls", Assert.Single(Compile(new JValue(Nested(101)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_DeepJson_IsAProblem()
    {
        JToken json = new JValue("x");
        for (var i = 0; i < 200; i++)
        {
            json = new JArray(json);
        }

        Assert.Equal("WDL0104", Assert.Single(Compile(json)).Code);
    }

    [Fact]
    public void ToString_WithFile_ReadsLikeACompilerMessage()
    {
        var problem = new Problem("WDL0101", "It broke.", "definition.x", new TextSpan(3, 1), "Mend it.", File: "create-lead/workflow.json", Line: 12, Column: 7);

        Assert.Equal("create-lead/workflow.json(12,7): error WDL0101: It broke (at definition.x, char 4). Mend it.", problem.ToString());
    }

    [Fact]
    public void ToString_ProblemOfTheWholeFile_SaysSo() =>
        Assert.Equal("a.json(4,5): error RT0001: It broke (at the root).", new Problem("RT0001", "It broke.", "", File: "a.json", Line: 4, Column: 5).ToString());

    private static List<Problem> Compile(JToken json)
    {
        var problems = new List<Problem>();
        Template.Compile(json, "in", problems);
        return problems;
    }
}
