using System.Net;
using B2BConnector.CustomCode.Dataverse;

namespace B2BConnector.CustomCode.Tests.Dataverse;

/// <summary>The shapes of requests and answers are those of the platform's page on batch operations (documented).</summary>
public sealed class BatchTests
{
    private static readonly RowUpdate[] Rows =
    [
        new("accounts", Guid.Parse("10000000-0000-0000-0000-00000000000a"), """{"x":"1"}"""),
        new("contacts", Guid.Parse("10000000-0000-0000-0000-00000000000c"), """{"x":"2"}"""),
    ];

    [Fact]
    public void Queries_Two_AreOneRequestEach() => Assert.Equal(
        Lines("""
            --batch_b2bconnector
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            GET /api/data/v9.2/leads?$select=a,b&$filter=a%20eq%20%27%C3%A4%27 HTTP/1.1
            Accept: application/json


            --batch_b2bconnector
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            GET /api/data/v9.2/contacts?$select=c&$filter=c%20eq%201&$expand=d HTTP/1.1
            Accept: application/json


            --batch_b2bconnector--

            """),
        BatchBody.Of([new RowQuery("leads", ["a", "b"], "a eq 'ä'"), new RowQuery("contacts", ["c"], "c eq 1", "d")]));

    [Fact]
    public void Updates_Two_AreOneChangeSetThatCreatesNothing() => Assert.Equal(
        Lines("""
            --batch_b2bconnector
            Content-Type: multipart/mixed; boundary="changeset_b2bconnector"

            --changeset_b2bconnector
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 1

            PATCH /api/data/v9.2/accounts(10000000-0000-0000-0000-00000000000a) HTTP/1.1
            Content-Type: application/json
            If-Match: *

            {"x":"1"}
            --changeset_b2bconnector
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 2

            PATCH /api/data/v9.2/contacts(10000000-0000-0000-0000-00000000000c) HTTP/1.1
            Content-Type: application/json
            If-Match: *

            {"x":"2"}
            --changeset_b2bconnector--
            --batch_b2bconnector--

            """),
        BatchBody.Of(Rows));

    [Fact]
    public void Pages_Two_AreReadInOrder()
    {
        var pages = DataverseBatch.Pages(HttpStatusCode.OK, Answer("""{"value":[{"n":1}]}""", """{"value":[{"n":2},{"n":3}],"@odata.nextLink":"more"}"""), 2);

        Assert.Equal([1, 2], pages.Select(page => page.Rows[0].GetProperty("n").GetInt32()));
        Assert.Equal([null, "more"], pages.Select(page => page.NextLink));
    }

    [Fact]
    public void Pages_BodyOverSeveralLines_IsRead()
    {
        var pages = DataverseBatch.Pages(HttpStatusCode.OK, Answer(Lines("""
            {
              "value": [

                {"n":1}
              ]
            }
            """)), 1);

        Assert.Equal(1, Assert.Single(pages).Rows[0].GetProperty("n").GetInt32());
    }

    [Fact]
    public void Pages_OneRefused_SaysHow()
    {
        var text = Lines("""
            --batchresponse_1
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            HTTP/1.1 400 Bad Request
            Content-Type: application/json; odata.metadata=minimal

            {"error":{"code":"0x80041103","message":"no such column"}}
            --batchresponse_1--

            """);

        var refused = Assert.Throws<DataverseException>(() => DataverseBatch.Pages(HttpStatusCode.BadRequest, text, 2));

        Assert.Equal("Dataverse answered 400: 0x80041103 no such column", refused.Message);
    }

    [Fact]
    public void Pages_FewerThanAsked_AreRefused() =>
        Assert.Throws<DataverseException>(() => DataverseBatch.Pages(HttpStatusCode.OK, Answer("""{"value":[]}"""), 2));

    [Fact]
    public void Updated_ChangeSet_IsFine() => DataverseBatch.Updated(HttpStatusCode.OK, Lines("""
        --batchresponse_1
        Content-Type: multipart/mixed; boundary=changesetresponse_2

        --changesetresponse_2
        Content-Type: application/http
        Content-Transfer-Encoding: binary
        Content-ID: 1

        HTTP/1.1 204 No Content
        OData-Version: 4.0


        --changesetresponse_2
        Content-Type: application/http
        Content-Transfer-Encoding: binary
        Content-ID: 2

        HTTP/1.1 204 No Content
        OData-Version: 4.0


        --changesetresponse_2--
        --batchresponse_1--

        """));

    [Fact]
    public void Updated_ChangeSetRefused_SaysHow()
    {
        var text = Lines("""
            --batchresponse_1
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            HTTP/1.1 404 Not Found

            {"error":{"code":"0x80040217","message":"Entity 'account' Does Not Exist"}}
            --batchresponse_1--

            """);

        // Whether the whole carries the status of the part or 200 is not relied on.
        foreach (var status in new[] { HttpStatusCode.NotFound, HttpStatusCode.OK })
        {
            Assert.Equal("Dataverse answered 404: 0x80040217 Entity 'account' Does Not Exist", Assert.Throws<DataverseException>(() => DataverseBatch.Updated(status, text)).Message);
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "", "Dataverse answered 401 without a readable body.")]
    [InlineData(HttpStatusCode.TooManyRequests, """{"error":{"code":"0x80072322","message":"Number of requests"}}""", "Dataverse answered 429: 0x80072322 Number of requests")]
    [InlineData(HttpStatusCode.OK, "", "Dataverse answered a batch without a readable body.")]
    [InlineData(HttpStatusCode.OK, "<html>", "Dataverse answered a batch without a readable body.")]
    [InlineData(HttpStatusCode.OK, "--", "Dataverse answered a batch without a readable body.")]
    [InlineData(HttpStatusCode.OK, "--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 204", "Dataverse answered a batch without a readable body.")]
    [InlineData(HttpStatusCode.OK, "--b\r\n\r\n\r\nnothing\r\n--b--", "Dataverse answered a batch without a readable body.")]
    public void Updated_NoBatchInTheAnswer_SaysSo(HttpStatusCode status, string body, string message) =>
        Assert.Equal(message, Assert.Throws<DataverseException>(() => DataverseBatch.Updated(status, body)).Message);

    private static string Answer(params string[] bodies) =>
        string.Concat(bodies.Select(body => $"--batchresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json; odata.metadata=minimal; odata.streaming=true\r\nOData-Version: 4.0\r\n\r\n{body}\r\n"))
        + "--batchresponse_1--\r\n";

    private static string Lines(string text) => text.ReplaceLineEndings("\r\n");
}
