using System.Runtime.InteropServices;

namespace B2BConnector.Func;

/// <summary>Starts the host in the current folder and stays until it is told to stop.</summary>
internal static class FuncCommand
{
    /// <returns>0 = stopped by SIGTERM or Ctrl+C, 2 = it could not start.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is ["--version"] or ["-v"])
        {
            Console.WriteLine(typeof(FuncCommand).Assembly.GetName().Version!.ToString(3));
            return 0;
        }

        if (arguments is [] or ["--help"] or ["-h"] or ["help"] or ["start", "--help"])
        {
            Console.WriteLine(FuncOptions.Help);
            return 0;
        }

        using var stop = new CancellationTokenSource();
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        try
        {
            await using var host = await FuncHost.StartAsync(FuncOptions.Parse(arguments), Directory.GetCurrentDirectory(), stop.Token);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (FuncFailure failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 2;
        }

        return 0;

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
