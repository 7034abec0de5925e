using System.Net.Http.Headers;
using System.Text;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Definitions.Platform;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Outbound;

/// <summary>The <c>authentication</c> of calls of the Http family.</summary>
/// <remarks>https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app, "Add authentication to outbound calls".</remarks>
internal static class Authentication
{
    /// <summary>What a managed identity asks a token for when the definition names nothing.</summary>
    private const string DefaultAudience = "https://management.azure.com/";

    private const string Identity = "ManagedServiceIdentity";
    private static readonly string[] Types = ["Raw", "Basic", Identity, "None"];

    /// <summary>Null when the call has none.</summary>
    public static Template? Read(ObjectReader inputs, ProjectContents project)
    {
        if (inputs.Object("authentication") is not { } credentials)
        {
            return null;
        }

        var type = credentials.NeedText("type");
        if (!Types.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            credentials.Report(PlatformCatalogue.AuthenticationTypes.Contains(type)
                ? UnsupportedProblems.AuthenticationNotSupported(credentials.PathOf("type"), type, string.Join(", ", Types))
                : RuntimeProblems.BadValue(credentials.PathOf("type"), "type", type, string.Join(", ", PlatformCatalogue.AuthenticationTypes.Order(StringComparer.Ordinal))));
        }
        else if (type.Equals(Identity, StringComparison.OrdinalIgnoreCase))
        {
            foreach (var setting in ManagedIdentity.Settings.Where(setting => string.IsNullOrEmpty(project.Settings[setting])))
            {
                credentials.Report(RuntimeProblems.NoManagedIdentity(credentials.PathOf("type"), setting));
            }
        }

        return inputs.Template("authentication");
    }

    /// <summary>Signs the request. What it gives is why that is not possible.</summary>
    public static async Task<HttpAnswer?> ApplyAsync(EngineServices services, HttpRequestMessage request, JToken credentials, CancellationToken cancellation)
    {
        switch (credentials["type"]?.ToString().ToUpperInvariant())
        {
            case "RAW":
                request.Headers.TryAddWithoutValidation("Authorization", credentials["value"]?.ToString() ?? $"{credentials["scheme"]} {credentials["parameter"]}");
                break;
            case "BASIC":
                var pair = Encoding.UTF8.GetBytes($"{credentials["username"]}:{credentials["password"]}");
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair));
                break;
            case "MANAGEDSERVICEIDENTITY":
                var (token, refused) = await services.ManagedIdentity.TokenAsync(
                    services, credentials["audience"]?.ToString() ?? DefaultAudience, credentials["identity"]?.ToString(), cancellation);
                request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
                return refused;
        }

        return null;
    }
}
