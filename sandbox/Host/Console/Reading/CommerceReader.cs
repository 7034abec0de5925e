using System.Text.Json.Nodes;
using B2BConnector.Host.ConsolePages.Model;
using B2BConnector.Host.ConsolePages.Systems;

namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>What Commerce has of one prospect.</summary>
internal static class CommerceReader
{
    public static async Task<StoryData> ReadAsync(ConsoleSystems systems, ProspectKey key, CancellationToken stop)
    {
        var commerce = systems.Commerce;
        var prospect = await commerce.FindAsync($"/data/Prospects({key.CommerceKey})?cross-company=true&$expand=Party", stop);
        if (prospect is null)
        {
            return new StoryData(key);
        }

        var channels = await systems.CommerceRowsAsync("RetailChannels", "Name,OperatingUnitPartyNumber", null, stop);
        return new StoryData(key)
        {
            Prospect = prospect,
            Request = (await commerce.ListAsync("/headquarters/customer-synchronization-status", stop)).FirstOrDefault(row => IsOf(row, key)),
            Jobs = await systems.CommerceRowsAsync("BatchJobs", "BatchJobRecId,JobDescription,StartDateTime,EndDateTime", null, stop),
            Mails = [.. (await commerce.ListAsync("/_sandbox/mails", stop)).Where(row => IsOf(row, key))],
            Channel = channels.FirstOrDefault(channel => channel.Text("OperatingUnitPartyNumber") == prospect.Text("RetailChannelOperatingUnitPartyNumber"))?.Text("Name"),
        };
    }

    /// <summary>The customers that the rows of Sales name, and the hierarchy of the organization.</summary>
    public static async Task<StoryData> WithCustomersAsync(StoryData data, ConsoleSystems systems, CancellationToken stop)
    {
        var organization = await CustomerAsync(systems, data.Key, data.Lead.At("parentaccountid").Text("b2b_customeraccount"), stop);
        var person = await CustomerAsync(systems, data.Key, data.Lead.At("parentcontactid").Text("b2b_customeraccount"), stop);
        return data with { Organization = organization, Person = person, Hierarchy = await HierarchyAsync(systems, data, organization, stop) };
    }

    private static async Task<JsonObject?> CustomerAsync(ConsoleSystems systems, ProspectKey key, string? account, CancellationToken stop) =>
        account is null ? null : await systems.Commerce.FindAsync(
            $"/data/CustomersV3({Uri.EscapeDataString($"dataAreaId='{key.LegalEntity}',CustomerAccount='{account}'")})?cross-company=true&$select=CustomerAccount,PartyNumber,CustomerGroupId,SalesCurrencyCode", stop);

    private static async Task<JsonObject?> HierarchyAsync(ConsoleSystems systems, StoryData data, JsonObject? organization, CancellationToken stop)
    {
        var filter = organization.Text("PartyNumber") is { } party ? $"OrganizationPartyNumber eq '{party}'"
            : data.Lead.Text("b2b_hierarchyid") is { } id ? $"CustomerHierarchyId eq '{id}'"
            : null;
        return filter is null ? null : (await systems.Commerce.ListAsync($"/data/CustomerHiearchies?$expand=CustomerHierarchyNode&$filter={Uri.EscapeDataString(filter)}", stop)).FirstOrDefault();
    }

    private static bool IsOf(JsonNode row, ProspectKey key) =>
        row.Text("prospectId") == key.ProspectId && string.Equals(row.Text("legalEntity"), key.LegalEntity, StringComparison.OrdinalIgnoreCase);
}
