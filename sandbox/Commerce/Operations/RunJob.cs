using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Commerce.Operations;

/// <summary>Runs a batch job now and answers when it is through. In a real environment jobs run on a schedule that headquarters keeps.</summary>
internal sealed class RunJob : IOperation
{
    public string Method => HttpMethods.Post;

    public string Route => "/jobs/{name}/run";

    public Task RunAsync(HttpContext context, CommerceSystem system)
    {
        Administrator.Require(context);
        return SandboxJson.WriteAsync(context, 200, system.Jobs.Run(system, (string)context.Request.RouteValues["name"]!));
    }
}
