using Microsoft.AspNetCore.Http.Features;

namespace B2BConnector.Connector.Errors;

/// <summary>
/// Refuses a body that is too large in words. The server's own limit closes the connection while the caller still sends, and a caller whose
/// connection breaks may never read the answer.
/// </summary>
internal sealed class BodySize(RequestDelegate next)
{
    /// <summary>The server's own limit, in bytes: up to here it reads what was refused to its end.</summary>
    public const int ReadToItsEnd = 8 * ConnectorApp.MaxRequestBytes;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.ContentLength > ConnectorApp.MaxRequestBytes)
        {
            throw ConnectorErrors.OfStatus(StatusCodes.Status413PayloadTooLarge);
        }

        if (context.Request.ContentLength is null && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            context.Request.Body = new ChunkedBody(context.Request.Body);
        }

        return next(context);
    }

    /// <summary>A body in chunks tells its length only at its end.</summary>
    private sealed class ChunkedBody(Stream sent) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Counted(await sent.ReadAsync(buffer, cancellationToken));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => Counted(sent.Read(buffer, offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int Counted(int read) =>
            (_read += read) <= ConnectorApp.MaxRequestBytes ? read : throw ConnectorErrors.OfStatus(StatusCodes.Status413PayloadTooLarge);
    }
}
