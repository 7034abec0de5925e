using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Outbound;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Http;

/// <summary>Calls any address.</summary>
[ActionType("Http", Missing = "sign-in by certificate or ActiveDirectoryOAuth, content in chunks, pagination, static results")]
public sealed class HttpAction : IAction
{
    private HttpCall call = null!;
    private bool asynchronous;
    private bool withHeaders;

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        var read = reader.Inputs();
        reader.Retry(read);
        reader.Timeout();
        call = HttpCall.Read(read, reader.Project);
        read.Finish();
        var options = reader.Options("DisableAsyncPattern", "SuppressWorkflowHeaders", "DisableAutomaticDecompression");
        asynchronous = !options.Contains("DisableAsyncPattern") && !reader.Workflow.IsStateless;
        withHeaders = !options.Contains("SuppressWorkflowHeaders");
    }

    /// <inheritdoc/>
    public Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        var evaluated = context.EvaluateInputs(call.Inputs);
        if (HttpCall.AddressOf(evaluated) is not { } address)
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
        if (withHeaders)
        {
            context.Identity().Apply(request, context.Location);
        }

        return HttpCall.SendAsync(context.Run.Services, request, call.Credentials(context.Context()), cancellation);
    }
}
