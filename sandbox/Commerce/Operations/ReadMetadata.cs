using B2BConnector.Commerce.Data;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Commerce.Operations;

/// <summary>GET /data/$metadata: the CSDL of what is served here, and of nothing else.</summary>
internal sealed class ReadMetadata : IOperation
{
    public string Method => HttpMethods.Get;

    public string Route => "/data/$metadata";

    public Task RunAsync(HttpContext context, CommerceSystem system)
    {
        context.Response.ContentType = "application/xml";
        context.Response.Headers["OData-Version"] = "4.0";
        return context.Response.WriteAsync(Csdl.Write(system.Entities));
    }
}
