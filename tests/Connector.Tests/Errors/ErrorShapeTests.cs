using System.Net;
using System.Net.Sockets;
using System.Text;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Errors;

public sealed class ErrorShapeTests
{
    [Fact]
    public async Task Rule49_Refusals_OfTheFrameworkToo_AreJsonWithCodeAndMessage()
    {
        await using var connector = await TestConnector.StartAsync();
        using var stranger = new HttpClient { BaseAddress = connector.Client.BaseAddress };
        using var reader = new HttpClient { BaseAddress = connector.Client.BaseAddress };
        reader.DefaultRequestHeaders.Add("X-Api-Key", TestConfiguration.ReaderKey);
        using var text = new StringContent("{}", Encoding.UTF8, "text/plain");

        Assert.StartsWith("401 ", await TestConnector.ErrorAsync(await stranger.GetAsync(new Uri("/prospects", UriKind.Relative))), StringComparison.Ordinal);
        Assert.StartsWith("403 ", await TestConnector.ErrorAsync(await reader.PostAsync(new Uri("/prospects/usrt/P-1/approve", UriKind.Relative), null)), StringComparison.Ordinal);
        Assert.StartsWith("404 ", await TestConnector.ErrorAsync(await connector.GetAsync("/nothing")), StringComparison.Ordinal);
        Assert.StartsWith("405 ", await TestConnector.ErrorAsync(await connector.DeleteAsync("/prospects")), StringComparison.Ordinal);
        Assert.StartsWith("415 ", await TestConnector.ErrorAsync(await connector.Client.PostAsync(new Uri("/onboarding-requests", UriKind.Relative), text)), StringComparison.Ordinal);
        Assert.StartsWith("400 ", await TestConnector.ErrorAsync(await connector.GetAsync("/prospects?pageSize=x")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownRoute_IsAnswered_InTheOneShape()
    {
        await using var connector = await TestConnector.StartAsync();

        Assert.Equal("404 route_not_found", await TestConnector.ErrorAsync(await connector.GetAsync("/nothing/here")));
    }

    [Fact]
    public async Task WrongMethod_IsAnswered_InTheOneShape()
    {
        await using var connector = await TestConnector.StartAsync();

        using var response = await connector.Client.DeleteAsync(new Uri("/prospects", UriKind.Relative));

        Assert.Equal("405 method_not_allowed", await TestConnector.ErrorAsync(response));
        Assert.Contains("GET", response.Content.Headers.Allow);
    }

    [Fact]
    public async Task WrongContentType_IsAnswered_InTheOneShape()
    {
        await using var connector = await TestConnector.StartAsync();
        using var body = new StringContent("<a/>", Encoding.UTF8, "text/xml");

        using var response = await connector.Client.PostAsync(new Uri("/onboarding-requests", UriKind.Relative), body);

        Assert.Equal("415 unsupported_media_type", await TestConnector.ErrorAsync(response));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"companySize\":\"many\"}")]
    public async Task BodyThatIsNoSuchJson_IsAnswered_InTheOneShape(string body)
    {
        await using var connector = await TestConnector.StartAsync();

        Assert.Equal("400 invalid_request", await TestConnector.ErrorAsync(await connector.PostAsync("/onboarding-requests", body)));
    }

    [Fact]
    public async Task UnknownProperty_IsRefused_NamingIt()
    {
        await using var connector = await TestConnector.StartAsync();

        using var response = await connector.PostAsync("/onboarding-requests", "{\"firstname\":\"A\",\"shoeSize\":44}");

        Assert.Equal("shoeSize", (await TestConnector.JsonAsync(response))["error"]!["target"]!.GetValue<string>());
    }

    [Fact]
    public async Task QueryThatIsNoNumber_IsAnswered_InTheOneShape()
    {
        await using var connector = await TestConnector.StartAsync();

        Assert.Equal("400 invalid_request", await TestConnector.ErrorAsync(await connector.GetAsync("/prospects?pageSize=many")));
    }

    [Fact]
    public async Task SeveralMistakes_AreReported_AllAtOnce()
    {
        await using var connector = await TestConnector.StartAsync();

        using var response = await connector.PostAsync("/onboarding-requests", "{\"legalEntity\":\"usrt\",\"email\":\"no address\",\"address\":{\"country\":\"NL\"}}");

        var error = (await TestConnector.JsonAsync(response))["error"]!;
        var targets = error["details"]!.AsArray().Select(detail => detail!["target"]!.GetValue<string>()).ToList();
        Assert.Equal(["firstName", "lastName", "email", "companyName", "address.country"], targets);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task BodyOverOneMegabyte_IsRefused_AndTheConnectionServesTheNextRequest(bool inChunks)
    {
        await using var connector = await TestConnector.StartAsync();
        var address = connector.Client.BaseAddress!;
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        using var reader = new StreamReader(socket.GetStream());
        var part = new string('x', 10_000);
        const int parts = 3 * ConnectorApp.MaxRequestBytes / 10_000;

        await WriteAsync($"POST /onboarding-requests HTTP/1.1\r\nHost: {address.Authority}\r\nX-Api-Key: {TestConfiguration.AllRolesKey}\r\nContent-Type: application/json\r\n");
        await WriteAsync(inChunks ? "Transfer-Encoding: chunked\r\n\r\n" : $"Content-Length: {1 + (parts * part.Length)}\r\n\r\n");
        await SendAsync("\"");
        for (var sent = 0; sent < parts; sent++)
        {
            await SendAsync(part);
            if (sent == parts / 2)
            {
                Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync());
            }
        }

        await WriteAsync(inChunks ? "0\r\n\r\n" : "");
        await WriteAsync($"GET /health HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n");
        Assert.Matches("request_too_large.*HTTP/1.1 200 OK.*ok$", (await reader.ReadToEndAsync()).ReplaceLineEndings(" "));

        Task SendAsync(string text) => WriteAsync(inChunks ? $"{text.Length:x}\r\n{text}\r\n" : text);
        Task WriteAsync(string text) => socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask();
    }

    [Theory]
    [InlineData(500, "503 commerce_unavailable")]
    [InlineData(400, "502 commerce_error")]
    [InlineData(403, "502 commerce_sign_in")]
    [InlineData(302, "502 commerce_error")]
    public async Task CommerceThatRefuses_LeaksNothingThrough(int status, string expected)
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Commerce:Retries"] = "1" });
        connector.Commerce.Before = _ => FakeCommerce.Status(status, "0", "{\"error\":{\"code\":\"\",\"message\":\"x\",\"innererror\":{\"message\":\"Field of ann@fabrikam.example is wrong\\r\\n   at Dynamics.Ax.Call()\",\"stacktrace\":\"at Dynamics.Secret\"}}}");

        using var response = await connector.GetAsync("/prospects/usrt/P-1");

        Assert.Equal(expected, await TestConnector.ErrorAsync(response));
        var text = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("Dynamics", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ann@", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CommerceThatAnswersHtml_IsSaidInWords()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Before = _ => FakeCommerce.Status(200, body: "<html>Sign in</html>", type: "text/html");

        using var response = await connector.GetAsync("/prospects/usrt/P-1");

        Assert.Equal("502 commerce_error", await TestConnector.ErrorAsync(response));
        Assert.Contains("sign-in page", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProgrammingError_Is500_WithATraceAndNothingElse()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Before = _ => throw new InvalidOperationException("secret detail");

        using var response = await connector.GetAsync("/prospects/usrt/P-1");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret detail", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_OfAWholeApproval_HoldNoPersonalData()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        await connector.PostAsync("/prospects/usrt/P-1/customers", Customers.CustomerBodies.Usual);
        await connector.PostAsync("/prospects/usrt/P-1/approve");

        lock (connector.LogLines)
        {
            Assert.NotEmpty(connector.LogLines);
            Assert.DoesNotContain(connector.LogLines, line => line.Contains("fabrikam", StringComparison.OrdinalIgnoreCase) || line.Contains("Beebe", StringComparison.Ordinal) || line.Contains("token-", StringComparison.Ordinal));
        }
    }
}
