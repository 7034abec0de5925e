using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Prospects;

namespace B2BConnector.Connector.Features.Customers;

/// <summary>What a new customer takes from the channel's default customer; the prospect itself fills what that one leaves open.</summary>
internal sealed record CustomerDefaults(string? Group, string? Currency, string? Language, string? AddressBooks)
{
    /// <exception cref="ConnectorException">commerce_error: there is no customer group anywhere.</exception>
    public static async Task<CustomerDefaults> ReadAsync(ProspectKey key, ProspectRow prospect, CommerceChannels channels, CommerceCustomers customers, CancellationToken cancel)
    {
        CustomerRow? model = null;
        if (!string.IsNullOrWhiteSpace(prospect.RetailChannelOperatingUnitPartyNumber)
            && await channels.FindByOperatingUnitAsync(prospect.RetailChannelOperatingUnitPartyNumber, cancel) is { DefaultCustomerAccount.Length: > 0 } channel)
        {
            model = await customers.FindAsync(channel.DefaultCustomerLegalEntity is { Length: > 0 } owner ? owner : key.LegalEntity, channel.DefaultCustomerAccount, cancel);
        }

        var defaults = new CustomerDefaults(
            First(model?.CustomerGroupId, prospect.CustomerGroupId),
            First(model?.SalesCurrencyCode, prospect.CurrencyCode),
            First(model?.LanguageId, prospect.LanguageId),
            First(model?.AddressBooks, null));
        return defaults.Group is not null && defaults.Currency is not null
            ? defaults
            : throw ConnectorErrors.CommerceError("Neither the channel's default customer nor the prospect names a customer group and a currency. Set the default customer of the online channel in Commerce.");
    }

    private static string? First(string? one, string? other) => !string.IsNullOrWhiteSpace(one) ? one : string.IsNullOrWhiteSpace(other) ? null : other;
}
