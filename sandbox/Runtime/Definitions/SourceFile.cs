using System.Text;
using B2BConnector.Runtime.Definitions.Checks;
using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Definitions;

/// <summary>Reads one JSON file of a project folder, whatever lies there: what is wrong is a problem, never an exception.</summary>
internal static class SourceFile
{
    /// <summary>Far more than 500 actions need; what is larger is no definition.</summary>
    private const int MaximumBytes = 32 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="file">Full path of a file that exists.</param>
    /// <param name="shown">The path as people see it.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>Null when the file cannot be used.</returns>
    public static JsonSource? Read(string file, string shown, List<Problem> problems)
    {
        var text = "";
        try
        {
            if (Bytes(file, shown, problems) is not { } bytes)
            {
                return null;
            }

            text = Decode(bytes);
            var duplicates = new List<(string Name, string Path, int Offset)>();
            var source = JsonSourceReader.Read(shown, text, (twice, path, offset) => duplicates.Add((twice, path, offset)));
            var sink = new SourceProblems(source, problems);
            foreach (var (twice, path, offset) in duplicates)
            {
                var action = path.EndsWith(".actions", StringComparison.Ordinal);
                sink.AddAt(action ? RuntimeProblems.DuplicateName(path, twice) : RuntimeProblems.DuplicateProperty(path, twice), source.Position(offset));
            }

            return source;
        }
        catch (DecoderFallbackException exception)
        {
            var (line, column) = Place(file, exception.Index);
            problems.Add(DefinitionProblems.NotUtf8() with { File = shown, Line = line, Column = column });
        }
        catch (JsonSyntaxException exception)
        {
            var (line, column) = JsonSource.Position(text, exception.Offset);
            problems.Add(RuntimeProblems.MalformedJson(exception.Message) with { File = shown, Line = line, Column = column });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(RuntimeProblems.UnreadableFile(exception.Message) with { File = shown });
        }

        return null;
    }

    private static byte[]? Bytes(string file, string shown, List<Problem> problems)
    {
        using var stream = File.OpenRead(file);
        if (stream.Length > MaximumBytes)
        {
            problems.Add(DefinitionProblems.FileTooLarge(MaximumBytes, stream.Length) with { File = shown });
            return null;
        }

        // A device says that it is empty and never ends.
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Decode(byte[] bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes.AsSpan(2)),
        [0xEF, 0xBB, 0xBF, ..] => Strict.GetString(bytes.AsSpan(3)),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)),
        _ => Strict.GetString(bytes),
    };

    private static (int Line, int Column) Place(string file, int index)
    {
        var before = Encoding.UTF8.GetString(File.ReadAllBytes(file).AsSpan(0, index));
        return JsonSource.Position(before, before.Length);
    }
}
