using System.Collections.Concurrent;
using System.Threading.Channels;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Dataverse;

/// <summary>Receives callbacks on a free port and answers what the test wants, 202 unless told otherwise.</summary>
internal sealed class CallbackListener : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication _app;
    private readonly Channel<JObject> _received = Channel.CreateUnbounded<JObject>();
    private readonly ConcurrentQueue<int> _answers = new();

    private CallbackListener()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/{**path}", async context =>
        {
            var body = await SandboxJson.ReadAsync(context);
            body["$path"] = context.Request.Path.Value;
            context.Response.StatusCode = _answers.TryDequeue(out var status) ? status : StatusCodes.Status202Accepted;
            await context.Response.CompleteAsync();
            _received.Writer.TryWrite(body);
        });
    }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<CallbackListener> StartAsync()
    {
        var listener = new CallbackListener();
        await listener._app.StartAsync();
        return listener;
    }

    /// <summary>What to answer to the next callbacks, in order.</summary>
    public void AnswerNext(params int[] statuses)
    {
        foreach (var status in statuses) _answers.Enqueue(status);
    }

    /// <summary>The next callback; fails the test when none comes.</summary>
    public async Task<JObject> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        return await _received.Reader.ReadAsync(limit.Token);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
