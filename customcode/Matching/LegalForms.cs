using System.Collections.Frozen;

namespace B2BConnector.CustomCode.Matching;

/// <summary>Legal forms in folded spelling without dots. A list, because there is no rule: add what your countries need.</summary>
internal static class LegalForms
{
    /// <summary>Words at the end of a name.</summary>
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
    [
        "bv", "nv", "vof", "cv", "bvba", "srl", "sprl", "sa", "sas", "sasu", "sarl", "eurl", "snc", "sca", "scs",
        "gmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ug", "ek", "ev", "eg", "gbr", "se", "sce",
        "inc", "incorporated", "corp", "corporation", "co", "company", "llc", "llp", "lp", "pllc",
        "ltd", "limited", "plc", "pty", "pte", "pvt", "cic",
        "kk", "gk", "spa", "sapa", "sl", "slu", "sau", "ltda", "eireli", "cia",
        "ab", "as", "asa", "aps", "oy", "oyj", "hf", "ehf", "sro", "spol", "kft", "zrt", "nyrt", "doo", "ood", "eood",
        "unipessoal", "lda", "bhd", "sdn", "tbk", "jsc", "pjsc", "ooo", "zao", "oao", "pao",
    ]);

    /// <summary>Forms that East Asian names carry at either end, without a space.</summary>
    private static readonly string[] Attached =
    [
        "株式会社", "有限会社", "合同会社", "合資会社", "合名会社", "一般社団法人", "(株)", "(有)",
        "股份有限公司", "有限责任公司", "有限公司", "주식회사", "유한회사",
    ];

    /// <summary>Forms of several words, which single words would not show.</summary>
    private static readonly string[] Phrases = [" sp z oo", " sp zoo", " s a de c v", " sa de cv"];

    /// <summary>The folded name without a form of several words at its end.</summary>
    public static string WithoutPhrase(string name) =>
        Phrases.FirstOrDefault(phrase => name.EndsWith(phrase, StringComparison.Ordinal)) is { } found ? name[..^found.Length] : name;

    /// <summary>Whether a folded word is a legal form.</summary>
    public static bool IsWord(string word) => Words.Contains(word);

    /// <summary>The text without attached forms at its ends, unless nothing else is left.</summary>
    public static string Detach(string text)
    {
        var rest = text.Trim();
        for (var again = true; again;)
        {
            again = false;
            foreach (var form in Attached.Where(f => rest.Length > f.Length))
            {
                var shorter = rest.StartsWith(form, StringComparison.Ordinal) ? rest[form.Length..]
                    : rest.EndsWith(form, StringComparison.Ordinal) ? rest[..^form.Length]
                    : rest;
                again |= shorter.Length < rest.Length;
                rest = shorter.Trim();
            }
        }

        return rest;
    }
}
