using System.Net;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Content;

/// <summary>Form posts as lists of key and value.</summary>
internal static class FormBody
{
    public static JArray Read(string text)
    {
        var fields = new JArray();
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=');
            var key = at < 0 ? pair : pair[..at];
            fields.Add(new JObject { ["key"] = WebUtility.UrlDecode(key), ["value"] = at < 0 ? "" : WebUtility.UrlDecode(pair[(at + 1)..]) });
        }

        return fields;
    }
}
