namespace B2BConnector.Connector;

/// <summary>
/// Told +1 when background work begins and -1 when it ends or waits. Nobody listens by default; a host with a clock of its own moves it
/// when nothing is at work.
/// </summary>
public delegate void BusyReport(int change);
