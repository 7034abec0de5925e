namespace B2BConnector.Runtime.CustomCode;

/// <summary>
/// Puts app settings into the process environment, where functions read them. What the process was started with wins;
/// what an earlier project left is replaced, so the project loaded last is the one that functions see.
/// </summary>
internal static class ProcessSettings
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, string> Ours = [];

    public static void Apply(IReadOnlyDictionary<string, string> appSettings)
    {
        lock (Gate)
        {
            foreach (var (name, value) in appSettings)
            {
                if (Environment.GetEnvironmentVariable(name) is not { } present || (Ours.TryGetValue(name, out var ours) && ours == present))
                {
                    Environment.SetEnvironmentVariable(name, value);
                    Ours[name] = value;
                }
            }
        }
    }
}
