using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Workflows;

public sealed class InvokedFunctionTests
{
    private static readonly Regex FunctionAttribute = new(@"\[Function\((?:""(?<name>[^""]+)""|nameof\((?<name>\w+)\))\)\]");

    [Fact]
    public void Functions_Invoked_ExistInCustomCode() =>
        Rule.Holds(MissingFunctions(Tree.Repository), "functionName is the name in a [Function] attribute of customcode/:");

    [Fact]
    public void MissingFunctions_NoAttribute_IsFound() =>
        Rule.Finds(
            MissingFunctions(WorkflowTree.With(
                """{"A":{"type":"InvokeFunction","inputs":{"functionName":"Gone"}},"B":{"type":"InvokeFunction","inputs":{"functionName":"Here"}}}""",
                more: ("customcode/Here.cs", "[Function(\"Here\")]"))),
            "Gone");

    private static IEnumerable<string> MissingFunctions(Tree tree)
    {
        var functions = tree.Under("customcode", ".cs").SelectMany(path => FunctionAttribute.Matches(tree.Text(path))).Select(match => match.Groups["name"].Value).ToHashSet();
        return from workflow in WorkflowFile.All(tree)
               from action in workflow.Actions.Where(action => action.Type == "InvokeFunction")
               let name = (string?)action.Inputs?["functionName"] ?? ""
               where !functions.Contains(name)
               select $"{workflow.Path}: {action.Name} invokes {name}";
    }
}
