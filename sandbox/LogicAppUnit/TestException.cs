namespace LogicAppUnit;

/// <summary>A test asks for something that the project or the run does not have. The message says what, and what to do.</summary>
public class TestException : Exception
{
    /// <summary>Without a message.</summary>
    public TestException()
    {
    }

    /// <summary>With a message.</summary>
    public TestException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and what led to it.</summary>
    public TestException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
