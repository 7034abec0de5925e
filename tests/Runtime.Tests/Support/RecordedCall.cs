namespace B2BConnector.Runtime.Tests.Support;

/// <summary>One outbound call; <paramref name="Number"/> counts from 1.</summary>
internal sealed record RecordedCall(int Number, string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body);
