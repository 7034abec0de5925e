using System.Net;

namespace B2BConnector.Host.ConsolePages.Systems;

/// <summary>A system gave no usable answer. The message is one sentence for people.</summary>
internal sealed class SystemDown(string system, string message, HttpStatusCode? status = null) : Exception(message)
{
    public string System { get; } = system;

    /// <summary>What it answered; null = nothing.</summary>
    public HttpStatusCode? Status { get; } = status;
}
