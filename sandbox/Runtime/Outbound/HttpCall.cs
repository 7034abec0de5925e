using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Outbound;

/// <summary>A call of any address {method, uri, headers, queries, body, cookie, authentication}; shared by the Http action and both Http triggers.</summary>
internal sealed class HttpCall
{
    private Template? authentication;

    private HttpCall()
    {
    }

    /// <summary>The inputs as histories show them: without credentials.</summary>
    public Template Inputs { get; private set; } = null!;

    /// <summary>Reads the inputs; the caller reads retryPolicy and finishes.</summary>
    public static HttpCall Read(ObjectReader inputs, ProjectContents project)
    {
        inputs.Need("uri");
        inputs.Need("method");
        inputs.Ignore("headers", "queries", "body", "cookie");
        var call = new HttpCall { authentication = Authentication.Read(inputs, project) };
        call.Inputs = inputs.Compile(new JObject(inputs.Json.Properties().Where(property => property.Name != "authentication").Select(property => property.DeepClone())));
        return call;
    }

    /// <summary>Null when it is no http or https address.</summary>
    public static Uri? AddressOf(JToken evaluated) =>
        Uri.TryCreate(evaluated["uri"]?.ToString(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>The inputs for an address that the service gave: that is complete.</summary>
    public static JObject WithoutQueries(JToken inputs) =>
        new(((JObject)inputs).Properties().Where(property => property.Name != "queries").Select(property => property.DeepClone()));

    /// <summary>Evaluated credentials; null without.</summary>
    public JToken? Credentials(IEvaluationContext context) => authentication?.Evaluate(context);

    /// <summary>Signs and sends; the request is disposed.</summary>
    public static async Task<HttpAnswer> SendAsync(EngineServices services, HttpRequestMessage request, JToken? credentials, CancellationToken cancellation)
    {
        if (credentials is not null && await Authentication.ApplyAsync(services, request, credentials, cancellation) is { } refused)
        {
            request.Dispose();
            return refused;
        }

        return await services.Http.SendAsync(request, services.Options.HttpTimeout, cancellation);
    }
}
