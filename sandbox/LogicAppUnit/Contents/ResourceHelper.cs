using System.Reflection;

namespace LogicAppUnit.Helper;

/// <summary>Reads resources that are embedded in an assembly of tests.</summary>
public static class ResourceHelper
{
    /// <summary>A resource of the assembly that calls.</summary>
    /// <exception cref="TestException">There is no such resource.</exception>
    public static Stream GetAssemblyResourceAsStream(string resourceName) => GetAssemblyResourceAsStream(resourceName, Assembly.GetCallingAssembly());

    /// <summary>A resource of an assembly.</summary>
    /// <exception cref="TestException">There is no such resource.</exception>
    public static Stream GetAssemblyResourceAsStream(string resourceName, Assembly containingAssembly)
    {
        ArgumentNullException.ThrowIfNull(resourceName);
        ArgumentNullException.ThrowIfNull(containingAssembly);
        return containingAssembly.GetManifestResourceStream(resourceName) ?? throw new TestException(
            $"The assembly '{containingAssembly.GetName().Name}' has no resource '{resourceName}'. It has: {string.Join(", ", containingAssembly.GetManifestResourceNames())}. Write the full name with its namespace, and let the project embed the file.");
    }

    /// <summary>The text of a resource of the assembly that calls.</summary>
    /// <exception cref="TestException">There is no such resource.</exception>
    public static string GetAssemblyResourceAsString(string resourceName) => GetAssemblyResourceAsString(resourceName, Assembly.GetCallingAssembly());

    /// <summary>The text of a resource of an assembly.</summary>
    /// <exception cref="TestException">There is no such resource.</exception>
    public static string GetAssemblyResourceAsString(string resourceName, Assembly containingAssembly) =>
        ContentHelper.ConvertStreamToString(GetAssemblyResourceAsStream(resourceName, containingAssembly));
}
