using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Errors;

/// <summary>Everything that can be wrong between the connector and Commerce, each made to happen.</summary>
internal static class FailuresOfCommerce
{
    private const string Read = "GET", Write = "PATCH";

    private static readonly (string What, string Expected, string Method, Func<HttpRequestMessage, HttpResponseMessage?> Fault)[] All =
    [
        ("nothing listens at its address", "commerce_unavailable", Read, _ => throw new HttpRequestException(HttpRequestError.ConnectionError)),
        ("its name is not known", "commerce_unavailable", Write, _ => throw new HttpRequestException(HttpRequestError.NameResolutionError)),
        ("it answers 503 with a page", "commerce_unavailable", Read, _ => FakeCommerce.Status(503, "600", "<html>down</html>", "text/html")),
        ("it answers 500", "commerce_unavailable", Read, _ => FakeCommerce.Status(500, "0")),
        ("it throttles (429)", "commerce_throttled", Write, _ => FakeCommerce.Status(429, "600")),
        ("the connection breaks while it writes", "commerce_cut_off", Write, _ => throw new HttpRequestException(HttpRequestError.ResponseEnded)),
        ("it answers a write with 500", "commerce_cut_off", Write, _ => FakeCommerce.Status(500)),
        ("it does not let the connector in (401 twice)", "commerce_sign_in", Read, _ => FakeCommerce.Status(401)),
        ("it refuses what is written (400)", "commerce_refused", Write, _ => FakeCommerce.Status(400)),
        ("it refuses a question (400)", "commerce_error", Read, _ => FakeCommerce.Status(400)),
        ("the row keeps changing (412)", "commerce_error", Write, _ => FakeCommerce.Status(412)),
        ("it redirects", "commerce_error", Read, _ => FakeCommerce.Status(302)),
        ("it answers with a page", "commerce_error", Read, _ => FakeCommerce.Status(200, body: "<html>Sign in</html>", type: "text/html")),
        ("it answers with JSON of another shape", "commerce_error", Read, _ => FakeCommerce.Status(200, body: "[1]")),
        ("it answers with an empty document", "commerce_error", Read, _ => FakeCommerce.Status(200, body: "null")),
        ("it answers with more than can be read", "commerce_error", Read, _ => throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded)),
    ];

    public static async Task<IReadOnlyList<DrivenError>> DriveAsync()
    {
        var found = new List<DrivenError>();
        foreach (var (what, expected, method, fault) in All)
        {
            await using var connector = await TestConnector.StartAsync(new() { ["Commerce:Retries"] = "1" });
            connector.Commerce.Tables.AddProspect("P-1").Remove("@odata.etag");
            connector.Commerce.Before = request => request.Method.Method == method ? fault(request) : null;
            var call = method == Read ? connector.GetAsync("/prospects/usrt/P-1") : connector.PostAsync("/prospects/usrt/P-1/reject");
            found.AddRange(await DrivenError.ReadAsync(what, expected, connector.AfterPausesAsync(call, TimeSpan.FromSeconds(10))));
        }

        return found;
    }
}
