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

/// <summary>One field of the form and the prospect column it ends in.</summary>
/// <param name="Path">Member of the JSON form; a dot leads into the address.</param>
/// <param name="Column">Column of Prospects; empty for names, which the party holds.</param>
/// <param name="MaxLength">Characters that headquarters keeps.</param>
internal sealed record FormField(string Path, string Column, int MaxLength = 0, FormFieldKind Kind = FormFieldKind.Text, bool Required = false);
