using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Variables;

/// <summary>Creates variables. It has inputs but no outputs.</summary>
[ActionType("InitializeVariable", Secure = SecureParts.None)]
public sealed class InitializeVariableAction : VariableAction
{
    private readonly List<(string Name, string Path)> declared = [];
    private Template inputs = null!;

    /// <summary>The names with their places in the file.</summary>
    public IReadOnlyList<(string Name, string Path)> Declared => declared;

    /// <inheritdoc/>
    public override void Read(ActionReader reader)
    {
        var read = reader.Inputs();
        var array = read.Need("variables");
        read.Finish();
        inputs = reader.Json.NeedTemplate("inputs");
        if (array is not null and not JArray)
        {
            read.Report(RuntimeProblems.WrongType(read.PathOf("variables"), "variables", "an array", ObjectReader.NameOf(array)));
        }

        for (var i = 0; i < (array as JArray)?.Count; i++)
        {
            var path = JsonPath.Append(read.PathOf("variables"), i);
            var one = new ObjectReader(array![i] as JObject ?? [], path, $"a variable of action '{reader.Definition.Name}'", read.Problems, new TemplateLog());
            var type = one.NeedText("type");
            if (type.Length > 0 && VariableValue.DefaultOf(type) is null)
            {
                one.Report(RuntimeProblems.BadValue(one.PathOf("type"), "type", type, "string, integer, float, boolean, array, object"));
            }

            declared.Add((one.NeedText("name"), one.PathOf("name")));
            one.Ignore("value");
            one.Finish();
        }
    }

    /// <inheritdoc/>
    public override Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        var evaluated = context.EvaluateInputs(inputs);
        try
        {
            var values = evaluated["variables"]!
                .Select(variable => ((string)variable["name"]!, VariableValue.Convert((string)variable["name"]!, (string)variable["type"]!, variable["value"])))
                .ToArray();
            return Task.FromResult(ActionResult.Success() with { Variables = values });
        }
        catch (VariableTypeException exception)
        {
            return Task.FromResult(ActionResult.Failure("BadRequest", "InvalidVariableInitialization", exception.Message));
        }
    }

    /// <inheritdoc/>
    protected override JToken Change(JToken old, JToken? value) => throw new InvalidOperationException("InitializeVariable creates its variables itself.");
}
