using B2BConnector.Metadata;

if (args is not [var assembly, var libCustom, var language, var list])
{
    Console.Error.WriteLine("usage: Metadata <assembly> <lib/custom folder> <language, such as net8> <file that receives the paths written>");
    return 2;
}

try
{
    var functions = FunctionReader.Read(assembly);
    var written = LibCustomFolder.Write(libCustom, Path.GetFileName(assembly), [.. functions.Select(f => FunctionJson.Of(f, Path.GetFileName(assembly), language))]);
    // Last: without it the next build starts over.
    File.WriteAllLines(list, written);
    return 0;
}
catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidFunctionException)
{
    // The form that the build shows as an error of its own.
    Console.Error.WriteLine($"{assembly} : error CC0001: {failure.Message}");
    return 1;
}
