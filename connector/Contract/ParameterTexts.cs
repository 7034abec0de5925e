namespace B2BConnector.Connector.Contract;

/// <summary>Sentences of parameters that several operations have, so that the contract holds each once.</summary>
internal static class ParameterTexts
{
    public const string LegalEntity = "Code of the legal entity in Commerce, for example usrt.";
    public const string ProspectId = "Number of the prospect within the legal entity.";
    public const string LegalEntityFilter = "Code of one legal entity; without it all that are served are meant.";
    public const string CustomerAccount = "Account number of the organization in Commerce, for example US-000001.";
    public const string AnyCustomerAccount = "Account number of an organization or one of its users in Commerce.";
    public const string HierarchyId = "Number of the customer hierarchy; needed only when the organization has several.";
    public const string PartyNumber = "Number of the user in the global address book.";
    public const string CreatedSource = "Who caused the event; a prospect always comes to be in Commerce.";
    public const string DecidedSource = "Who decided; Commerce leaves out what this connector decided itself.";
    public const string Page = "Where the page begins, taken from the next link of the page before.";
    public const string Cursor = "How far the trigger has read; the platform takes it from the header Location.";
}
