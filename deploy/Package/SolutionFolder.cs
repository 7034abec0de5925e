using System.Text;
using System.Xml.Linq;

namespace B2BConnector.Package;

/// <summary>The files of an unpacked solution, or of an archive: paths with forward slashes, in ordinal order.</summary>
internal sealed class SolutionFolder
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, byte[]> Files => _files;

    public byte[] this[string path]
    {
        get => _files[path];
        set => _files[path] = value;
    }

    public static SolutionFolder Read(string folder)
    {
        var read = new SolutionFolder();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            read[Path.GetRelativePath(folder, file).Replace('\\', '/')] = File.ReadAllBytes(file);
        }

        return read;
    }

    public IEnumerable<string> Under(string folder, string ending) =>
        _files.Keys.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal) && path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public string Text(string path) => Encoding.UTF8.GetString(_files[path]).TrimStart('\uFEFF');

    public XDocument Xml(string path) => XDocument.Parse(Text(path));

    public void Write(string path, string text) => _files[path] = Encoding.UTF8.GetBytes(text);

    public void Write(string path, XDocument xml) => Write(path, XmlText.Write(xml));

    public void Remove(string path) => _files.Remove(path);

    public SolutionFolder Copy()
    {
        var copy = new SolutionFolder();
        foreach (var (path, content) in _files)
        {
            copy[path] = [.. content];
        }

        return copy;
    }
}
