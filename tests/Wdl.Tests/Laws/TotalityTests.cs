using B2BConnector.Wdl.Functions;
using B2BConnector.Wdl.Tests.CaseFiles;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests.Laws;

/// <summary>Whatever a maker writes: compiling reports problems, evaluating gives a value or a WdlException. Seeds are fixed.</summary>
public sealed class TotalityTests
{
    private static readonly string[] Fragments =
    [
        "@", "@@", "@{", "@@{", "}", "{", "(", ")", "[", "]", "?", ".", ",", "'", "''", "\"", " ", "\t", "-", "+", "1", "1.5", "1e9", "9223372036854775807",
        "true", "null", "concat", "body", "variables('v')", "triggerBody()", "json('{\"a\":[1]}')", "?['a']", "[0]", ".a", "é", "\u0000", "\uD800", "if(", "range(1,3)",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "1", "-1", "9223372036854775807", "-9223372036854775808", "0.0", "-1.5", "1e308", "1e-7", "''", "'a'", "'1'", "'-1.5'", "'NaN'", "' '", "'%'", "'%ZZ'",
        "'2026-03-05T14:07:09Z'", "'2026-03-05T14:07:09+14:00'", "'0001-01-01T00:00:00+14:00'", "'9999-12-31T23:59:59Z'", "'10:30'", "'Day'", "'Month'", "'Year'", "'UTC'", "'Europe/Berlin'", "'yyyy-MM-dd'", "'%'",
        "'de-DE'", "'xx-invalid-'", "'https://u@host:1/p?q#f'", "'data:,x'", "'data:text/plain;base64,!'", "'<a><b/></a>'", "'/a/b'", "'{\"a\":1}'", "'[1,2'", "'\uD800'", "'\u0000'",
        "json('[]')", "json('{}')", "json('[1,\"a\",null,{\"k\":2}]')", "json('{\"a\":{\"b\":1}}')", "json('123456789012345678901234567890')", "decimal('79228162514264337593543950335')", "decimal('0.10')",
        "binary('x')", "xml('<a>1</a>')", "json('{\"$content-type\":\"application/xml\",\"$content\":\"!\"}')", "json('{\"$content-type\":5,\"$content\":\"QQ==\"}')", "float('NaN')", "float('Infinity','')",
    ];

    [Fact]
    public void Compile_RandomText_NeverThrows()
    {
        var random = new Random(20260305);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Fragments[random.Next(Fragments.Length)]));
            Run(text);
        }
    }

    [Fact]
    public void Evaluate_EveryFunctionWithRandomValues_GivesAValueOrARunError()
    {
        var random = new Random(42);
        foreach (var function in FunctionRegistry.Default.All.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            for (var i = 0; i < 250; i++)
            {
                var count = random.Next(function.Min, Math.Min(function.Max, function.Min + 2) + 1);
                Run($"@{function.Name}({string.Join(", ", Enumerable.Range(0, count).Select(_ => Values[random.Next(Values.Length)]))})");
            }
        }
    }

    private static void Run(string text)
    {
        var problems = new List<Problem>();
        var template = Template.Compile(new JValue(text), "p", problems);
        Assert.All(problems, p => Assert.True(p.Span is null || (p.Span.Value.Start >= 0 && p.Span.Value.End <= text.Length), p.ToString()));
        var context = new CaseContext(JObject.Parse("""{"variables":{"v":"x"},"trigger":{"outputs":{"body":{"a":[1,2]}}}}"""));
        try
        {
            Assert.NotNull(template.Evaluate(context));
        }
        catch (WdlException error)
        {
            Assert.NotEmpty(error.Message);
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{text}: {error}");
        }
    }
}
