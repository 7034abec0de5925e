using System.Reflection;
using Newtonsoft.Json.Linq;

namespace LogicAppUnit.Runs;

/// <summary>Adds what failed in the run to the message of a failed assertion. Any test framework's: the exception keeps its type, or the nearest one above it that can be made of a message.</summary>
internal static class FailedAssertion
{
    public static void Explain(Action assertion, Func<IEnumerable<JToken>> actions)
    {
        try
        {
            assertion();
        }
        catch (Exception failure) when (IsAssertion(failure.GetType()))
        {
            var failed = actions().Where(action => (string?)action["properties"]!["status"] is "Failed" or "Running").ToList();
            if (failed.Count == 0)
            {
                throw;
            }

            throw Again(failure, $"{failure.Message}{Environment.NewLine}{Environment.NewLine}Failed actions:{Environment.NewLine}{string.Join($",{Environment.NewLine}", failed)}");
        }
    }

    private static bool IsAssertion(Type? type) =>
        type is not null && (type.Name is "AssertFailedException" or "XunitException" or "AssertionException" || IsAssertion(type.BaseType));

    private static Exception Again(Exception failure, string message)
    {
        for (var type = failure.GetType(); type is not null; type = type.BaseType)
        {
            if (!type.IsAbstract && type.GetConstructor(BindingFlags.Public | BindingFlags.Instance, [typeof(string), typeof(Exception)]) is { } constructor)
            {
                return (Exception)constructor.Invoke([message, failure]);
            }
        }

        return new TestException(message, failure);
    }
}
