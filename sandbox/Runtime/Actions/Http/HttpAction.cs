using System.Net.Http.Headers;
using System.Text;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Http;

/// <summary>Calls any address.</summary>
[ActionType("Http")]
public sealed class HttpAction : IAction
{
    private static readonly string[] Authentications = ["Raw", "Basic", "None"];
    private Template inputs = null!;
    private Template? authentication;
    private bool asynchronous;
    private bool withHeaders;

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        var read = reader.Inputs();
        read.Need("uri");
        read.Need("method");
        read.Ignore("headers", "queries", "body", "cookie");
        reader.Retry(read);
        reader.Timeout();
        if (read.Object("authentication") is { } credentials)
        {
            var type = credentials.NeedText("type");
            if (!Authentications.Contains(type, StringComparer.OrdinalIgnoreCase))
            {
                credentials.Report(RuntimeProblems.UnsupportedAuthentication(credentials.PathOf("type"), type));
            }

            authentication = read.Template("authentication");
        }

        read.Finish();
        var visible = new JObject(read.Json.Properties().Where(property => property.Name != "authentication").Select(property => property.DeepClone()));
        inputs = read.Compile(visible);
        var options = reader.Options("DisableAsyncPattern", "SuppressWorkflowHeaders", "DisableAutomaticDecompression");
        asynchronous = !options.Contains("DisableAsyncPattern");
        withHeaders = !options.Contains("SuppressWorkflowHeaders");
    }

    /// <inheritdoc/>
    public Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        var evaluated = context.EvaluateInputs(inputs);
        if (!Uri.TryCreate(evaluated["uri"]?.ToString(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return Task.FromResult(ActionResult.Failure("BadRequest", "InvalidUri", $"The provided uri '{evaluated["uri"]}' is not a valid http or https address."));
        }

        return AsyncPattern.RunAsync(
            context,
            asynchronous ? address : null,
            token => SendAsync(context, RequestBuilder.Build(evaluated["method"]!.ToString(), address, evaluated), token),
            (location, token) => SendAsync(context, RequestBuilder.Build("GET", location, new JObject { ["headers"] = evaluated["headers"]?.DeepClone() }), token),
            cancellation);
    }

    private Task<HttpAnswer> SendAsync(ActionContext context, HttpRequestMessage request, CancellationToken cancellation)
    {
        if (authentication is not null)
        {
            Authenticate(request, context.Evaluate(authentication));
        }

        if (withHeaders)
        {
            context.Identity().Apply(request, context.Location);
        }

        return context.Run.Services.Http.SendAsync(request, context.Run.Services.Options.HttpTimeout, cancellation);
    }

    private static void Authenticate(HttpRequestMessage request, JToken credentials)
    {
        switch (credentials["type"]?.ToString().ToLowerInvariant())
        {
            case "raw":
                request.Headers.TryAddWithoutValidation("Authorization", credentials["value"]?.ToString() ?? $"{credentials["scheme"]} {credentials["parameter"]}");
                break;
            case "basic":
                var pair = Encoding.UTF8.GetBytes($"{credentials["username"]}:{credentials["password"]}");
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair));
                break;
        }
    }
}
