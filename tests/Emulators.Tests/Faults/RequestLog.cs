using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Emulators.Tests.Faults;

/// <summary>Hears of every request after the emulator is through with it, also of those whose caller is gone.</summary>
internal sealed class RequestLog : ILoggerFactory, ILogger
{
    private readonly Channel<(string Method, int Status, string? Error)> _requests = Channel.CreateUnbounded<(string, int, string?)>();

    /// <summary>Status and code of the next request with this method; fails the test when none comes.</summary>
    public async Task<(int Status, string? Error)> NextAsync(string method)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (true)
        {
            var request = await _requests.Reader.ReadAsync(limit.Token);
            if (request.Method == method) return (request.Status, request.Error);
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id != 3001 || state is not IReadOnlyList<KeyValuePair<string, object?>> values) return;
        var named = values.ToDictionary(value => value.Key, value => value.Value);
        _requests.Writer.TryWrite(((string)named["Method"]!, (int)named["Status"]!, (string?)named["Error"]));
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
    }
}
