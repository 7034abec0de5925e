namespace B2BConnector.Connector.Tests.Support;

/// <summary>A configuration that starts, with three keys that differ in their roles.</summary>
internal static class TestConfiguration
{
    public const string CommerceUrl = "https://commerce.contoso.example";
    public const string AllRolesKey = "key-with-all-roles-0123456789abcdef";
    public const string ReaderKey = "key-of-a-reader-0123456789abcdefgh";

    public static Dictionary<string, string?> Create(string storePath) => new()
    {
        ["Commerce:EnvironmentUrl"] = CommerceUrl,
        ["Commerce:Credential"] = "ManagedIdentity",
        ["LegalEntities:0"] = "usrt",
        ["LegalEntities:1"] = "DEMF",
        ["Decision:Strategy"] = "StatusWrite",
        ["Storage:ConnectionString"] = $"Data Source={storePath}",
        ["Leases:Patience"] = "00:00:00",
        ["Storage:SingleNode"] = "true",
        ["Authentication:ApiKeys:0:name"] = "all",
        ["Authentication:ApiKeys:0:key"] = AllRolesKey,
        ["Authentication:ApiKeys:0:roles:0"] = "Prospect.Read",
        ["Authentication:ApiKeys:0:roles:1"] = "Prospect.Decide",
        ["Authentication:ApiKeys:0:roles:2"] = "Prospect.Manage",
        ["Authentication:ApiKeys:0:roles:3"] = "Subscription.Manage",
        ["Webhooks:Keys:0:id"] = "spring",
        ["Webhooks:Keys:0:secret"] = "secret-of-spring-0123456789abcdefgh",
        ["Authentication:ApiKeys:1:name"] = "reader",
        ["Authentication:ApiKeys:1:key"] = ReaderKey,
        ["Authentication:ApiKeys:1:roles:0"] = "Prospect.Read",
    };
}
