using B2BConnector.Wdl.Functions;
using B2BConnector.Wdl.Tests.CaseFiles;
using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests.Laws;

/// <summary>How values change their type, for any JSON.</summary>
public sealed class CoercionTests
{
    private static readonly Config Search = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20261128, 1);

    [Theory]
    [InlineData("@equals(string(variables('v')), concat(variables('v')))")]
    [InlineData("@equals(string(variables('v')), join(createArray(variables('v')), ','))")]
    [InlineData("@equals(string(string(variables('v'))), string(variables('v')))")]
    [InlineData("@equals(array(variables('v')), createArray(variables('v')))")]
    [InlineData("@equals(first(array(variables('v'))), last(createArray(1, variables('v'))))")]
    [InlineData("@equals(base64ToString(base64(string(variables('v')))), string(variables('v')))")]
    [InlineData("@equals(string(binary(string(variables('v')))), string(variables('v')))")]
    [InlineData("@equals(coalesce(null, variables('v')), variables('v'))")]
    [InlineData("@equals(if(true, variables('v'), 1), variables('v'))")]
    public void Json_Any_KeepsTheLaw(string law)
    {
        // NaN is no JSON, and equal to nothing.
        var values = RandomExpressions.Json().Where(v => !v.ToString().Contains("NaN", StringComparison.Ordinal));
        Check.One(Search, Prop.ForAll(values.ToArbitrary(), value =>
        {
            var context = new CaseContext(new JObject { ["variables"] = new JObject { ["v"] = value } });
            return (bool)Evaluate(law, context) && (string?)Evaluate("@{variables('v')}", context) == (string?)Evaluate("@string(variables('v'))", context);
        }));
    }

    [Fact]
    public void Integer_Any_SurvivesTextAndFloat() => Check.One(Search, Prop.ForAll(Gen.Choose(int.MinValue, int.MaxValue).ToArbitrary(), number =>
        (bool)Evaluate($"@and(equals(int(string({number})), {number}), equals(int(float('{number}')), {number}), equals(bool({number}), not(equals({number}, 0))))", new CaseContext([]))));

    [Fact]
    public void Function_AnyJsonAsArguments_GivesAValueOrAnErrorOfTheLanguage()
    {
        foreach (var function in FunctionRegistry.Default.All.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var most = Math.Min(function.Max, function.Min + 2);
            var call = Template.Compile(new JValue($"@{function.Name}({string.Join(", ", Enumerable.Range(0, most).Select(i => $"variables('a{i}')"))})"), "", []);
            Check.One(Search.WithMaxTest(60), Prop.ForAll(RandomExpressions.Json().ArrayOf(most).ToArbitrary(), arguments =>
            {
                var variables = new JObject();
                for (var i = 0; i < arguments.Length; i++)
                {
                    variables[$"a{i}"] = arguments[i];
                }
                try
                {
                    return call.Evaluate(new CaseContext(new JObject { ["variables"] = variables })) is not null;
                }
                catch (WdlException error)
                {
                    return error.Message.Length > 0;
                }
            }));
        }
    }

    private static JToken Evaluate(string expression, CaseContext context) => Template.Compile(new JValue(expression), "", []).Evaluate(context);
}
