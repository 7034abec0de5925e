namespace LogicAppUnit.Mocking;

/// <summary>A matcher with its answer.</summary>
public class MockResponse : IMockResponse
{
    private readonly MockRequestMatcher matcher;
    private MockResponseBuilder? builder;

    internal MockResponse(string? name, IMockRequestMatcher mockRequestMatcher)
    {
        ArgumentNullException.ThrowIfNull(mockRequestMatcher);
        MockName = name;
        matcher = (MockRequestMatcher)mockRequestMatcher;
    }

    internal string? MockName { get; }

    /// <inheritdoc/>
    public void RespondWith(IMockResponseBuilder mockResponseBuilder)
    {
        ArgumentNullException.ThrowIfNull(mockResponseBuilder);
        builder = (MockResponseBuilder)mockResponseBuilder;
    }

    /// <inheritdoc/>
    public void RespondWithDefault() => builder = (MockResponseBuilder)MockResponseBuilder.Create();

    /// <summary>The answer to a call that matches; null to others.</summary>
    /// <exception cref="TestException">The mock has no answer.</exception>
    internal MockResponseBuilder? AnswerTo(ReceivedCall call)
    {
        if (builder is null)
        {
            throw new TestException("The mock has no answer: call RespondWith(), or RespondWithDefault() for 200 without content.");
        }

        var refused = matcher.Refuse(call);
        call.Log.Add(refused is null ? "    Matched" : $"    Not matched - {refused}");
        return refused is null ? builder : null;
    }
}
