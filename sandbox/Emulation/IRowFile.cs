using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulation;

/// <summary>Where committed rows survive the process.</summary>
internal interface IRowFile : IDisposable
{
    IEnumerable<(string Table, string Key, JObject Row)> Load();

    /// <summary>Writes all changes in one transaction; null means the row is gone.</summary>
    void Save(IReadOnlyDictionary<(string Table, string Key), JObject?> changes);
}
