using B2BConnector.Wdl;

namespace B2BConnector.Host.Transport;

/// <summary>What keeps a workflow from being written for plain HTTP. One factory each: code, sentence, remedy.</summary>
internal static class TransportProblems
{
    public static Problem ForeignConnection(string path, string name) =>
        new("TR0001", $"The connection '{name}' is neither Dataverse nor the connector of this repository: what it calls is not known.", path, Remedy: "Call the service with an Http action, or use the workflows with managed connections.");

    public static Problem UnknownOperation(string path, string method, string shape) =>
        new("TR0002", $"{method} {shape} is no operation of apiDefinition.swagger.json.", path, Remedy: "Correct method and path, or generate the definition anew.");

    public static Problem NoWebApi(string path, string shape) =>
        new("TR0003", $"The managed connector answers {shape} itself; the Web API of Dataverse has no such address.", path, Remedy: "Use an address below /api/data/v9.0, v9.1 or v9.2.");

    public static Problem NoOrganization(string path) =>
        new("TR0004", "The call does not say which environment of Dataverse is meant.", path, Remedy: "Set the header organization to the address of the environment, @parameters('dataverseUrl').");

    public static Problem NotReadable(string path) =>
        new("TR0005", "The path is not written as text with @{…} in it, so its operation cannot be told.", path, Remedy: "Write it as /…/@{encodeURIComponent(…)}.");

    public static Problem Policy(string path, string policy, string operation) =>
        new("TR0006", $"The policy '{policy}' of apiProperties.json changes {operation} in the gateway, and a plain call does not pass the gateway.", path, Remedy: "Do in the connector what the policy does, or use the workflows with managed connections.");

    public static Problem NamedByAnswer(string path) =>
        new("TR0007", "An HttpWebhook trigger cannot end this subscription: only the Location of the answer names it.", path, Remedy: "Use the polling trigger of the connector.");

    public static Problem OnlyManaged(string path, string name) =>
        new("TR0008", $"'{name}' means something for managed connections only.", path, Remedy: "Remove it.");
}
