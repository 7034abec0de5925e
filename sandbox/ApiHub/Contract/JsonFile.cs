using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.ApiHub.Contract;

/// <summary>Reads a JSON object from a file, or says in a sentence why not.</summary>
internal static class JsonFile
{
    public static JObject? Read(string file, ICollection<string> problems)
    {
        try
        {
            using var reader = new JsonTextReader(new StreamReader(file)) { DateParseHandling = DateParseHandling.None };
            return JObject.Load(reader);
        }
        catch (JsonReaderException broken)
        {
            problems.Add($"{file}({broken.LineNumber},{broken.LinePosition}) is no valid JSON: {broken.Message}");
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{file} cannot be read: {missing.Message}");
        }

        return null;
    }
}
