namespace B2BConnector.Connector.Tests.Partners;

/// <summary>Bodies of the operations on partners, and where their paths begin.</summary>
internal static class PartnerBodies
{
    public const string Path = "/partners/usrt/C-ORG";
    public const string Users = Path + "/users";
    public const string Bob = "{\"firstName\":\"Bob\",\"lastName\":\"Ross\",\"email\":\"Bob@Fabrikam.example\"}";
    public const string BobAsAdministrator = "{\"firstName\":\"Bob\",\"lastName\":\"Ross\",\"email\":\"Bob@Fabrikam.example\",\"role\":\"Admin\"}";
}
