using System.Net;
using B2BConnector.CustomCode.Dataverse;

namespace B2BConnector.CustomCode.Tests.Dataverse;

public sealed class WebApiDataverseTests
{
    private static readonly DataverseSettings Settings = new(new Uri("https://org.example/"), "http://identity/msi/token", "secret");
    private readonly WebStub _web = new();
    private readonly SteppedTime _time = new();

    [Fact]
    public async Task Query_SeveralPages_ReadsAll()
    {
        _web.Answer(Token()).Answer("""{"value":[{"n":1}],"@odata.nextLink":"https://org.example/api/data/v9.2/accounts?$skiptoken=x"}""").Answer("""{"value":[{"n":2}]}""");

        var rows = await Client().QueryAsync(new RowQuery("accounts", ["name"], "name eq 'x'"));

        Assert.Equal([1, 2], rows.Select(r => r.GetProperty("n").GetInt32()));
        Assert.Equal("https://org.example/api/data/v9.2/accounts?$skiptoken=x", _web.Requests[2].Url);
        Assert.All(_web.Requests.Skip(1), r => Assert.Equal("Bearer t0ken", r.Authorization));
    }

    [Fact]
    public async Task QueryTogether_OneWithASecondPage_ReadsAllInTwoCalls()
    {
        const string head = "Content-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\n\r\n";
        _web.Answer(Token())
            .Answer($"--b\r\n{head}{{\"value\":[{{\"n\":1}}],\"@odata.nextLink\":\"https://org.example/api/data/v9.2/leads?$skiptoken=x\"}}\r\n--b\r\n{head}{{\"value\":[{{\"n\":3}}]}}\r\n--b--\r\n")
            .Answer("""{"value":[{"n":2}]}""");

        var rows = await Client().QueryTogetherAsync([new RowQuery("leads", ["n"], "y"), new RowQuery("accounts", ["n"], "y")]);

        Assert.Equal(["1 2", "3"], rows.Select(some => string.Join(' ', some.Select(row => row.GetProperty("n").GetInt32()))));
        Assert.Equal(["https://org.example/api/data/v9.2/$batch", "https://org.example/api/data/v9.2/leads?$skiptoken=x"], _web.Requests.Skip(1).Select(request => request.Url));
        Assert.Equal("multipart/mixed; boundary=\"batch_b2bconnector\"", _web.ContentTypes[1]);
    }

    [Fact]
    public async Task UpdateTogether_Throttled_IsSentAgain()
    {
        _web.Answer(Token()).Answer("", HttpStatusCode.TooManyRequests, retryAfter: "3").Answer("--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n\r\n--b--\r\n");

        await Client().UpdateTogetherAsync([new RowUpdate("accounts", Guid.Empty, "{}")]);

        Assert.Equal([TimeSpan.FromSeconds(3)], _time.Waits);
        Assert.Equal(3, _web.Requests.Count);
    }

    [Fact]
    public async Task Query_QuotesAndSigns_ArriveAsTheyAre()
    {
        _web.Answer(Token()).Answer("""{"value":[]}""");

        await Client().QueryAsync(new RowQuery("accounts", ["name"], $"name eq {RowQuery.Literal("O'Brien & Söhne #1 +")}"));

        Assert.Equal("https://org.example/api/data/v9.2/accounts?$select=name&$filter=name%20eq%20%27O%27%27Brien%20%26%20S%C3%B6hne%20%231%20%2B%27", _web.Requests[1].Url);
    }

    [Fact]
    public async Task Token_StillValid_IsUsedAgain()
    {
        _web.Answer(Token()).Answer("""{"value":[]}""").Answer("""{"value":[]}""").Answer(Token()).Answer("""{"value":[]}""");
        var client = Client();

        await client.QueryAsync(new RowQuery("leads", ["x"], "y"));
        await client.QueryAsync(new RowQuery("leads", ["x"], "y"));
        _time.Advance(TimeSpan.FromMinutes(56));
        await client.QueryAsync(new RowQuery("leads", ["x"], "y"));

        Assert.Equal([0, 3], Enumerable.Range(0, 5).Where(i => _web.Requests[i].IdentityHeader == "secret"));
        Assert.Equal("http://identity/msi/token?resource=https%3A%2F%2Forg.example&api-version=2019-08-01", _web.Requests[0].Url);
    }

    [Fact]
    public async Task Query_Throttled_WaitsAsTold()
    {
        _web.Answer(Token()).Answer("", HttpStatusCode.TooManyRequests, retryAfter: "7").Answer("<html/>", HttpStatusCode.ServiceUnavailable).Answer("""{"value":[]}""");

        Assert.Empty(await Client().QueryAsync(new RowQuery("leads", ["x"], "y")));

        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(2)], _time.Waits);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, """{"error":{"code":"0x80041103","message":"no such column"}}""", "Dataverse answered 400: 0x80041103 no such column")]
    [InlineData(HttpStatusCode.Forbidden, """{"Message":"denied","ErrorCode":-2147220960}""", "Dataverse answered 403: -2147220960 denied")]
    [InlineData(HttpStatusCode.InternalServerError, "<html>", "Dataverse answered 500 without a readable body.")]
    [InlineData(HttpStatusCode.OK, "", "Dataverse answered 200 without a readable body.")]
    [InlineData(HttpStatusCode.OK, "[]", "Dataverse answered 200 without a readable body.")]
    public async Task Query_Refused_SaysHow(HttpStatusCode status, string body, string message)
    {
        _web.Answer(Token()).Answer(body, status);

        var refused = await Assert.ThrowsAsync<DataverseException>(() => Client().QueryAsync(new RowQuery("leads", ["x"], "y")));

        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public async Task Query_Unreachable_SaysWhere()
    {
        _web.Answer(Token());

        var refused = await Assert.ThrowsAsync<DataverseException>(() => Client().QueryAsync(new RowQuery("leads", ["x"], "y")));

        Assert.Equal("Dataverse cannot be reached at org.example: ConnectionError.", refused.Message);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "{}")]
    [InlineData(HttpStatusCode.OK, "{}")]
    [InlineData(HttpStatusCode.OK, "<html>")]
    public async Task Token_NotGiven_SaysSo(HttpStatusCode status, string body)
    {
        _web.Answer(body, status);

        var refused = await Assert.ThrowsAsync<DataverseException>(() => Client().QueryAsync(new RowQuery("leads", ["x"], "y")));

        Assert.Contains("identity", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DATAVERSE_URL")]
    [InlineData("IDENTITY_ENDPOINT")]
    [InlineData("IDENTITY_HEADER")]
    public void Settings_OneMissing_IsNamed(string missing)
    {
        var error = Assert.Throws<DataverseException>(() => DataverseSettings.Read(name => name == missing ? null : "https://a.example"));

        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
    }

    private string Token() => $$"""{"access_token":"t0ken","expires_on":"{{_time.GetUtcNow().AddHours(1).ToUnixTimeSeconds()}}","token_type":"Bearer"}""";

    private WebApiDataverse Client()
    {
        var http = new HttpClient(new ThrottledRetry(_time) { InnerHandler = _web });
        return new WebApiDataverse(http, Settings, new ManagedIdentityToken(http, _time, Settings));
    }
}
