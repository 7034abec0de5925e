namespace B2BConnector.Commerce.Site;

/// <summary>What a field of the form may hold, beside its length.</summary>
internal enum FormFieldKind
{
    Text,
    Email,
    Phone,
    Country,
    WholeNumber,
    Latitude,
    Longitude,
}
