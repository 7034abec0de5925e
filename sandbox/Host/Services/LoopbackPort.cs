using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace B2BConnector.Host.Services;

/// <summary>Ports are looked at before anything starts, so that a taken one is a sentence and not a stack trace.</summary>
internal static class LoopbackPort
{
    // Below what operating systems give to outgoing calls (Linux from 32768, Windows and macOS from 49152): a port that one of those picks while
    // the services start would be taken before they listen.
    private const int FirstFree = 10_000;
    private const int BehindFree = 32_768;
    private const int Tries = 100;

    // Each process begins elsewhere and goes on from there, so that it never gives one port to two services.
    private static int s_given = RandomNumberGenerator.GetInt32(BehindFree - FirstFree);

    /// <summary>The port itself, or a free one for 0.</summary>
    /// <exception cref="SandboxFailure">The port is taken.</exception>
    public static int Require(int port, string service, string option)
    {
        if (port != 0)
        {
            return IsFree(port) ? port : throw new SandboxFailure($"Port {port} of the {service} is taken by another program. Stop that one, or choose another port with {option}.");
        }

        for (var i = 0; i < Tries; i++)
        {
            var free = FirstFree + (int)((uint)Interlocked.Increment(ref s_given) % (BehindFree - FirstFree));
            if (IsFree(free))
            {
                return free;
            }
        }

        throw new SandboxFailure($"No free port was found for the {service} between {FirstFree} and {BehindFree - 1}. Choose one with {option}.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
