using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace B2BConnector.Connector.Tests.Commerce;

/// <summary>Each way Commerce can fail a read, and what the caller is told. Nothing of Commerce's own text is passed on raw.</summary>
public sealed class FailureTests
{
    private const string Upstream = "stack trace of Commerce";

    /// <summary>Kind, what is sent, what the caller gets, and how often Commerce is asked with one retry allowed.</summary>
    public static TheoryData<string, Func<HttpResponseMessage>, string, int> Failures => new()
    {
        { "429 with Retry-After", () => FakeCommerce.Status(429, "2", Upstream), "503 commerce_throttled", 2 },
        { "429 without Retry-After", () => FakeCommerce.Status(429, null, Upstream), "503 commerce_throttled", 2 },
        { "503 with HTML", () => FakeCommerce.Status(503, null, $"<html>{Upstream}</html>", "text/html"), "503 commerce_unavailable", 2 },
        { "empty 500", () => FakeCommerce.Status(500, null, "", "text/plain"), "503 commerce_unavailable", 2 },
        { "connection refused", () => throw new HttpRequestException(HttpRequestError.ConnectionError, Upstream), "503 commerce_unavailable", 2 },
        { "reset in mid body", () => new HttpResponseMessage { Content = new BrokenContent() }, "503 commerce_unavailable", 2 },
        { "wrong content type", () => FakeCommerce.Status(200, null, $"<html>{Upstream}</html>", "text/html"), "502 commerce_error", 1 },
        { "JSON that ends early", () => FakeCommerce.Status(200, null, "{\"ProspectId\":\"P-1\"", "application/json"), "502 commerce_error", 1 },
        { "redirect to a sign-in page", () => Redirect("https://login.example/"), "502 commerce_error", 1 },
        { "permission missing", () => FakeCommerce.Status(403, null, Upstream), "502 commerce_sign_in", 1 },
        { "token refused twice", () => FakeCommerce.Status(401, null, Upstream), "502 commerce_sign_in", 2 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Read_ThatFails_SaysSoInOneShape(string kind, Func<HttpResponseMessage> failure, string expected, int asked)
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Commerce:Retries"] = "1", ["Commerce:AttemptTimeLimit"] = "00:01:00", ["Commerce:TotalTimeLimit"] = "00:03:00" });
        connector.Commerce.Before = _ => failure();

        using var response = await connector.AfterPausesAsync(connector.GetAsync("/prospects/usrt/P-1"), TimeSpan.FromSeconds(45));

        Assert.Equal(expected, await TestConnector.ErrorAsync(response));
        Assert.DoesNotContain(Upstream, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(response.StatusCode == HttpStatusCode.ServiceUnavailable, response.Headers.RetryAfter is not null);
        Assert.True(asked == connector.Commerce.Requests.Count, $"{kind}: asked {connector.Commerce.Requests.Count} times");
    }

    [Fact]
    public async Task Status_ThatNobodyKnows_IsUnknownAndNeverDecided()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1", "Archived");

        Assert.Equal("Unknown", (await connector.GetJsonAsync("/prospects/usrt/P-1"))["status"]!.GetValue<string>());
        Assert.Equal("422 unknown_status", await TestConnector.ErrorAsync(await connector.PostAsync("/prospects/usrt/P-1/approve", "{}")));
        Assert.Empty(connector.Commerce.Writes);
    }

    [Fact]
    public async Task List_Of10001Rows_ReadsBothPages()
    {
        await using var connector = await TestConnector.StartAsync();
        for (var i = 1; i <= 10_001; i++)
        {
            connector.Commerce.Tables.AddProspect($"P-{i:000000}");
        }

        var ids = new HashSet<string>();
        await foreach (var row in connector.Services.GetRequiredService<CommerceClient>().ListAsync<JsonObject>("Prospects?cross-company=true", CancellationToken.None))
        {
            ids.Add(row["ProspectId"]!.GetValue<string>());
        }

        Assert.Equal((10_001, 2), (ids.Count, connector.Commerce.Requests.Count));
    }

    private static HttpResponseMessage Redirect(string address)
    {
        var response = new HttpResponseMessage(HttpStatusCode.Redirect);
        response.Headers.Location = new Uri(address);
        return response;
    }

    private sealed class BrokenContent : HttpContent
    {
        public BrokenContent() => Headers.ContentType = new("application/json");

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes("{\"ProspectId\":"));
            throw new HttpRequestException(HttpRequestError.ResponseEnded, Upstream);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
