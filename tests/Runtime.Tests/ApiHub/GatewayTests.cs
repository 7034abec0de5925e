using System.Net;
using System.Text;
using B2BConnector.Runtime.Tests.Scripts;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests.ApiHub;

public sealed class GatewayTests
{
    [Fact]
    public async Task Get_KnownOperation_ReachesTheConnectorWithItsKey()
    {
        await using var hub = await new GatewayFixture().StartAsync();

        using var response = await hub.GetAsync("/apim/b2bconnector/local/prospects/usrt/P-1?expand=a%20b&x=", "k1", ("X-Api-Key", "forged"), ("Keep-Alive", "5"), ("X-Other", "kept"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("GET", "/prospects/usrt/P-1?expand=a%20b&x="), (hub.Seen.Method, hub.Seen.Target));
        Assert.Equal(("secret", "kept"), (hub.Seen.Headers["X-Api-Key"].ToString(), hub.Seen.Headers["X-Other"].ToString()));
        Assert.False(hub.Seen.Headers.ContainsKey("Authorization") || hub.Seen.Headers.ContainsKey("Keep-Alive"));
        Assert.Equal(hub.Backend.Authority, hub.Seen.Headers.Host);
    }

    [Theory]
    [InlineData("a/b'c %", "a%2Fb%27c%20%25")]
    [InlineData("P-000001", "P-000001")]
    public async Task Get_ParameterEncodedTwice_LosesOneLayer(string value, string received)
    {
        await using var hub = await new GatewayFixture().StartAsync();
        var twice = Uri.EscapeDataString(Uri.EscapeDataString(value));

        using var custom = await hub.GetAsync($"/apim/b2bconnector/local/prospects/us%25rt/{twice}");
        Assert.Equal($"/prospects/us%25rt/{received}", hub.Seen.Target);

        using var dataverse = await hub.GetAsync($"/apim/commondataservice/local/api/data/v9.1/leads({twice})?$filter=a%25", "k2");
        Assert.Equal($"/api/data/v9.1/leads({received})?$filter=a%25", hub.Seen.Target);
    }

    [Fact]
    public async Task Post_Dataverse_CarriesTheTokenAndTheBody()
    {
        await using var hub = await new GatewayFixture().StartAsync(context =>
        {
            context.Response.StatusCode = 204;
            context.Response.Headers["OData-EntityId"] = "http://org/api/data/v9.2/leads(1)";
            return Task.CompletedTask;
        });
        using var body = new StringContent("""{"subject":"ü"}""", Encoding.UTF8, "application/json");

        using var response = await hub.SendAsync(HttpMethod.Post, "/apim/commondataservice/local/api/data/v9.2/leads", "k2", body, ("organization", "https://org"), ("Prefer", "return=minimal"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("http://org/api/data/v9.2/leads(1)", response.Headers.GetValues("OData-EntityId").Single());
        Assert.Equal("""{"subject":"ü"}""", hub.Seen.Body);
        Assert.Equal(("Bearer sandbox-logicapp", "return=minimal"), (hub.Seen.Headers.Authorization.ToString(), hub.Seen.Headers["Prefer"].ToString()));
        Assert.Equal((16L, "application/json; charset=utf-8"), (hub.Seen.Headers.ContentLength, hub.Seen.Headers.ContentType.ToString()));
        Assert.False(hub.Seen.Headers.ContainsKey("organization"));
    }

    [Theory]
    [InlineData("/apim/b2bconnector/local/prospects", null, 401)]
    [InlineData("/apim/b2bconnector/local/prospects", "k2", 401)]
    [InlineData("/apim/b2bconnector/other/prospects", "k1", 404)]
    [InlineData("/apim/b2bconnector/local/health", "k1", 404)]
    [InlineData("/apim/b2bconnector/local/", "k1", 404)]
    [InlineData("/apim/b2bconnector/local/onboarding-requests", "k1", 404)]
    [InlineData("/apim/commondataservice/local/_sandbox/reset", "k2", 404)]
    public async Task Get_NotAllowed_NeverReachesTheBackend(string path, string? key, int status)
    {
        await using var hub = await new GatewayFixture().StartAsync();

        using var response = await hub.GetAsync(path, key);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEmpty(JObject.Parse(await response.Content.ReadAsStringAsync()));
        Assert.Null(hub.Seen.Method);
    }

    [Fact]
    public async Task Get_BackendDown_Answers502AsThePlatform()
    {
        await using var hub = await new GatewayFixture().StartAsync();
        await hub.StopBackendAsync();

        using var response = await hub.GetAsync("/apim/b2bconnector/local/prospects", "k1", ("x-ms-client-request-id", "id-1"));

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        var error = JObject.Parse(await response.Content.ReadAsStringAsync())["error"]!;
        Assert.Equal((502, "BadGateway", "id-1", hub.Gateway.Authority), ((int)error["code"]!, (string?)error["message"], (string?)error["clientRequestId"], (string?)error["source"]));
        Assert.Contains("usrt.connector.example", (string?)error["innerError"]!["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/triggers/prospect-created?cursor=2", "/triggers/prospect-created?cursor=2")]
    [InlineData("?cursor=3", "/triggers/prospect-created?cursor=3")]
    [InlineData("https://usrt.connector.example/triggers/prospect-created?cursor=4", "/triggers/prospect-created?cursor=4")]
    [InlineData("{backend}/triggers/prospect-created?cursor=5", "/triggers/prospect-created?cursor=5")]
    [InlineData("https://elsewhere.example/x", null)]
    public async Task Answer_Location_LeadsThroughTheGateway(string location, string? path)
    {
        await using var hub = new GatewayFixture();
        await hub.StartAsync(context =>
        {
            context.Response.StatusCode = 202;
            context.Response.Headers.Location = location.Replace("{backend}", hub.Backend.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal);
            context.Response.Headers.RetryAfter = "15";
            return Task.CompletedTask;
        });

        using var response = await hub.GetAsync("/apim/b2bconnector/local/triggers/prospect-created");

        Assert.Equal((HttpStatusCode.Accepted, "15"), (response.StatusCode, response.Headers.RetryAfter!.ToString()));
        Assert.Equal(path is null ? location : $"http://{hub.Gateway.Authority}/apim/b2bconnector/local{path}", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Get_TooManyInAMinute_Answers429UntilTheMinuteIsOver()
    {
        var time = new HandClock();
        await using var hub = new GatewayFixture { Options = { RequestsPerMinute = 2, Time = time } };
        await hub.StartAsync();
        const string Prospects = "/apim/b2bconnector/local/prospects";
        (await hub.GetAsync(Prospects)).Dispose();
        time.Advance(TimeSpan.FromSeconds(20));
        (await hub.GetAsync(Prospects)).Dispose();

        using var limited = await hub.GetAsync(Prospects);
        using var other = await hub.GetAsync("/apim/commondataservice/local/api/data/v9.2/leads", "k2");
        time.Advance(TimeSpan.FromSeconds(40));
        using var later = await hub.GetAsync(Prospects);

        Assert.Equal([429, 200, 200], new[] { limited, other, later }.Select(r => (int)r.StatusCode));
        Assert.Equal("40", limited.Headers.RetryAfter!.ToString());
        Assert.Equal("""{"statusCode":429,"message":"Rate limit is exceeded. Try again in 40 seconds."}""", await limited.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_TooManyOfDataverse_Answers429UntilFiveMinutesAreOver()
    {
        var time = new HandClock();
        await using var hub = new GatewayFixture { Options = { DataverseRequests = 1, RequestsPerMinute = 1, Time = time } };
        await hub.StartAsync();
        const string Leads = "/apim/commondataservice/local/api/data/v9.2/leads";
        (await hub.GetAsync(Leads, "k2")).Dispose();
        time.Advance(TimeSpan.FromMinutes(2));

        using var limited = await hub.GetAsync(Leads, "k2");
        time.Advance(TimeSpan.FromMinutes(3));
        using var later = await hub.GetAsync(Leads, "k2");

        Assert.Equal((429, "180", 200), ((int)limited.StatusCode, limited.Headers.RetryAfter!.ToString(), (int)later.StatusCode));
    }

    [Fact]
    public async Task Answer_BackendBreaksOff_BreaksOffToo()
    {
        var arrived = new TaskCompletionSource();
        await using var hub = await new GatewayFixture().StartAsync(async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
            await arrived.Task;
            context.Abort();
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(hub.Gateway, "/apim/commondataservice/local/api/data/v9.2/leads"));
        request.Headers.TryAddWithoutValidation("Authorization", "Key k2");

        using var response = await hub.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        arrived.SetResult();

        Assert.Equal(100, response.Content.Headers.ContentLength);
        await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync());
    }
}
