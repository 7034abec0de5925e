using B2BConnector.Wdl.Tests.CaseFiles;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests;

public sealed class TemplateTests
{
    [Fact]
    public void Evaluate_ObjectsArraysAndNames_EvaluatesStringsOnly()
    {
        var result = Evaluate("""{"a":["@add(1,1)","x@{1}",null,2.0,true],"@{variables('name')}":{"@@odata.type":"#x"}}""", """{"variables":{"name":"n"}}""");

        Assert.Equal("""{"a":[2,"x1",null,2.0,true],"n":{"@odata.type":"#x"}}""", result.ToString(Formatting.None));
    }

    [Fact]
    public void Evaluate_NameThatIsNoText_IsARunError()
    {
        Assert.Contains("'String'", Assert.Throws<WdlException>(() => Evaluate("""{"@add(1,1)":1}""")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_Constant_GivesACopyEachTime()
    {
        var template = Compile("""{"a":[1,{"b":2}]}""");
        var first = (JObject)template.Evaluate(Context());
        first["a"]![1]!["b"] = 3;

        Assert.True(template.IsConstant);
        Assert.Equal("""{"a":[1,{"b":2}]}""", template.Evaluate(Context()).ToString(Formatting.None));
    }

    [Fact]
    public void Evaluate_ValueOfTheRun_MayBeChangedWithoutChangingTheRun()
    {
        var run = JObject.Parse("""{"variables":{"list":[1]}}""");
        var context = new CaseContext(run);

        ((JArray)Compile("\"@variables('list')\"").Evaluate(context)).Add(2);
        ((JArray)Compile("\"@createArray(variables('list'), 'x')\"").Evaluate(context)[0]!).Add(2);

        Assert.Equal("[1]", run["variables"]!["list"]!.ToString(Formatting.None));
    }

    [Fact]
    public void Evaluate_FromManyThreads_GivesTheSame()
    {
        var template = Compile("""{"a":"@concat(variables('x'), '-', toUpper(variables('x')))","b":{"c":[1]}}""");
        var context = Context("""{"variables":{"x":"ab"}}""");

        var results = Enumerable.Range(0, 200).AsParallel().Select(_ => template.Evaluate(context).ToString(Formatting.None)).Distinct().ToList();

        Assert.Equal("""{"a":"ab-AB","b":{"c":[1]}}""", Assert.Single(results));
    }

    [Fact]
    public void Calls_Nested_ListsNamesArgumentsAndSpans()
    {
        var template = Compile("""{"x":"@BODY('Get_lead')?['id']","y":["a@{concat(variables('v'), 1)}"]}""");

        Assert.Equal(
            ["body(Get_lead) x 1+23", "concat(,) y[0] 3+25", "variables(v) y[0] 10+14"],
            template.Calls.Select(c => $"{c.Function}({string.Join(",", c.LiteralArguments)}) {c.Path} {c.Span.Start}+{c.Span.Length}"));
    }

    [Theory]
    [InlineData("@concat(variables('big'), variables('big'))")]
    [InlineData("@string(createArray(variables('big'), variables('big')))")]
    [InlineData("@base64(variables('big'))")]
    public void Evaluate_TextOverLimit_IsARunError(string expression)
    {
        var context = new CaseContext(new JObject { ["variables"] = new JObject { ["big"] = new string('x', 120_000) } });
        var template = Template.Compile(new JValue(expression), "", []);

        Assert.Contains("131072", Assert.Throws<WdlException>(() => template.Evaluate(context)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_ValueWrappedIntoItself_EndsInARunError()
    {
        var run = JObject.Parse("""{"variables":{"v":[]}}""");
        var template = Compile("\"@createArray(variables('v'))\"");

        var error = Assert.Throws<WdlException>(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                run["variables"]!["v"] = template.Evaluate(new CaseContext(run));
            }
        });

        Assert.Equal("The value nests more than 256 objects and arrays.", error.Message);
    }

    [Theory]
    [InlineData("@replace(variables('big'), 'x', variables('big'))")]
    [InlineData("@join(range(1, 100000), variables('big'))")]
    [InlineData("@formatNumber(1, 'N999999999')")]
    public void Evaluate_SmallExpressionWithHugeResult_IsARunErrorSoon(string expression)
    {
        var context = new CaseContext(new JObject { ["variables"] = new JObject { ["big"] = new string('x', 100_000) } });
        var template = Template.Compile(new JValue(expression), "", []);

        Assert.Throws<WdlException>(() => template.Evaluate(context));
    }

    /// <summary>.NET 10 has no limit for URIs any more; the platform runs on .NET 8.</summary>
    [Theory]
    [InlineData(65_519, true)]
    [InlineData(65_520, false)]
    public void Evaluate_LongUri_EndsWhereDotNet8Ends(int length, bool isValid)
    {
        var context = new CaseContext(new JObject { ["variables"] = new JObject { ["uri"] = "https://a/".PadRight(length, 'x') } });
        var template = Compile("\"@uriHost(variables('uri'))\"");

        Assert.Equal(isValid, Record.Exception(() => template.Evaluate(context)) is null);
    }

    [Fact]
    public void Evaluate_DeepXml_IsARunError()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));
        var context = new CaseContext(new JObject { ["variables"] = new JObject { ["xml"] = deep } });
        var template = Compile("\"@json(xml(variables('xml')))\"");

        Assert.Contains("nests more than 256 elements", Assert.Throws<WdlException>(() => template.Evaluate(context)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_SetsOfManyValues_TakesNoTime()
    {
        var template = Compile("\"@length(union(range(1, 25000), range(10000, 25000), intersection(range(1, 25000), range(2, 25000))))\"");

        Assert.Equal(34_999L, (long)template.Evaluate(Context()));
    }

    [Fact]
    public void Evaluate_BareContext_SaysNotExpectedHere()
    {
        string[] expressions =
        [
            "@parameters('x')", "@appsetting('x')", "@actions('x')", "@action()", "@trigger()", "@item()", "@items('x')", "@iterationIndexes('x')",
            "@result('x')", "@workflow()", "@listCallbackUrl()",
        ];
        foreach (var expression in expressions)
        {
            var error = Assert.Throws<WdlException>(() => Template.Compile(new JValue(expression), "", []).Evaluate(new NothingKnown()));
            Assert.Equal($"The template function '{expression[1..expression.IndexOf('(', StringComparison.Ordinal)]}' is not expected at this location.", error.Message);
        }
    }

    private static Template Compile(string json)
    {
        var problems = new List<Problem>();
        var template = Template.Compile(CaseReader.ParseJson(json), "", problems);
        Assert.Empty(problems);
        return template;
    }

    private static JToken Evaluate(string json, string context = "{}") => Compile(json).Evaluate(Context(context));

    private static CaseContext Context(string json = "{}") => new(JObject.Parse(json));

    private sealed class NothingKnown() : EvaluationContext(TimeProvider.System, () => Guid.Empty, new Random(0));
}
