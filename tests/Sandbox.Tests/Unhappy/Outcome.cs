namespace B2BConnector.Sandbox.Tests.Unhappy;

/// <summary>What became of a prospect.</summary>
/// <param name="Status">As Commerce sees it.</param>
/// <param name="Leads">How many leads it has.</param>
/// <param name="Issues">Steps of its sync issues.</param>
/// <param name="Reasons">Their reasons.</param>
/// <param name="Customers">Customers in Commerce with its company's name or its requester's e-mail.</param>
internal sealed record Outcome(string Status, int Leads, string Issues, string Reasons, int Customers);
