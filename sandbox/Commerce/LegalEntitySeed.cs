namespace B2BConnector.Commerce;

/// <summary>What a new store knows of one legal entity: its reference data and its B2B online channel.</summary>
public sealed record LegalEntitySeed
{
    /// <summary>dataAreaId, lower case.</summary>
    public required string Id { get; init; }

    public required string Currency { get; init; }

    /// <summary>Language of the default customer, used when the form names none.</summary>
    public required string Language { get; init; }

    /// <summary>Prefix of customer account numbers.</summary>
    public required string AccountPrefix { get; init; }

    /// <summary>RetailChannelId of the online channel: the channel id in the site's addresses.</summary>
    public required string ChannelId { get; init; }

    public required string ChannelName { get; init; }

    /// <summary>Operating unit number, sent as header OUN to the scale unit.</summary>
    public required string OperatingUnit { get; init; }

    /// <summary>Party number of the channel's operating unit.</summary>
    public required string OperatingUnitParty { get; init; }

    /// <summary>Account of the channel's default customer, whose values new customers inherit.</summary>
    public required string DefaultCustomer { get; init; }

    public string CustomerGroup { get; init; } = "B2B";

    public string AddressBook { get; init; } = "B2B";

    public string SalesTaxGroup { get; init; } = "";

    public string NotificationProfile { get; init; } = "B2B";

    /// <summary>usrt (USD) with "Contoso B2B US", and demf (EUR) with "Contoso B2B EU".</summary>
    public static IReadOnlyList<LegalEntitySeed> Defaults { get; } =
    [
        new()
        {
            Id = "usrt", Currency = "USD", Language = "en-US", AccountPrefix = "US",
            ChannelId = "000000011", ChannelName = "Contoso B2B US", OperatingUnit = "011", OperatingUnitParty = "000000001",
            DefaultCustomer = "US-DEFAULT", AddressBook = "USB2B", SalesTaxGroup = "CA",
        },
        new()
        {
            Id = "demf", Currency = "EUR", Language = "de", AccountPrefix = "EU",
            ChannelId = "000000012", ChannelName = "Contoso B2B EU", OperatingUnit = "012", OperatingUnitParty = "000000002",
            DefaultCustomer = "EU-DEFAULT", AddressBook = "EUB2B", SalesTaxGroup = "EU",
        },
    ];
}
