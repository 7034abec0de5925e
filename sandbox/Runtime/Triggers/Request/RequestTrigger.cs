using B2BConnector.Runtime.Content;
using B2BConnector.Runtime.Definitions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers.Request;

/// <summary>Starts a run for every call of its address.</summary>
[TriggerType("Request", Missing = "IncludeAuthorizationHeadersInOutputs")]
public sealed class RequestTrigger : ITrigger
{
    private JsonSchema? schema;

    /// <summary>The only verb that is accepted; null accepts POST, as the platform's default.</summary>
    public string? Method { get; private set; }

    /// <summary>Path pattern behind the address, such as "orders/{id}"; null without.</summary>
    public string? RelativePath { get; private set; }

    /// <summary>Answers carry no x-ms-workflow-* headers.</summary>
    public bool SuppressesHeaders { get; private set; }

    /// <inheritdoc/>
    public bool IsCallable => true;

    /// <inheritdoc/>
    public void Read(TriggerReader reader)
    {
        var options = reader.Options("EnableSchemaValidation", "SuppressWorkflowHeadersOnResponse");
        SuppressesHeaders = options.Contains("SuppressWorkflowHeadersOnResponse");
        if (reader.Json.Object("inputs") is not { } inputs)
        {
            return;
        }

        Method = inputs.Text("method");
        RelativePath = inputs.Text("relativePath");
        if (inputs.Take("schema") is JObject json && options.Contains("EnableSchemaValidation"))
        {
            schema = JsonSchema.Read(json, inputs.PathOf("schema"), inputs);
        }

        inputs.Finish();
    }

    /// <summary>What is wrong with a body; empty when it fits or nothing is checked.</summary>
    public IReadOnlyList<JObject> Check(JToken? body) => schema?.Validate(body ?? JValue.CreateNull()) ?? [];

    /// <inheritdoc/>
    public Task RunAsync(TriggerHost host, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task FireAsync(TriggerHost host, CancellationToken cancellation) =>
        host.FireAsync(new TriggerEvent(new JObject { ["headers"] = new JObject() }), cancellation);
}
