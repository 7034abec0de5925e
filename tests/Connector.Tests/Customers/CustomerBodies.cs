namespace B2BConnector.Connector.Tests.Customers;

/// <summary>Bodies of EnsureCustomers.</summary>
internal static class CustomerBodies
{
    public const string Usual = """
        {"organization":{"name":"Fabrikam","phone":"1","address":{"city":"Redmond","country":"USA"}},"person":{"firstName":"Ann","lastName":"Beebe","email":"Ann@Fabrikam.example"}}
        """;

    public static string Of(string company, string email, string? number = null) => Usual
        .Replace("Ann@Fabrikam.example", email, StringComparison.Ordinal)
        .Replace("\"name\":\"Fabrikam\"", $"\"name\":\"{company}\"" + (number is null ? "" : $",\"registrationNumber\":\"{number}\""), StringComparison.Ordinal);
}
