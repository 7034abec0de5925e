namespace B2BConnector.Connector.Contract;

/// <summary>Patterns that several fields have, each with the words that tell a caller what is wrong.</summary>
internal static class TextForms
{
    public const string Email = @"^\s*[^@\s]+@[^@\s]+\s*$";
    public const string EmailOrNothing = @"^\s*([^@\s]+@[^@\s]+)?\s*$";
    public const string EmailInWords = "is not an e-mail address";

    public const string Country = "^[A-Za-z]{3}$";
    public const string CountryOrNothing = "^([A-Za-z]{3})?$";
    public const string CountryInWords = "must be a country code of three letters";

    /// <summary>The form of the site refuses what looks like a tag.</summary>
    public const string WithoutTags = @"^[^<>]*[^<>\s][^<>]*$";
    public const string WithoutTagsInWords = "must not hold the signs < and >";

    public const string Phone = "^[0-9 +()-]*$";
    public const string PhoneInWords = "may hold digits, spaces and + - ( ) only";
}
