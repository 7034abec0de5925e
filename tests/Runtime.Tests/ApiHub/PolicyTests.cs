using Microsoft.AspNetCore.Http;

namespace B2BConnector.Runtime.Tests.ApiHub;

public sealed class PolicyTests
{
    [Theory]
    [InlineData("", "?top=50")]
    [InlineData("?top=7", "?top=7")]
    [InlineData("?a=%2B&b", "?a=%2B&b&top=50")]
    public async Task SetQueryParameter_Skip_AddsOnlyWhatIsMissing(string query, string expected)
    {
        await using var hub = await new GatewayFixture().StartAsync();

        using var listed = await hub.GetAsync("/apim/b2bconnector/local/prospects" + query);
        Assert.Equal("/prospects" + expected, hub.Seen.Target);

        using var single = await hub.GetAsync("/apim/b2bconnector/local/prospects/usrt/1");
        Assert.Equal("/prospects/usrt/1", hub.Seen.Target);
    }

    [Fact]
    public async Task SetHeader_Request_AppendsWithExpressions()
    {
        await using var hub = await new GatewayFixture().StartAsync();

        using var plain = await hub.GetAsync("/apim/b2bconnector/local/prospects");
        Assert.Equal("gateway of usrt.connector.example for nobody", hub.Seen.Headers["X-Caller"]);

        using var named = await hub.GetAsync("/apim/b2bconnector/local/prospects", "k1", ("x-user", "ada"), ("X-Caller", "flow"));
        Assert.Equal("flow,gateway of usrt.connector.example for ada", hub.Seen.Headers["X-Caller"]);
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(404, true)]
    public async Task SetHeader_Failure_MarksErrorsOnly(int status, bool marked)
    {
        await using var hub = await new GatewayFixture().StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        using var response = await hub.GetAsync("/apim/b2bconnector/local/prospects");

        Assert.Equal((status, marked), ((int)response.StatusCode, response.Headers.Contains("X-Failed")));
    }

    [Fact]
    public async Task UpdateNextLink_Page_LeadsThroughTheGatewayAndKeepsTheRest()
    {
        await using var hub = await new GatewayFixture().StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync("""{"value":[{"at":"2026-01-01T00:00:00Z","amount":1.10}],"nextLink":"/prospects?page=2"}""");
        });

        using var response = await hub.GetAsync("/apim/b2bconnector/local/prospects");
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal($$"""{"value":[{"at":"2026-01-01T00:00:00Z","amount":1.10}],"nextLink":"http://{{hub.Gateway.Authority}}/apim/b2bconnector/local/prospects?page=2"}""", body);
        Assert.Equal(body.Length, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task UpdateNextLink_AnswerIsNoJson_PassesItOn()
    {
        await using var hub = await new GatewayFixture().StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync("<html>");
        });

        using var response = await hub.GetAsync("/apim/b2bconnector/local/prospects");

        Assert.Equal("<html>", await response.Content.ReadAsStringAsync());
    }
}
