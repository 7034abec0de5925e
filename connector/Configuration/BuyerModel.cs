namespace B2BConnector.Connector.Configuration;

/// <summary>What the requester becomes in Commerce.</summary>
internal enum BuyerModel
{
    /// <summary>A customer of type person.</summary>
    PersonCustomer,

    /// <summary>A contact of the organization customer (multi-outlet ordering, 10.0.48 and later).</summary>
    Contact,
}
