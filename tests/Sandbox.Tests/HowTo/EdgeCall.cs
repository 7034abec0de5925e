using Newtonsoft.Json.Linq;

namespace B2BConnector.Sandbox.Tests.HowTo;

/// <summary>A call that reached the edge.</summary>
internal sealed record EdgeCall(string Path, JObject Body);
