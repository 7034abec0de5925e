using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>On whose behalf the connector works: the operation that was called, or nobody's.</summary>
internal static class ConnectorStep
{
    private static readonly HttpContextAccessor Accessor = new();

    public static string Current => Accessor.HttpContext is not { } context
        ? "connector itself"
        : context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? context.GetEndpoint()?.DisplayName ?? "no endpoint";
}
