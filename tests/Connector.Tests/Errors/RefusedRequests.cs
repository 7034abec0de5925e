using System.Text;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Errors;

/// <summary>Requests that the connector refuses at the door, each sent to it.</summary>
internal static class RefusedRequests
{
    private const string Form = "/onboarding-requests";

    /// <summary>Forms with every mistake a field can have; those that exclude each other are in different ones.</summary>
    private static readonly string[] Forms =
    [
        "{}",
        $$"""
        {"legalEntity":"usrt","channel":"{{Long(21)}}","firstName":"<b>","lastName":"{{Long(101)}}","email":"no address","phone":"call me","phoneExtension":"{{Long(11)}}","companyName":"a\u0000b","companySize":-1,
        "department":"{{Long(61)}}","website":"{{Long(256)}}","language":"{{Long(11)}}","comments":"{{Long(2001)}}",
        "address":{"street":"{{Long(251)}}","streetNumber":"{{Long(21)}}","city":"{{Long(61)}}","zipCode":"{{Long(11)}}","latitude":90.5,"longitude":-180.5,"country":"NL"} }
        """,
        $$"""{"legalEntity":"usrt","firstName":"{{Long(101)}}","lastName":"<","email":"{{Long(250)}}@x.example","phone":"{{new string('1', 256)}}","companyName":"{{Long(101)}}"}""",
        """{"legalEntity":"usrt","firstName":"A\u0001","lastName":"B\u0001","email":"a@b.example","companyName":">"}""",
    ];

    public static async Task<IReadOnlyList<DrivenError>> DriveAsync()
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Onboarding:Route"] = "Prospects" });
        connector.Commerce.Tables.AddProspect("P-1");
        var found = new List<DrivenError>();
        foreach (var (what, expected, call) in Calls(connector))
        {
            found.AddRange(await DrivenError.ReadAsync(what, expected, call()));
        }

        foreach (var form in Forms)
        {
            found.AddRange(await DrivenError.ReadAsync("", "invalid_request", connector.PostAsync(Form, form)));
        }

        Assert.Empty(connector.Commerce.Writes);
        return [.. found.DistinctBy(error => (error.What, error.Sentence))];
    }

    private static IEnumerable<(string What, string Expected, Func<Task<HttpResponseMessage>> Call)> Calls(TestConnector connector)
    {
        yield return ("no key", "unauthenticated", () => SendAsync(connector, HttpMethod.Get, "/prospects", key: null));
        yield return ("a key without the role", "forbidden", () => SendAsync(connector, HttpMethod.Post, "/prospects/usrt/P-1/approve", key: TestConfiguration.ReaderKey));
        yield return ("no such route", "route_not_found", () => connector.GetAsync("/nothing/here"));
        yield return ("wrong method", "method_not_allowed", () => connector.Client.DeleteAsync(new Uri("/prospects", UriKind.Relative)));
        yield return ("body over 1 MB", "request_too_large", () => connector.PostAsync(Form, "{\"comments\":\"" + new string('x', ConnectorApp.MaxRequestBytes) + "\"}"));
        yield return ("body that is no JSON by its type", "unsupported_media_type", () => connector.Client.PostAsync(new Uri(Form, UriKind.Relative), new StringContent("<a/>", Encoding.UTF8, "text/xml")));
        yield return ("body that is no JSON", "invalid_request", () => connector.PostAsync(Form, "{"));
        yield return ("property nobody knows", "invalid_request", () => connector.PostAsync(Form, "{\"shoeSize\":44}"));
        yield return ("query that is no number", "invalid_request", () => connector.GetAsync("/prospects?pageSize=many"));
        yield return ("legal entity that is not served", "legal_entity_not_served", () => connector.GetAsync("/prospects/frrt/P-1"));
        yield return ("prospect that is not there", "prospect_not_found", () => connector.GetAsync("/prospects/usrt/P-9"));
        yield return ("channel that is not there", "invalid_request", () => connector.PostAsync(Form, """{"channel":"CH-9","firstName":"A","lastName":"B","email":"a@b.example","companyName":"C"}"""));
        yield return ("legal entity without a B2B channel", "invalid_request", () => connector.PostAsync(Form, """{"legalEntity":"demf","firstName":"A","lastName":"B","email":"a@b.example","companyName":"C"}"""));
    }

    private static Task<HttpResponseMessage> SendAsync(TestConnector connector, HttpMethod method, string path, string? key)
    {
        var client = new HttpClient { BaseAddress = connector.Client.BaseAddress };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Add("X-Api-Key", key);
        }

        return client.SendAsync(new HttpRequestMessage(method, path));
    }

    private static string Long(int length) => new('x', length);
}
