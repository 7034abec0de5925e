using B2BConnector.Wdl.Tests.CaseFiles;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests;

public sealed class ConditionTemplateTests
{
    [Theory]
    [InlineData("\"@equals(variables('n'), 5)\"", true)]
    [InlineData("true", true)]
    [InlineData("""{"and":[{"equals":["@variables('n')",5]},{"not":{"equals":["@variables('s')","b"]}}]}""", true)]
    [InlineData("""{"AND":[{"Greater":["@variables('n')",9]},true]}""", false)]
    [InlineData("""{"or":["@equals(1, 2)",{"less":["@variables('n')",6]}]}""", true)]
    [InlineData("""{"not":"@equals(1, 1)"}""", false)]
    [InlineData("""{"not":[{"contains":["@variables('s')","a"]}]}""", false)]
    [InlineData("""{"equals":["n=@{variables('n')}","n=5"]}""", true)]
    [InlineData("""{"and":[false,{"equals":["@int('no number')",1]}]}""", false)]
    public void CompileCondition_EitherForm_EvaluatesToABoolean(string json, bool expected)
    {
        Assert.Equal(expected, (bool)Evaluate(json));
    }

    [Theory]
    [InlineData("\"@concat('a')\"", "is of type 'String'. The result must be a valid boolean.")]
    [InlineData("5", "is of type 'Integer'")]
    [InlineData("\"true\"", "is of type 'String'")]
    [InlineData("null", "is of type 'Null'")]
    [InlineData("""{"and":[true,"true"]}""", "'and' expects all of its parameters to be booleans. Found invalid parameter types: 'String'.")]
    [InlineData("""{"nope":[1]}""", "The template function 'nope' is not defined or not valid.")]
    [InlineData("""{"equals":[1]}""", "expects two parameters: the values to test for deep equality.")]
    public void CompileCondition_NotABoolean_FailsWhenItRuns(string json, string message)
    {
        Assert.Contains(message, Assert.Throws<WdlException>(() => Evaluate(json)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "if.expression WDL0301")]
    [InlineData("{}", "if.expression WDL0301")]
    [InlineData("""{"and":[{"equals":[1,1],"less":[1,2]},{"or":["@bad("]}]}""", "if.expression.and[0] WDL0301, if.expression.and[1].or[0] WDL0101")]
    [InlineData("""{"equals":["@body()",1]}""", "if.expression.equals[0] WDL0204")]
    public void CompileCondition_Malformed_ReportsAll(string json, string expected)
    {
        var problems = new List<Problem>();
        ConditionTemplate.CompileCondition(CaseReader.ParseJson(json), "if.expression", problems);

        Assert.Equal(expected, string.Join(", ", problems.Select(p => $"{p.Path} {p.Code}")));
    }

    [Fact]
    public void CompileCondition_ObjectForm_ListsItsCalls()
    {
        var template = ConditionTemplate.CompileCondition(JObject.Parse("""{"not":{"equals":["@variables('n')",1]}}"""), "e", []);

        Assert.Equal(["equals", "not", "variables"], template.Calls.Select(c => c.Function).Order(StringComparer.Ordinal));
        Assert.False(template.IsConstant);
    }

    private static JToken Evaluate(string json) =>
        ConditionTemplate.CompileCondition(CaseReader.ParseJson(json), "e", []).Evaluate(new CaseContext(JObject.Parse("""{"variables":{"n":5,"s":"a"}}""")));
}
