using Microsoft.AspNetCore.Routing;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Management;

/// <summary>/admin/host/status: what tools poll until the host runs.</summary>
internal static class HostRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.Get("/admin/host/status", _ => JsonAnswer.Ok(new JObject
    {
        ["id"] = "sandbox",
        ["state"] = "Running",
        ["version"] = "4.0.0",
        ["versionDetails"] = "B2BConnector sandbox",
        ["processUptime"] = Environment.TickCount64,
    }));
}
