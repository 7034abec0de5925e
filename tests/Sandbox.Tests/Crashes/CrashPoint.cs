namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>The text of a point at which a process could die: "before commit of action create-lead/Add_lead Succeeded + run create-lead Running".</summary>
internal static class CrashPoint
{
    private const string Of = " of ";

    /// <summary>
    /// Each step at its moment, without what became of it: "before commit of action create-lead/Add_lead". What is committed together
    /// depends on who of two is first; the steps do not.
    /// </summary>
    public static IEnumerable<string> StepsOf(string point)
    {
        var begin = point.IndexOf(Of, StringComparison.Ordinal) + Of.Length;
        return point[begin..].Split(" + ").Select(part => point[..begin] + WithoutState(part));
    }

    private static string WithoutState(string part) =>
        part.Split(' ') is ["action" or "run" or "history", var name, ..] words ? $"{words[0]} {name}" : part;
}
