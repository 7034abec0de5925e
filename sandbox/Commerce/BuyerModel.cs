namespace B2BConnector.Commerce;

/// <summary>What the requester becomes on approval.</summary>
public enum BuyerModel
{
    /// <summary>A customer of type Person (before 10.0.48, or without the multi-outlet feature).</summary>
    PersonCustomer,

    /// <summary>A contact under the organization's account (10.0.48 with contact-based access).</summary>
    Contact,
}
