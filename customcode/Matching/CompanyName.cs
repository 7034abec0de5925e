using System.Text;

namespace B2BConnector.CustomCode.Matching;

/// <summary>A company's name without what differs from one writing to the next: case, diacritics, punctuation, legal form.</summary>
internal sealed class CompanyName
{
    private readonly string _normalised;

    private CompanyName(string normalised, IReadOnlyList<string> searchTerms)
    {
        _normalised = normalised;
        SearchTerms = searchTerms;
    }

    /// <summary>One or two texts (as written, and folded) that a writing of this name contains; a word as a rule.</summary>
    public IReadOnlyList<string> SearchTerms { get; }

    /// <summary>Null for a text without a letter or digit.</summary>
    public static CompanyName? Of(string? name)
    {
        var normalised = Normalise(name);
        return normalised.Length == 0 ? null : new CompanyName(normalised, Terms(name!, normalised));
    }

    /// <summary>Whether another text is the same name.</summary>
    public bool Same(string? other) => Normalise(other) == _normalised;

    public override string ToString() => _normalised;

    private static string Normalise(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return "";
        }

        var joined = string.Join(' ', JoinInitials(Words(LegalForms.Detach(FoldedText.Of(name)), joined: ".'’")));
        var words = LegalForms.WithoutPhrase(joined).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var end = words.Length;
        // At least one word stays: a company may be called "Company".
        while (end > 1 && LegalForms.IsWord(words[end - 1]))
        {
            end--;
        }

        return string.Join(' ', words.Take(end));
    }

    // The longest word of the name proper: the fewest rows come back. Words are cut at every sign, so that a writing
    // with or without it contains them.
    private static string[] Terms(string name, string normalised)
    {
        var proper = Words(LegalForms.Detach(name.Trim()), joined: "");
        var best = proper.Where(word => normalised.Contains(FoldedText.Of(word), StringComparison.Ordinal))
            .DefaultIfEmpty(normalised.Split(' ')[0])
            .MaxBy(word => word.Length)!;
        if (best.Length < 3)
        {
            // "H&M": single letters are in every name, the name as written is not.
            var written = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            best = string.Join(' ', Enumerable.Reverse(written).SkipWhile(word => LegalForms.IsWord(Normalise(word))).Reverse().DefaultIfEmpty(best));
        }

        return [.. new[] { best, FoldedText.Of(best) }.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static List<string> Words(string text, string joined)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text.Append(' '))
        {
            if (FoldedText.IsWordPart(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0 && !joined.Contains(c, StringComparison.Ordinal))
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    // "B. V." and "S A R L" are one word.
    private static List<string> JoinInitials(List<string> words)
    {
        var joined = new List<string>();
        var initials = false;
        foreach (var word in words)
        {
            if (word.Length == 1 && initials)
            {
                joined[^1] += word;
            }
            else
            {
                joined.Add(word);
            }

            initials = word.Length == 1;
        }

        return joined;
    }
}
