using Microsoft.Extensions.Logging;

namespace B2BConnector.Func;

/// <summary>Logs of engine, scripts and functions on standard output. Of our own, because the library's writer costs a tenth of the time to be ready.</summary>
internal sealed class HostLogs(HostOutput output) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Category(categoryName, output);

    public void Dispose()
    {
        // Standard output stays open until the process ends.
    }

    private sealed class Category(string name, HostOutput output) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            output.Line($"{logLevel}: {name}: {formatter(state, exception)}{(exception is null ? "" : $" {exception}")}");
    }
}
