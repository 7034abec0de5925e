namespace B2BConnector.Connector.Commerce.Rows;

/// <summary>A row of <c>TemporaryCreditLimits</c>.</summary>
internal sealed record TemporaryCreditLimitRow
{
    public decimal? CreditMax { get; init; }

    public DateTimeOffset? FromDate { get; init; }

    public DateTimeOffset? ToDate { get; init; }
}
