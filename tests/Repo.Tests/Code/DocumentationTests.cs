using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Code;

/// <summary>Who programs against a public type reads its summary first. Tests, and entry points without callers, are exempt.</summary>
public sealed class DocumentationTests
{
    private static readonly Regex PublicType = new(@"^public (?:(?:sealed|static|abstract|partial|readonly|ref|unsafe) )*(?:class|record(?: struct| class)?|struct|interface|enum|delegate) ");
    private static readonly string[] Folders = ["connector", "customcode", "sandbox"];

    [Fact]
    public void PublicTypes_All_SayWhatTheyAre() =>
        Rule.Holds(Undocumented(Tree.Repository), "Write a <summary> above these types (shape, units, errors, source of truth), or make them internal:");

    [Fact]
    public void Undocumented_TypeBehindAttribute_IsFound() =>
        Rule.Finds(
            Undocumented(Tree.Of(
                ("sandbox/A.cs", "/// <summary>Fine.</summary>\n[Serializable]\npublic sealed record A;\ninternal class B;"),
                ("sandbox/C.cs", "// no\n[Obsolete]\npublic static class C;"))),
            "sandbox/C.cs:3");

    private static IEnumerable<string> Undocumented(Tree tree)
    {
        foreach (var path in Folders.SelectMany(folder => tree.Under(folder, ".cs")).Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal)))
        {
            var lines = tree.Text(path).Split('\n');
            for (var number = 0; number < lines.Length; number++)
            {
                if (PublicType.IsMatch(lines[number]) && !IsDocumented(lines, number))
                {
                    yield return $"{path}:{number + 1}: {lines[number]}";
                }
            }
        }
    }

    private static bool IsDocumented(string[] lines, int number)
    {
        while (--number >= 0 && (lines[number].StartsWith('[') || lines[number].StartsWith(' ')))
        {
        }

        return number >= 0 && lines[number].StartsWith("///", StringComparison.Ordinal);
    }
}
