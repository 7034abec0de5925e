using B2BConnector.Commerce.Model;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Data;

/// <summary>Answers of /data: content type, version header and absolute addresses.</summary>
internal static class DataResponse
{
    public static string Root(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}/data";

    public static string ContextOf(HttpContext context, EntityType type) => $"{Root(context)}/$metadata#{type.Collection}";

    public static Task WriteAsync(HttpContext context, int status, JObject body)
    {
        context.Response.Headers["OData-Version"] = "4.0";
        return SandboxJson.WriteAsync(context, status, body, "application/json; odata.metadata=minimal; charset=utf-8");
    }
}
