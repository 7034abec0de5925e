namespace LogicAppUnit;

/// <summary>A call that the workflow made.</summary>
public class MockRequest
{
    /// <summary>When it was made: local time of the run's clock.</summary>
    public DateTime Timestamp { get; set; } = TimeProvider.System.GetLocalNow().DateTime;

    /// <summary>The address.</summary>
    public Uri RequestUri { get; set; } = null!;

    /// <summary>The verb.</summary>
    public HttpMethod Method { get; set; } = null!;

    /// <summary>Headers besides those of the content.</summary>
    public Dictionary<string, IEnumerable<string>> Headers { get; set; } = null!;

    /// <summary>The body as text; empty without one.</summary>
    public string Content { get; set; } = null!;

    /// <summary>Headers of the content.</summary>
    public Dictionary<string, IEnumerable<string>> ContentHeaders { get; set; } = null!;
}
