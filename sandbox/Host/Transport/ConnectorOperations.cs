using B2BConnector.ApiHub;
using B2BConnector.ApiHub.Contract;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Host.Transport;

/// <summary>The operations of our connector: those of its contract, as far as the gateway does nothing to them that a plain call would miss.</summary>
internal sealed class ConnectorOperations : IOperations
{
    /// <summary>Parameters of the workflows that stand where the connection stood.</summary>
    public const string Url = "connectorUrl", Audience = "connectorAudience";

    private const string OperationNames = "x-ms-apimTemplate-operationName";

    /// <summary>These choose the host, and make links lead through the gateway: a plain call wants neither.</summary>
    private static readonly string[] NotNeeded = ["dynamichosturl", "updatenextlink"];

    private readonly ConnectorContract _contract;
    private readonly IReadOnlyList<JObject> _policies;

    private ConnectorOperations(ConnectorContract contract, IReadOnlyList<JObject> policies) => (_contract, _policies) = (contract, policies);

    /// <exception cref="SandboxFailure">The files cannot be read.</exception>
    public static ConnectorOperations Read(string swagger, string apiProperties)
    {
        var problems = new List<string>();
        var properties = JsonFile.Read(apiProperties, problems)?["properties"] as JObject ?? [];
        return SwaggerFile.Read(swagger, ConnectionParameters.Read(properties), problems) is { } contract && problems.Count == 0
            ? new ConnectorOperations(contract, [.. (properties["policyTemplateInstances"] as JArray ?? []).OfType<JObject>()])
            : throw new SandboxFailure(string.Join('\n', problems));
    }

    public HttpTarget? Find(JObject inputs, string method, ICollection<Problem> problems)
    {
        var place = inputs["path"]?.Path ?? inputs.Path;
        if (PathText.Read(inputs["path"]) is not { } path)
        {
            problems.Add(TransportProblems.NotReadable(place));
            return null;
        }

        if (_contract.Find(method, path.Shape) is not { } operation)
        {
            problems.Add(TransportProblems.UnknownOperation(place, method.ToUpperInvariant(), path.Shape));
            return null;
        }

        var changed = _policies.Where(policy => Applies(policy, operation.Id)).Select(policy => (string?)policy["templateId"] ?? "").Where(id => !NotNeeded.Contains(id)).ToList();
        changed.ForEach(policy => problems.Add(TransportProblems.Policy(place, policy, operation.Id)));
        return changed.Count > 0 ? null : new HttpTarget(
            $"@{{parameters('{Url}')}}{(operation.Path.HasDoubleEncoding ? path.EncodedOnce() : path)}", $"@parameters('{Audience}')", inputs["headers"] as JObject);
    }

    public JObject? Subscribe(JObject inputs, string workflow, string trigger, ICollection<Problem> problems)
    {
        if (Find(inputs, "post", problems) is not null)
        {
            problems.Add(TransportProblems.NamedByAnswer(inputs["path"]!.Path));
        }

        return null;
    }

    private static bool Applies(JObject policy, string operation) => policy["parameters"]?[OperationNames] is not JArray { Count: > 0 } names || names.Any(name => (string?)name == operation);
}
