using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.CloudFlows;

/// <summary>
/// A call of a connector's operation by its id, with parameters side by side as cloud flows write them (<c>item/subject</c>); shared by action and
/// triggers. What the operation wants comes from the connector's definition.
/// </summary>
internal sealed class FlowCall
{
    private const string Authentication = "@parameters('$authentication')";
    private readonly FlowOperation operation;
    private readonly ConnectionCall call;

    private FlowCall(FlowOperation operation, ConnectionCall call, Template inputs)
    {
        this.operation = operation;
        this.call = call;
        Inputs = inputs;
    }

    /// <summary>Host and parameters; the history does not show authentication.</summary>
    public Template Inputs { get; }

    /// <summary>The connection's name.</summary>
    public string Connection => call.Reference;

    /// <summary>The verb of the operation.</summary>
    public string Method => operation.Method;

    /// <summary>Null when a problem was reported.</summary>
    /// <param name="inputs">host, parameters and authentication.</param>
    /// <param name="workflow">The flow.</param>
    /// <param name="fits">Whether the operation can be used by the type, and if not, what it would need.</param>
    public static FlowCall? Read(ObjectReader inputs, WorkflowDefinition workflow, Func<FlowOperation, string?> fits)
    {
        var host = inputs.NeedObject("host");
        var (name, api, id) = (host.NeedText("connectionName"), host.NeedText("apiId"), host.NeedText("operationId"));
        host.Finish();
        if (inputs.NeedText("authentication") is { Length: > 0 } authentication && authentication != Authentication)
        {
            inputs.Report(RuntimeProblems.BadValue(inputs.PathOf("authentication"), "authentication", authentication, Authentication));
        }

        var parameters = inputs.Object("parameters");
        var template = inputs.Compile(new JObject(inputs.Json.Properties().Where(property => property.Name != "authentication").Select(property => property.DeepClone())));
        if (name.Length == 0 || id.Length == 0 || workflow.Flow is not { } flow)
        {
            return null;
        }

        if (!flow.References.TryGetValue(name, out var reference))
        {
            if (inputs.Problems.All(problem => problem.Code != RuntimeProblems.UnboundConnectionReference("", "").Code))
            {
                host.Report(RuntimeProblems.UnknownConnectionReference(host.PathOf("connectionName"), name));
            }

            return null;
        }

        if (!api.Equals(reference.ApiId, StringComparison.OrdinalIgnoreCase))
        {
            host.Report(RuntimeProblems.BadValue(host.PathOf("apiId"), "apiId", api, reference.ApiId));
        }

        if (!reference.Connector.Operations.TryGetValue(id, out var operation))
        {
            host.Report(RuntimeProblems.UnknownOperation(host.PathOf("operationId"), id, string.Join(", ", reference.Connector.Operations.Keys.Order(StringComparer.Ordinal))));
            return null;
        }

        if (fits(operation) is { } lacking)
        {
            host.Report(RuntimeProblems.OperationDoesNotFit(host.PathOf("operationId"), id, lacking));
        }

        FlowParameterCheck.Run(operation, parameters, inputs);
        return new FlowCall(operation, ConnectionCall.To(reference.LogicalName), template);
    }

    /// <summary>The call's path, headers, queries and body.</summary>
    /// <param name="evaluated">Evaluated inputs.</param>
    /// <param name="callback">The address that the operation shall call; null when it calls none.</param>
    public JObject Request(JToken evaluated, string? callback = null)
    {
        var given = evaluated["parameters"] as JObject ?? [];
        var (path, headers, queries) = (operation.Path, new JObject(), new JObject());
        var request = new JObject();
        foreach (var parameter in operation.Parameters)
        {
            var value = given[parameter.Name] ?? parameter.Filled;
            switch (parameter.Place)
            {
                case "path":
                    path = path.Replace($"{{{parameter.Name}}}", Escape(parameter, value), StringComparison.Ordinal);
                    break;
                case "query" when value is not null:
                    queries[parameter.Name] = value.DeepClone();
                    break;
                case "header" when value is { Type: not JTokenType.Null }:
                    headers[parameter.Name] = value.DeepClone();
                    break;
                case "body":
                    request["body"] = Body(parameter, given, callback);
                    break;
            }
        }

        request["path"] = path;
        request["headers"] = headers;
        request["queries"] = queries;
        return request;
    }

    /// <summary>The address of a request, to which relative locations belong.</summary>
    public Uri Address(EngineServices services, JObject request) => call.BaseAddress(services, request);

    /// <summary>Sends the request, or asks an address that the service gave.</summary>
    public Task<HttpAnswer> SendAsync(EngineServices services, CallIdentity identity, JObject request, CancellationToken cancellation, Uri? address = null) =>
        call.SendAsync(services, identity, address is null ? operation.Method : "GET", address, request, cancellation);

    private static string Escape(OperationParameter parameter, JToken? value)
    {
        var text = value is null or { Type: JTokenType.Null }
            ? throw new WdlException($"The parameter '{parameter.Name}' of the operation stands in its path and must have a value.")
            : Uri.EscapeDataString(value.ToString());
        return parameter.IsDoubleEncoded ? Uri.EscapeDataString(text) : text;
    }

    private JToken? Body(OperationParameter parameter, JObject given, string? callback)
    {
        if (given[parameter.Name] is { } whole and not JObject)
        {
            return whole.DeepClone();
        }

        var body = given[parameter.Name]?.DeepClone() as JObject ?? [];
        foreach (var part in given.Properties().Where(property => property.Name.StartsWith(parameter.Name + "/", StringComparison.Ordinal)))
        {
            Put(body, part.Name.Split('/')[1..], part.Value.DeepClone());
        }

        if (callback is not null && operation.NotificationUrl is { } at)
        {
            Put(body, [.. at], callback);
        }

        BodySchema.Of(parameter).Fill(body);
        return body.Count == 0 && !parameter.Required ? null : body;
    }

    private static void Put(JObject body, ReadOnlySpan<string> path, JToken value)
    {
        while (path.Length > 1)
        {
            if (body[path[0]] is not JObject inner)
            {
                body[path[0]] = inner = [];
            }

            body = inner;
            path = path[1..];
        }

        body[path[0]] = value;
    }
}
