using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>One operation of the contract.</summary>
internal sealed record ContractOperation(string Path, string Method, JsonObject Json)
{
    public string Id => Json["operationId"]!.GetValue<string>();

    public string Summary => Json["summary"]!.GetValue<string>();

    public string Description => Json["description"]!.GetValue<string>();

    public string Visibility => Json["x-ms-visibility"]?.GetValue<string>() ?? "";

    public bool IsTrigger => Json.ContainsKey("x-ms-trigger");

    public IReadOnlyDictionary<string, JsonObject> Responses => Json["responses"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.AsObject());
}
