using B2BConnector.OData.Evaluation;
using B2BConnector.OData.Expressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.OData;

public sealed class FilterTests
{
    private static readonly JObject Row = Read("""
        {"name":"O'Neil & Zonen 日本","city":"Köln","rank":3,"revenue":10.50,"open":true,"parent":null,
         "_ownerid_value":"10000000-0000-0000-0000-0000000000a1","createdon":"2026-01-31T10:00:00Z",
         "status":"Pending","company":{"name":"Contoso"},"notes":[{"subject":"a"},{"subject":"b"}]}
        """);

    [Theory]
    [InlineData("name eq 'o''neil & zonen 日本'", true)]
    [InlineData("name eq 'other'", false)]
    [InlineData("rank gt 2 and rank le 3", true)]
    [InlineData("rank lt 3 or open eq true", true)]
    [InlineData("not (rank eq 3)", false)]
    [InlineData("not rank eq 3", false)]
    [InlineData("revenue eq 10.5", true)]
    [InlineData("rank eq 3.0", true)]
    [InlineData("rank ge -1", true)]
    [InlineData("parent eq null", true)]
    [InlineData("absent eq null", true)]
    [InlineData("parent ne 'x'", true)]
    [InlineData("parent gt 1", false)]
    [InlineData("_ownerid_value eq 10000000-0000-0000-0000-0000000000A1", true)]
    [InlineData("createdon ge 2026-01-31", true)]
    [InlineData("createdon lt 2026-01-31T12:00:00+02:00", false)]
    [InlineData("createdon eq 2026-01-31T11:00:00+01:00", true)]
    [InlineData("status eq Microsoft.Dynamics.DataEntities.B2BProspectStatus'Pending'", true)]
    [InlineData("contains(name,'neil')", true)]
    [InlineData("startswith(city,'k') and endswith(city,'LN')", true)]
    [InlineData("city ne name", true)]
    [InlineData("company/name eq 'contoso'", true)]
    [InlineData("notes/any(n:n/subject eq 'b')", true)]
    [InlineData("notes/all(n:n/subject eq 'b')", false)]
    [InlineData("notes/any()", true)]
    [InlineData("rank eq 1 or rank eq 3 and open eq true", true)]
    public void Filter_OverARow_Answers(string filter, bool expected)
    {
        var parsed = FilterParser.Parse(filter);
        Assert.True(parsed.Ok, parsed.Problem?.Message);
        Assert.Equal(expected, new FilterEvaluator(EvaluationOptions.Dataverse).Matches(parsed.Value, Row));
    }

    [Theory]
    [InlineData("city eq 'Köln' and ('x' eq name and rank eq 3)", "city=Köln name=x")]
    [InlineData("status eq Microsoft.Dynamics.DataEntities.B2BProspectStatus'Pending'", "status=Pending")]
    [InlineData("_ownerid_value eq 10000000-0000-0000-0000-0000000000A1", "_ownerid_value=10000000-0000-0000-0000-0000000000a1")]
    [InlineData("city eq 'a' or city eq 'b'", "")]
    [InlineData("not (city eq 'a')", "")]
    [InlineData("city ne 'a' and rank eq 3 and open eq true and parent eq null", "")]
    [InlineData("city eq 'K*'", "")]
    [InlineData("createdon eq 2026-01-31T11:00:00+01:00", "")]
    [InlineData("company/name eq 'contoso'", "")]
    public void RequiredTexts_OfAFilter_AreThoseThatEveryMatchHolds(string filter, string expected) =>
        Assert.Equal(expected, string.Join(' ', RequiredTexts.Of(FilterParser.Parse(filter).Value!).Select(required => $"{required.Column}={required.Text}")));

