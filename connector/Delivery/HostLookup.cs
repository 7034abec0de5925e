using System.Net;

namespace B2BConnector.Connector.Delivery;

/// <summary>Finds the addresses of a host; replaced in tests, where no name server is asked.</summary>
internal delegate Task<IPAddress[]> HostLookup(string host, CancellationToken cancel);
