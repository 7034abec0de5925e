using System.Net;

namespace B2BConnector.Emulators.Tests.Dataverse;

/// <summary>
/// <c>$batch</c>. Shapes, order, all or nothing of a change set, Content-ID, continue-on-error, the limit of 1,000 and no GET in a change set
/// are documented (execute-batch-operations-using-web-api); codes and words of refusals of a batch as such are inferred.
/// </summary>
public sealed class BatchTests : IAsyncLifetime
{
    private const string Row = "b2b00000-0000-5000-8000-000000000001";
    private DataverseHost _host = null!;

    public async Task InitializeAsync() => _host = await DataverseHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Reads_Two_AreAnsweredInOrder()
    {
        await Leads.CreateAsync(_host.LogicApp);

        var answer = await SendAsync(Get("/api/data/v9.2/leads?$select=companyname&$filter=companyname%20eq%20%27Contoso%20B.V.%27"), Get($"{_host.Address}api/data/v9.2/accounts"), Get("teams?$top=1"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal([200, 200, 200], BatchText.Statuses(answer.Text));
        Assert.Contains("\"companyname\":\"Contoso B.V.\"", answer.Text, StringComparison.Ordinal);
        Assert.StartsWith("multipart/mixed; boundary=batchresponse_", answer.ContentType, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_WithAPageSize_GiveALinkThatWorksAlone()
    {
        await Leads.CreateAsync(_host.LogicApp, "P-1");
        await Leads.CreateAsync(_host.LogicApp, "P-2");

        var answer = await SendAsync(Get("leads?$select=b2b_prospectid", "Prefer: odata.maxpagesize=1"));

        var link = answer.Text.Split("\"@odata.nextLink\":\"")[1].Split('"')[0];
        Assert.Single(await _host.Seller.RowsAsync(link));
    }

    [Fact]
    public async Task ChangeSet_TwoUpdates_AreWritten()
    {
        var (account, contact) = await PairAsync();

        var answer = await SendAsync(BatchText.ChangeSet(Patch($"accounts({account})", """{"name":"A2"}"""), Patch($"contacts({contact})", """{"lastname":"C2"}""")));

        Assert.Equal([204, 204], BatchText.Statuses(answer.Text));
        Assert.Contains("Content-ID: 1", answer.Text, StringComparison.Ordinal);
        Assert.Contains("boundary=changesetresponse_", answer.Text, StringComparison.Ordinal);
        Assert.Equal(("A2", "C2"), await NamesAsync(account, contact));
    }

    [Fact]
    public async Task ChangeSet_OneRefused_WritesNothing()
    {
        var (account, _) = await PairAsync();

        var answer = await SendAsync(BatchText.ChangeSet(Patch($"accounts({account})", """{"name":"A2"}"""), Patch($"contacts({Row})", """{"lastname":"C2"}""")));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal([404], BatchText.Statuses(answer.Text));
        Assert.Contains("0x80040217", answer.Text, StringComparison.Ordinal);
        Assert.Equal("A1", (string?)(await _host.Seller.RowAsync($"accounts({account})"))["name"]);
    }

    [Fact]
    public async Task ChangeSet_LaterOneRefers_FindsWhatWasMade()
    {
        var answer = await SendAsync(BatchText.ChangeSet(
            Post("leads", Leads.Body()),
            Post("annotations", """{"subject":"Origin","objectid_lead@odata.bind":"$1"}"""),
            Patch("$1", """{"subject":"Changed"}""")));

        Assert.Equal([204, 204, 204], BatchText.Statuses(answer.Text));
        var lead = Assert.Single(await _host.Seller.RowsAsync("leads?$select=subject&$expand=Lead_Annotation($select=subject)"));
        Assert.Equal(("Changed", "Origin"), ((string?)lead["subject"], (string?)lead["Lead_Annotation"]![0]!["subject"]));
    }

    [Fact]
    public async Task ChangeSet_RefersToALaterOne_IsRefused()
    {
        var answer = await SendAsync(BatchText.ChangeSet(Post("annotations", """{"subject":"Origin","objectid_lead@odata.bind":"$2"}"""), Post("leads", Leads.Body())));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Content-ID Reference: '$2' does not exist in the batch context.", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await _host.Seller.RowsAsync("leads"));
    }

    [Fact]
    public async Task Operations_OneRefused_EndThere()
    {
        var answer = await SendAsync(Post("leads", Leads.Body("P-1")), Post("leads", Leads.Body("P-1")), Post("leads", Leads.Body("P-2")));

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status);
        Assert.Equal([204, 412], BatchText.Statuses(answer.Text));
        Assert.Single(await _host.Seller.RowsAsync("leads"));
    }

    [Fact]
    public async Task Operations_OneRefusedAndToGoOn_AreAllAnswered()
    {
        var answer = await SendAsync([Post("leads", Leads.Body("P-1")), BatchText.ChangeSet(Post("leads", Leads.Body("P-1"))), Post("leads", Leads.Body("P-2"))], ("Prefer", "odata.continue-on-error"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal([204, 412, 204], BatchText.Statuses(answer.Text));
        Assert.Equal(2, (await _host.Seller.RowsAsync("leads")).Count);
    }

    [Fact]
    public async Task ChangeSet_WithARead_IsRefused()
    {
        var answer = await SendAsync(BatchText.ChangeSet(Post("leads", Leads.Body()), Get("leads")));

        Assert.Equal((HttpStatusCode.BadRequest, true), (answer.Status, answer.Text.Contains("no GET", StringComparison.Ordinal)));
        Assert.Empty(await _host.Seller.RowsAsync("leads"));
    }

    [Fact]
    public async Task Batch_InABatch_IsRefused() => Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(Post("$batch", "{}"))).Status);

    [Theory]
    [InlineData(1000, HttpStatusCode.OK)]
    [InlineData(1001, HttpStatusCode.BadRequest)]
    public async Task Operations_Thousand_AreTheMost(int count, HttpStatusCode status) =>
        Assert.Equal(status, (await SendAsync([.. Enumerable.Repeat(Get("teams?$top=1&$select=name"), count)])).Status);

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/mixed", "--b\r\n\r\n--b--\r\n")]
    [InlineData("multipart/mixed; boundary=b", "")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\nContent-Type: application/json\r\n\r\n{}\r\n--b--\r\n")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nGET leads\r\n\r\n\r\n--b--\r\n")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nGET leads HTTP/1.1\r\nno colon\r\n\r\n\r\n--b--\r\n")]
    [InlineData("multipart/mixed; boundary=b", "--b\nContent-Type: application/http\n\nGET leads HTTP/1.1\n\n\n--b--\n")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nGET leads HTTP/1.1\r\n\r\n")]
    public async Task Batch_InAnotherForm_IsRefused(string type, string body) => Assert.Equal(HttpStatusCode.BadRequest, (await BatchText.SendAsync(_host.Address, type, body)).Status);

    private static string Get(string url, string? header = null) => BatchText.Operation($"GET {url}", header, "");

    private static string Post(string url, string body) => BatchText.Operation($"POST {url}", "Content-Type: application/json", body);

    private static string Patch(string url, string body) => BatchText.Operation($"PATCH {url}", "If-Match: *", body);

    private Task<BatchText> SendAsync(params string[] items) => SendAsync(items, []);

    private Task<BatchText> SendAsync(string[] items, params (string Name, string Value)[] headers) =>
        BatchText.SendAsync(_host.Address, "multipart/mixed; boundary=\"batch_1\"", BatchText.Join("batch_1", items), headers);

    private async Task<(Guid Account, Guid Contact)> PairAsync() =>
        (await _host.Seller.CreateAsync("accounts", """{"name":"A1"}"""), await _host.Seller.CreateAsync("contacts", """{"lastname":"C1"}"""));

    private async Task<(string?, string?)> NamesAsync(Guid account, Guid contact) =>
        ((string?)(await _host.Seller.RowAsync($"accounts({account})"))["name"], (string?)(await _host.Seller.RowAsync($"contacts({contact})"))["lastname"]);
}
