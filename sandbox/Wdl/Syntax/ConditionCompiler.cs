using B2BConnector.Wdl.Errors;
using B2BConnector.Wdl.Functions;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Syntax;

/// <summary>Turns the object form of conditions into the same calls that text would give.</summary>
internal sealed class ConditionCompiler(TemplateCompiler templates)
{
    private static readonly LiteralExpression Broken = new(Tokens.Null);

    public Expression Compile(JToken json, string path)
    {
        var condition = json is JArray ? NotACondition(json, path) : Operand(json, path, 0);
        return new CallExpression(ConditionFunction.Name, [condition], [], default, "", ConditionFunction.Instance);
    }

    private Expression Operand(JToken json, string path, int depth)
    {
        if (json is not JObject item)
        {
            return templates.Compile(json, path);
        }
        if (item.Count != 1 || depth >= Parser.MaxDepth)
        {
            return NotACondition(json, path);
        }
        var member = item.Properties().Single();
        var memberPath = JsonPath.Member(path, member.Name);
        var arguments = member.Value is JArray values
            ? values.Select((value, i) => Operand(value, JsonPath.Index(memberPath, i), depth + 1)).ToArray()
            : [Operand(member.Value, memberPath, depth + 1)];
        return templates.Checked(new CallExpression(member.Name, arguments, [], new(0, member.Name.Length), member.Name, FunctionRegistry.Default.Find(member.Name)), memberPath);
    }

    private LiteralExpression NotACondition(JToken json, string path)
    {
        templates.Report(WdlProblems.NotACondition(path, json));
        return Broken;
    }
}
