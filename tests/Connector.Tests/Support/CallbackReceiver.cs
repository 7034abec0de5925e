using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Connector.Tests.Support;

/// <summary>Who events are delivered to: a real server on a free port of the loopback that keeps what it got.</summary>
internal sealed class CallbackReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<ReceivedEvent> _received = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiters = [];

    private CallbackReceiver(WebApplication app) => _app = app;

    /// <summary>What it answers; 200 by default.</summary>
    public Func<ReceivedEvent, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public IReadOnlyList<ReceivedEvent> Received
    {
        get
        {
            lock (_gate)
            {
                return [.. _received];
            }
        }
    }

    public int Port => new Uri(_app.Urls.Single()).Port;

    /// <summary>A callback address; the end of it is the secret part.</summary>
    public string Callback => $"http://127.0.0.1:{Port}/callbacks/1?sig=very-secret-signature";

    public static async Task<CallbackReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new CallbackReceiver(app);
        app.Run(receiver.ReceiveAsync);
        await app.StartAsync();
        return receiver;
    }

    public void AnswerStatus(int status) => Answer = (_, context) =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    /// <summary>Ends when so many requests have arrived, answered or not.</summary>
    public Task WhenReceivedAsync(int count)
    {
        lock (_gate)
        {
            if (_received.Count >= count)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((count, reached));
            return reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        var received = new ReceivedEvent(
            context.Request.Path,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            text,
            JsonNode.Parse(text)!.AsObject());
        lock (_gate)
        {
            _received.Add(received);
            foreach (var waiter in _waiters.Where(waiter => waiter.Count <= _received.Count))
            {
                waiter.Reached.TrySetResult();
            }
        }

        await Answer(received, context);
    }
}

/// <summary>One request that arrived.</summary>
internal sealed record ReceivedEvent(string Path, IReadOnlyDictionary<string, string> Headers, string Text, JsonObject Body)
{
    public string Prospect => Body["prospectId"]!.GetValue<string>();

    public string Status => Body["status"]!.GetValue<string>();

    public string WebhookId => Headers["webhook-id"];
}
