using B2BConnector.Host.CommandLine;
using B2BConnector.Host.Expressions;
using B2BConnector.Wdl;
using B2BConnector.Sandbox.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Sandbox.Tests.CommandLine;

/// <summary>The verb eval.</summary>
public sealed class EvalTests : IDisposable
{
    private const string Run = """
        {"trigger":{"outputs":{"body":{"name":"Ann"}}},"actions":{"Get_lead":{"outputs":{"body":{"id":7}}}},"variables":{"total":3},
        "parameters":{"team":"west"},"appsettings":{"URL":"http://x"},"items":{"Each":"item"},"item":"inner","iterations":{"Until":2},"now":"2026-01-02T03:04:05Z"}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("@triggerBody()?['name']", "\"Ann\"")]
    [InlineData("@body('get_LEAD')['id']", "7")]
    [InlineData("@variables('total')", "3")]
    [InlineData("@parameters('team')", "\"west\"")]
    [InlineData("@appsetting('URL')", "\"http://x\"")]
    [InlineData("@items('Each')", "\"item\"")]
    [InlineData("@item()", "\"inner\"")]
    [InlineData("@iterationIndexes('Until')", "2")]
    [InlineData("@utcNow()", "\"2026-01-02T03:04:05.0000000Z\"")]
    [InlineData("sum @{add(1, 2)}", "\"sum 3\"")]
    public void Evaluate_WithAContext_SeesTheRun(string expression, string value)
    {
        var result = ExpressionEvaluation.Evaluate(new JValue(expression), RunText.Run(RunText.Json(Run)));

        Assert.Equal(value, result.Value?.ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public async Task Lines_OfEveryKind_GetOneAnswerEachAndDoNotStop()
    {
        string[] lines =
        [
            """{"expr":"@add(1,2)"}""",
            "no json",
            "",
            """{"expr":"@variables('x')","context":{"variables":{"X":[1]}}}""",
            """{"expr":"@variables('x')"}""",
            """{"expr":"@concat('a'"}""",
            """{"expr":"@nope()"}""",
            """{"expr":"@add(1,1)","context":7}""",
            """{"expr":"@add(1,1)","context":{"variable":{}}}""",
            """{"context":{}}""",
            $$"""{"expr":"@add(1,1)","context":{"item":{{new string('[', 5000)}}}""",
            """{"expr":{"a":"@add(1,1)","b":["x@{add(1,2)}"]}}""",
        ];
        using var output = new StringWriter();

        await ExpressionLines.RunAsync(new StringReader(string.Join('\n', lines) + "\n"), output, [], CancellationToken.None);

        var answers = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(JObject.Parse).ToList();
        Assert.Equal(
            ["3", "MalformedLine", "MalformedLine", "[1]", "InvalidTemplate", "WDL0101", "InvalidTemplate", "MalformedLine", "MalformedLine", "MalformedLine", "MalformedLine", "{\"a\":2,\"b\":[\"x3\"]}"],
            answers.Select(answer => answer["value"]?.ToString(Newtonsoft.Json.Formatting.None) ?? (string?)answer["error"]!["code"]));
        Assert.All(answers.Where(answer => answer["error"] is not null), answer => Assert.Equal(["code", "message"], ((JObject)answer["error"]!).Properties().Select(part => part.Name)));
    }

    [Fact]
    public void Caret_UnderAPart_StandsBelowIt() => Assert.Equal(
        ["  @concat('a', nope(1))", "               ^^^^^^^"],
        Caret.Under("@concat('a', nope(1))", new TextSpan(13, 7)).Split(Environment.NewLine));

    [Fact]
    public void Caret_InALongExpression_ShowsTheSurroundings()
    {
        var text = "@concat('" + new string('x', 4000) + "', nope(1))\n@second";
        var lines = Caret.Under(text, new TextSpan(text.IndexOf("nope", StringComparison.Ordinal), 7)).Split(Environment.NewLine);

        Assert.All(lines, line => Assert.InRange(line.Length, 1, 120));
        Assert.Equal("nope(1)", lines[0].Substring(lines[1].IndexOf('^', StringComparison.Ordinal), 7));
    }

    [Theory]
    [InlineData(0, "@concat('a', 'b')")]
    [InlineData(1, "@concat('a'")]
    [InlineData(1, "@div(1, 0)")]
    [InlineData(2)]
    [InlineData(2, "@add(1,1)", "--jsonl")]
    [InlineData(2, "@add(1,1)", "--context", "no-such-file.json")]
    [InlineData(2, "@add(1,1)", "--colour")]
    public async Task Eval_Typed_EndsWithItsCode(int code, params string[] arguments) =>
        Assert.Equal(code, await SandboxCommand.RunAsync(["eval", .. arguments]));

    [Fact]
    public async Task Eval_WithAContextFile_ReadsIt()
    {
        var file = Path.Combine(_folder.Path, "run.json");
        File.WriteAllText(file, Run);

        Assert.Equal(0, await SandboxCommand.RunAsync(["eval", "@variables('total')", "--context", file]));
        Assert.Equal(1, await SandboxCommand.RunAsync(["eval", "@variables('other')", "--context", file]));
    }
}
