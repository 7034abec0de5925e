using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Emulation.Faults;

/// <summary>Ends an answer too early, so that the caller knows that something was lost.</summary>
internal static class BrokenConnection
{
    /// <summary>
    /// Cuts the connection in the first line of the answer. Not before it: HTTP clients silently repeat a request when a kept connection
    /// closes without a byte, and the fault would stay unseen.
    /// </summary>
    public static void BeforeTheAnswer(HttpContext context)
    {
        try
        {
            if (!context.RequestAborted.IsCancellationRequested)
            {
                context.Features.Get<IConnectionSocketFeature>()?.Socket.Send("HTTP/1.1 "u8);
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The caller was faster.
        }

        context.Abort();
    }

    /// <summary>
    /// Sends half of the body and ends the connection within a chunk. The chunk is written by hand, because the server would refuse to send
    /// less than it announced, and aborting the connection could overtake the bytes.
    /// </summary>
    public static async Task InTheBodyAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.ContentLength = null;
        response.Headers.TransferEncoding = "chunked";
        response.Headers.Connection = "close";
        await response.Body.WriteAsync(Encoding.ASCII.GetBytes($"{body.Length:X}\r\n"), context.RequestAborted);
        await response.Body.WriteAsync(body[..((body.Length + 1) / 2)], context.RequestAborted);
    }
}
