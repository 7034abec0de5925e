using System.Reflection;
using Xunit.Sdk;

namespace B2BConnector.Connector.Tests.Store;

/// <summary>The tests of a class, to run them once more under other circumstances.</summary>
internal static class RulesOfTests
{
    /// <summary>One row for each fact, and for each row of data of a theory: class, method, number of the row.</summary>
    public static IEnumerable<(string Class, string Method, int Row)> Of(Type tests) =>
        from method in tests.GetMethods(BindingFlags.Instance | BindingFlags.Public)
        where method.GetCustomAttribute<FactAttribute>() is { Skip: null }
        from row in Enumerable.Range(0, RowsOf(method).Count)
        select (tests.FullName!, method.Name, row);

    /// <summary>Runs one of them as xunit would: a new object, and its end disposed.</summary>
    public static async Task RunAsync(string tests, string method, int row)
    {
        var type = typeof(RulesOfTests).Assembly.GetType(tests, throwOnError: true)!;
        var found = type.GetMethod(method)!;
        var instance = Activator.CreateInstance(type)!;
        try
        {
            if (found.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, RowsOf(found)[row], null) is Task running)
            {
                await running;
            }
        }
        finally
        {
            (instance as IDisposable)?.Dispose();
        }
    }

    private static List<object?[]> RowsOf(MethodInfo method) => method.GetCustomAttribute<TheoryAttribute>() is null
        ? [[]]
        : [.. method.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(method)).Select(row => Complete(row, method.GetParameters()))];

    private static object?[] Complete(object?[] row, ParameterInfo[] parameters) => [.. row, .. parameters.Skip(row.Length).Select(parameter => parameter.DefaultValue)];
}
