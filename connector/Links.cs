using B2BConnector.Connector.Configuration;
using Microsoft.AspNetCore.Http.Extensions;

namespace B2BConnector.Connector;

/// <summary>Addresses of this connector that it hands out.</summary>
internal static class Links
{
    /// <summary>The address of a path of this connector, as whoever sent this request reaches it.</summary>
    public static string Of(HttpRequest request, ConnectorOptions options, string path) => (options.PublicUrl is { } address
        ? address.GetLeftPart(UriPartial.Path).TrimEnd('/')
        : UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase).TrimEnd('/')) + path;

    /// <summary>The address of this request with one query parameter set and all others kept.</summary>
    public static string To(HttpRequest request, ConnectorOptions options, string parameter, string? value)
    {
        var query = new QueryBuilder();
        foreach (var (name, values) in request.Query.Where(pair => !string.Equals(pair.Key, parameter, StringComparison.OrdinalIgnoreCase)))
        {
            query.Add(name, values.Select(text => text ?? ""));
        }

        if (value is not null)
        {
            query.Add(parameter, value);
        }

        return Of(request, options, request.Path.ToUriComponent()) + query.ToQueryString();
    }
}
