using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Benchmarks.Connector;

/// <summary>
/// The least that can answer: no caller is asked for, nothing is checked. /direct gives a prospect that it has, /upstream asks the one
/// that stands in for Commerce and picks the same fields, and /data is that one, over a socket.
/// </summary>
internal sealed class BareApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _upstream = new(new SocketsHttpHandler());

    private BareApi(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<BareApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var api = new BareApi(app);
        var row = JsonNode.Parse(OneProspect.Row)!.Deserialize();
        app.MapGet("/direct/{legalEntity}/{prospectId}", (string legalEntity, string prospectId) => TypedResults.Ok(BareProspect.Of(row)));
        app.MapGet("/upstream/{legalEntity}/{prospectId}", (string legalEntity, string prospectId, CancellationToken cancel) => api.AskAsync(prospectId, cancel));
        app.MapGet("/data/{**rest}", (string rest) => TypedResults.Text(rest.EndsWith(')') ? OneProspect.Row : "{\"value\":[]}", "application/json"));
        await app.StartAsync();
        return api;
    }

    public async ValueTask DisposeAsync()
    {
        _upstream.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task<IResult> AskAsync(string prospectId, CancellationToken cancel) =>
        TypedResults.Ok(BareProspect.Of((await _upstream.GetFromJsonAsync<BareRow>(new Uri(Address, $"/data/Prospects(dataAreaId='usrt',ProspectId='{prospectId}')?cross-company=true&$expand=Party"), cancel))!));
}
