using B2BConnector.Connector.Commerce.Rows;

namespace B2BConnector.Connector.Commerce;

/// <summary>Online channels of Commerce.</summary>
internal sealed class CommerceChannels(CommerceClient commerce)
{
    private const string Set = "OnlineChannelV2s";

    /// <summary>The channel of an operating unit, or null.</summary>
    public async Task<ChannelRow?> FindByOperatingUnitAsync(string partyNumber, CancellationToken cancel)
    {
        await foreach (var row in commerce.ListAsync<ChannelRow>(OData.Query(Set, ("$filter", $"OperatingUnitPartyNumber eq {OData.Text(partyNumber)}")), cancel))
        {
            return row;
        }

        return null;
    }

    /// <summary>Names of all channels of a legal entity, by their numbers. Inferred: the name stands in RetailChannels alone, as Name.</summary>
    public async Task<Dictionary<string, string>> ListNamesAsync(string legalEntity, CancellationToken cancel)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var row in commerce.ListAsync<ChannelNameRow>(OData.Query("RetailChannels", ("$filter", $"dataAreaId eq {OData.Text(legalEntity)}")), cancel))
        {
            names[row.RetailChannelId ?? ""] = row.Name ?? "";
        }

        return names;
    }

    public Task<ChannelRow?> FindAsync(string channelId, CancellationToken cancel) =>
        commerce.FindAsync<ChannelRow>(OData.Key(Set, ("RetailChannelId", channelId)) + "?cross-company=true", cancel);

    /// <summary>Address books of customers that the channel is given.</summary>
    public async Task<List<string>> ListAddressBooksAsync(string channelId, CancellationToken cancel)
    {
        var books = new List<string>();
        await foreach (var row in commerce.ListAsync<AddressBookRow>(OData.Query("RetailStoreAddressBooks", ("$filter", $"RetailChannelId eq {OData.Text(channelId)}")), cancel))
        {
            if (row is { AddressBookType: not "Employee", AddressBookName: { Length: > 0 } name })
            {
                books.Add(name);
            }
        }

        return books;
    }

    /// <summary>Which notification sends which mail, in one profile of a legal entity.</summary>
    public async Task<List<NotificationSettingRow>> ListNotificationsAsync(string legalEntity, string profile, CancellationToken cancel)
    {
        var settings = new List<NotificationSettingRow>();
        var query = OData.Query("RetailEventNotificationSettings", ("$filter", $"dataAreaId eq {OData.Text(legalEntity)} and ProfileId eq {OData.Text(profile)}"));
        await foreach (var row in commerce.ListAsync<NotificationSettingRow>(query, cancel))
        {
            settings.Add(row);
        }

        return settings;
    }

    /// <summary>B2B channels of a legal entity, known by their default customer.</summary>
    public async Task<List<ChannelRow>> ListB2BAsync(string legalEntity, CancellationToken cancel)
    {
        var found = new List<ChannelRow>();
        await foreach (var row in commerce.ListAsync<ChannelRow>(OData.Query(Set, ("$filter", $"DefaultCustomerLegalEntity eq {OData.Text(legalEntity)}")), cancel))
        {
            if (row.CustomerType == "B2B")
            {
                found.Add(row);
            }
        }

        return found;
    }
}
