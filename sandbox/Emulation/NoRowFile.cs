using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulation;

/// <summary>Data that lives as long as the process.</summary>
internal sealed class NoRowFile : IRowFile
{
    public IEnumerable<(string Table, string Key, JObject Row)> Load() => [];

    public void Save(IReadOnlyDictionary<(string Table, string Key), JObject?> changes)
    {
    }

    public void Dispose()
    {
    }
}
