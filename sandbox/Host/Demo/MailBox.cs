namespace B2BConnector.Host.Demo;

/// <summary>The mails that Commerce wrote: <c>{legalEntity}-{prospectId}-{approved|rejected}.eml</c>, a number behind the type where one was written twice.</summary>
internal static class MailBox
{
    /// <summary>The mail files of one prospect.</summary>
    public static IReadOnlyList<string> Files(string folder, string key) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, $"{key.Replace(':', '-')}-*.eml").Order(StringComparer.Ordinal)]
        : [];

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string folder) =>
        !Directory.Exists(folder)
            ? new Dictionary<string, IReadOnlyList<string>>()
            : Directory.EnumerateFiles(folder, "*.eml")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Select(name => (Name: name, First: name.IndexOf('-', StringComparison.Ordinal), Last: name.LastIndexOf('-')))
                .Where(mail => mail.First > 0 && mail.Last > mail.First)
                .GroupBy(mail => $"{mail.Name[..mail.First]}:{mail.Name[(mail.First + 1)..mail.Last]}", mail => mail.Name[(mail.Last + 1)..], StringComparer.OrdinalIgnoreCase)
                .ToDictionary(mails => mails.Key, mails => (IReadOnlyList<string>)[.. mails.Order(StringComparer.Ordinal)], StringComparer.OrdinalIgnoreCase);
}
