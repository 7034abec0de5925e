using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace B2BConnector.Benchmarks.Connector;

/// <summary>Stands in for Commerce: every read gives the same prospect, at once and in this process.</summary>
internal sealed class OneProspect : HttpMessageHandler
{
    /// <summary>The row as Commerce writes it.</summary>
    public const string Row = """
        {"@odata.context":"https://commerce.contoso.example/data/$metadata#Prospects/$entity","@odata.etag":"W/\"JzEsNTYzNzE0NDU3Nic=\"","dataAreaId":"usrt","ProspectId":"P-1","IsB2BProspect":"Yes","B2BProspectStatus":"Pending",
        "ProspectName":"Ann Beebe","CompanyName":"Fabrikam","PrimaryEmailAddress":"ann@fabrikam.example","PrimaryPhoneNumber":"+1 425 555 0100","PrimaryURL":"https://fabrikam.example","ProspectPartyNumber":"000002044","ProspectPartyType":"Person",
        "OrganizationNumber":"12345","Department":"Purchasing","Note":"We sell bicycles","LanguageId":"en-US","CurrencyCode":"USD","CustomerGroupId":"B2B","RetailChannelOperatingUnitPartyNumber":"000000001","CompanySize":40,
        "AddressStreet":"Main Street","AddressStreetNumber":"1","AddressCity":"Redmond","AddressStateId":"WA","AddressZipCode":"98052","AddressCountryRegionId":"USA","Party":{"PartyNumber":"000002044","PartyType":"Person","PersonFirstName":"Ann","PersonLastName":"Beebe"}}
        """;

    private static readonly byte[] Body = Encoding.UTF8.GetBytes(Row);
    private static readonly byte[] Nothing = "{\"value\":[]}"u8.ToArray();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The feed asks for lists; nothing is new.
        var body = new ByteArrayContent(request.RequestUri!.AbsolutePath.EndsWith(')') ? Body : Nothing);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = body });
    }
}
