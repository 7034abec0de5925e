using B2BConnector.Runtime.Content;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Storage;
using B2BConnector.Wdl;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.ParseJson;

/// <summary>Checks a value against a schema and gives it back unchanged: nothing is converted.</summary>
[ActionType("ParseJson", Secure = SecureParts.Inputs, Missing = "some keywords of JSON Schema, each reported as RT0508")]
public sealed class ParseJsonAction : IAction
{
    private Template content = null!;
    private JsonSchema schema = null!;
    private bool hasPattern;

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        var inputs = reader.Inputs();
        content = inputs.NeedTemplate("content");
        var json = inputs.Need("schema") as JObject ?? [];
        hasPattern = json.DescendantsAndSelf().OfType<JProperty>().Any(property => property is { Name: "pattern", Value.Type: JTokenType.String });
        schema = JsonSchema.Read(json, inputs.PathOf("schema"), inputs);
        inputs.Finish();
    }

    /// <inheritdoc/>
    public Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation) => Task.FromResult(Execute(context));

    private ActionResult Execute(ActionContext context)
    {
        var value = context.Evaluate(content);
        if (value.Type == JTokenType.Null || (value.Type == JTokenType.String && ((string)value!).Length == 0))
        {
            throw new WdlException("Required property 'content' expects a value but got null. Path ''.");
        }

        context.RecordInputs(new JObject { ["content"] = value.DeepClone() });
        if (hasPattern)
        {
            return ActionResult.Failure("ActionSchemaNotSupported", "ActionSchemaNotSupported", "The JSON schema uses 'pattern', which the 'ParseJson' action does not support.");
        }

        if (value.Type == JTokenType.String)
        {
            try
            {
                value = JsonText.Parse((string)value!);
            }
            catch (JsonException exception)
            {
                return ActionResult.Failure("InvalidJSON", "InvalidJSON", $"The 'content' property of actions of type 'ParseJson' must be valid JSON. The provided value cannot be parsed: '{exception.Message}'.");
            }
        }

        var errors = schema.Validate(value);
        return errors.Count == 0
            ? ActionResult.Success(new JObject { ["body"] = value }, "OK")
            : ActionResult.Failure("ValidationFailed", "SchemaValidationFailed", "Schema validation failed.") with { Outputs = new JObject { ["errors"] = new JArray(errors) } };
    }
}
