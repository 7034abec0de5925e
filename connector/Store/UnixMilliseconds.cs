using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace B2BConnector.Connector.Store;

/// <summary>Keeps a moment as milliseconds since 1970.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    moment => moment.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
