using System.Net.Http.Headers;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Outbound;

/// <summary>Calls through a managed API connection; shared by the action and both triggers.</summary>
internal sealed class ConnectionCall
{
    private readonly string reference;

    private ConnectionCall(string reference) => this.reference = reference;

    /// <summary>The connection's reference name.</summary>
    public string Reference => reference;

    /// <summary>Calls through the connection of that name.</summary>
    public static ConnectionCall To(string reference) => new(reference);

    /// <summary>Reads host, path, headers, queries and body of inputs.</summary>
    public static ConnectionCall Read(ObjectReader inputs, ProjectContents project)
    {
        var host = inputs.NeedObject("host");
        var connection = host.NeedObject("connection");
        var name = connection.NeedText("referenceName");
        if (name.Length > 0 && !project.ConnectionNames.Contains(name))
        {
            connection.Report(RuntimeProblems.UnknownConnection(connection.PathOf("referenceName"), name));
        }

        connection.Finish();
        host.Finish();
        if (inputs.Need("path") is { } path && (path.Type != JTokenType.String || !((string)path!).StartsWith('/') && !((string)path!).StartsWith('@')))
        {
            inputs.Report(RuntimeProblems.BadValue(inputs.PathOf("path"), "path", path.ToString(), "a path that starts with '/'"));
        }

        inputs.Ignore("headers", "queries", "body");
        return new ConnectionCall(name);
    }

    /// <summary>The address of the inputs' path, to which relative locations belong.</summary>
    public Uri BaseAddress(EngineServices services, JToken inputs) =>
        RequestBuilder.Join(services.Contents.Connections[reference].RuntimeUrl, inputs["path"]!.ToString());

    /// <param name="services">The engine.</param>
    /// <param name="identity">Who calls.</param>
    /// <param name="method">The verb.</param>
    /// <param name="address">A full address that the service gave; null = the path of the inputs.</param>
    /// <param name="inputs">Evaluated inputs.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<HttpAnswer> SendAsync(EngineServices services, CallIdentity identity, string method, Uri? address, JToken inputs, CancellationToken cancellation)
    {
        var connection = services.Contents.Connections[reference];
        return address is null
            ? SendAsync(services, connection, identity, method, BaseAddress(services, inputs), inputs, cancellation)
            : SendAsync(services, connection, identity, method, address, WithoutQueries(inputs), cancellation);
    }

    // An address that the service gave is complete.
    private static JObject WithoutQueries(JToken inputs) =>
        new(((JObject)inputs).Properties().Where(property => property.Name != "queries").Select(property => property.DeepClone()));

    public static Task<HttpAnswer> SendAsync(
        EngineServices services, ApiConnectionReference? connection, CallIdentity identity, string method, Uri address, JToken inputs, CancellationToken cancellation)
    {
        var request = RequestBuilder.Build(method, address, inputs);

        // The key belongs to the gateway: an address elsewhere must not get it.
        if (connection is not null && address.Authority == connection.RuntimeUrl.Authority)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(connection.AuthorizationScheme, connection.AuthorizationParameter);
        }

        identity.Apply(request, services.Contents.Location);
        return services.Http.SendAsync(request, services.Options.ConnectionTimeout, cancellation);
    }
}
