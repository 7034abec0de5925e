using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;

namespace B2BConnector.Connector.Features.Checks;

/// <summary>
/// A B2B channel is there, new customers find their defaults, and they reach the channel: only through an address book that customer and
/// channel share.
/// </summary>
internal sealed class ChannelCheck(CommerceChannels channels, CommerceCustomers customers) : IEnvironmentCheck
{
    private static readonly char[] BetweenBooks = [';', ','];

    public string Code => "channel";

    public async Task RunAsync(string legalEntity, CheckFindings findings, CancellationToken cancel)
    {
        var found = await channels.ListB2BAsync(legalEntity, cancel);
        findings.Add(
            Code,
            found.Count > 0,
            $"{found.Count} online channel(s) serve business partners: {string.Join(", ", found.Select(channel => channel.RetailChannelId))}.",
            "No online channel with a default customer in this legal entity has the customer type B2B, so nobody can ask to become a partner. Set it in Commerce under Online stores.");
        foreach (var channel in found)
        {
            await CheckAsync(channel, legalEntity, findings, cancel);
        }
    }

    private async Task CheckAsync(ChannelRow channel, string legalEntity, CheckFindings findings, CancellationToken cancel)
    {
        var id = channel.RetailChannelId ?? "";
        var model = string.IsNullOrEmpty(channel.DefaultCustomerAccount) ? null : await customers.FindAsync(legalEntity, channel.DefaultCustomerAccount, cancel);
        var complete = findings.Add(
            "defaultCustomer",
            !string.IsNullOrEmpty(model?.CustomerGroupId) && !string.IsNullOrEmpty(model.SalesCurrencyCode),
            $"Channel {id} has the default customer {channel.DefaultCustomerAccount} with group and currency.",
            $"Channel {id} has no default customer with customer group and currency, so no customer can be made. Set it on the channel.");
        if (!complete)
        {
            return;
        }

        var books = await channels.ListAddressBooksAsync(id, cancel);
        var shared = (model!.AddressBooks ?? "").Split(BetweenBooks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Intersect(books, StringComparer.OrdinalIgnoreCase).ToList();
        findings.Add(
            "addressBook",
            shared.Count > 0,
            $"Channel {id} and its default customer share the address book {string.Join(", ", shared)}.",
            $"Channel {id} and its default customer share no address book, so new partners will never reach the site. Add one of the channel's ({(books.Count == 0 ? "it has none" : string.Join(", ", books))}) to customer {model.CustomerAccount}.");
        findings.Add(
            "onAccount",
            model.AllowOnAccount == "Yes",
            $"New customers of channel {id} may pay on account.",
            $"New customers of channel {id} may not pay on account, because its default customer may not.",
            CheckState.Warning);
    }
}
