namespace LogicAppUnit.Mocking;

/// <summary>A matcher that waits for its answer.</summary>
public interface IMockResponse
{
    /// <summary>What matching calls get.</summary>
    void RespondWith(IMockResponseBuilder mockResponseBuilder);

    /// <summary>Matching calls get 200 without content.</summary>
    void RespondWithDefault();
}
