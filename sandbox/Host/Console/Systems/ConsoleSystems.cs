using System.Text.Json.Nodes;

namespace B2BConnector.Host.ConsolePages.Systems;

/// <summary>The systems that the pages read, with the identities that people of the sandbox have there.</summary>
internal sealed class ConsoleSystems(SandboxAddresses addresses) : IDisposable
{
    public const string Sales = "/api/data/v9.2";

    public const string Management = "/runtime/webhooks/workflow/api/management";

    public const string ApiVersion = "api-version=2022-05-01";

    public SystemReader Commerce { get; } = new("Commerce", addresses.Commerce, "sandbox-administrator");

    public SystemReader Dataverse { get; } = new("Dataverse", addresses.Dataverse, "sandbox-seller");

    public SystemReader Workflows { get; } = new("The workflow runtime", addresses.Runtime, null);

    public SystemReader Connector { get; } = new("The connector", addresses.Connector, null);

    public Task<IReadOnlyList<JsonObject>> SalesRowsAsync(string set, string columns, string filter, CancellationToken stop) =>
        Dataverse.ListAsync($"{Sales}/{set}?$select={columns}&$filter={Uri.EscapeDataString(filter)}", stop);

    public Task<IReadOnlyList<JsonObject>> CommerceRowsAsync(string set, string columns, string? filter, CancellationToken stop) =>
        Commerce.ListAsync($"/data/{set}?cross-company=true&$select={columns}{(filter is null ? "" : "&$filter=" + Uri.EscapeDataString(filter))}", stop);

    public void Dispose()
    {
        foreach (var system in new[] { Commerce, Dataverse, Workflows, Connector })
        {
            system.Dispose();
        }
    }
}