    [Theory]
    [InlineData("name eq '*Neil*'", true)]
    [InlineData("city eq 'K*'", true)]
    [InlineData("city eq '*x*'", false)]
    [InlineData("city ne '*x*'", true)]
    public void Asterisk_InFinanceAndOperations_MatchesAnyText(string filter, bool expected) =>
        Assert.Equal(expected, new FilterEvaluator(EvaluationOptions.FinanceAndOperations).Matches(FilterParser.Parse(filter).Value!, Row));

    [Theory]
    [InlineData("contains(city,'K%n')", true)]
    [InlineData("startswith(city,'K_ln')", true)]
    [InlineData("startswith(city,'[A-C]')", false)]
    [InlineData("startswith(city,'[^A-C]')", true)]
    [InlineData("contains(city,'.')", false)]
    [InlineData("contains(city,'%.%')", false)]
    [InlineData("contains(city,'[z-a]')", false)]
    [InlineData("contains(city,'[^]')", true)]
    [InlineData("contains(city,'[')", false)]
    [InlineData("endswith(city,'%l_')", true)]
    public void SqlWildcards_InDataverseFunctions_Act(string filter, bool expected) =>
        Assert.Equal(expected, new FilterEvaluator(EvaluationOptions.Dataverse).Matches(FilterParser.Parse(filter).Value!, Row));

    [Theory]
    [InlineData("name eq", 7, "Expression expected at position 7 in 'name eq'.")]
    [InlineData("name eq 'x", 10, "There is an unterminated string literal at position 10 in 'name eq 'x'.")]
    [InlineData("(name eq 'x'", 12, "')' or operator expected at position 12 in '(name eq 'x''.")]
    [InlineData("name eq 'x' x", 12, "Syntax error at position 12 in 'name eq 'x' x'.")]
    [InlineData("name # 1", 5, "Syntax error: character '#' is not valid at position 5 in 'name # 1'.")]
    [InlineData("length(name) eq 1", 0, "An unknown function with name 'length' was found.")]
    [InlineData("contains(name)", 13, "')' or ',' expected at position 13 in 'contains(name)'.")]
    [InlineData("", 0, "Expression expected at position 0 in ''.")]
    public void BadFilter_Parsed_IsAProblemWithItsPosition(string filter, int position, string message)
    {
        var parsed = FilterParser.Parse(filter);
        Assert.False(parsed.Ok);
        Assert.Equal(position, parsed.Problem.Position);
        Assert.StartsWith(message, parsed.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Properties_OfAFilter_AreListedForChecking()
    {
        var parsed = FilterParser.Parse("a eq 1 and (contains(b,'x') or not c eq d) and e/any(x:x/f eq 1)");
        Assert.Equal(["a", "b", "c", "d", "e"], parsed.Value!.Properties.Select(path => path.Name));
    }

    [Theory]
    [InlineData("(", 200)]
    [InlineData("not ", 200)]
    [InlineData("a eq 1 and ", 2000)]
    public void HugeFilter_Parsed_IsAProblem(string part, int times) =>
        Assert.False(FilterParser.Parse(string.Concat(Enumerable.Repeat(part, times)) + "a eq 1" + (part == "(" ? new string(')', times) : "")).Ok);

    [Fact]
    public void AnyText_ParsedAndEvaluated_NeverThrows()
    {
        var random = new Random(20260115);
        string[] words = ["a", "name", "eq", "ne", "and", "or", "not", "(", ")", "'", "''", "'x'", "1", "-1.5e3", "null", "true", ",", "/", "any", ":", "contains(", "%", "[", "2026-01-31", "é", " ", "@", "Ns.T'v'"];
        var evaluator = new FilterEvaluator(EvaluationOptions.Dataverse);
        var parsed = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(1, 9)).Select(_ => words[random.Next(words.Length)]));
            if (FilterParser.Parse(text) is not { Ok: true } result) continue;
            evaluator.Matches(result.Value, Row);
            parsed++;
        }
        Assert.True(parsed > 100, $"Only {parsed} texts were filters.");
    }

    private static JObject Read(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }
}
