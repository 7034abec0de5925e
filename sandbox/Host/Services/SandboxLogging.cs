namespace B2BConnector.Host.Services;

/// <summary>Logs go to standard error: standard output belongs to what was asked for.</summary>
internal static class SandboxLogging
{
    public static ILoggerFactory Create(LogLevel level) => LoggerFactory.Create(logging => logging
        .SetMinimumLevel(level)
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        })
        .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));

    /// <summary>Ends logging last, after the services that log.</summary>
    internal sealed class Owner(ILoggerFactory loggers) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            loggers.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
