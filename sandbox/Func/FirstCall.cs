namespace B2BConnector.Func;

/// <summary>
/// Makes the host's first call to itself, right after it says that it has started: what the first call loads and compiles is there when the first
/// caller comes. Tools take half a second from the line they wait for to their first call.
/// </summary>
internal static class FirstCall
{
    public static async Task MakeAsync(Uri address, CancellationToken stop)
    {
        try
        {
            using var client = new HttpClient();
            (await client.GetAsync(new Uri(address, "/admin/host/status"), stop)).Dispose();
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            // The host stops already; nobody is served any worse.
        }
    }
}
