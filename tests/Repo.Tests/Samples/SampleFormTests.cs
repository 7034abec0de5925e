using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Samples;

/// <summary>Every sample is a form that a site would accept: the rules of onboarding-requests.schema.json, checked in code.</summary>
public sealed class SampleFormTests
{
    private static readonly string[] Required = ["firstName", "lastName", "email", "companyName"];

    /// <summary>Longest text per field: the smaller of what Dataverse and Commerce headquarters keep.</summary>
    private static readonly Dictionary<string, int> Texts = new()
    {
        ["firstName"] = 50, ["lastName"] = 50, ["email"] = 80, ["phone"] = 20, ["phoneExtension"] = 10, ["companyName"] = 100,
        ["department"] = 60, ["website"] = 200, ["language"] = 10, ["comments"] = 2000,
    };

    private static readonly Dictionary<string, int> AddressTexts = new()
    {
        ["street"] = 250, ["streetNumber"] = 20, ["city"] = 60, ["county"] = 10, ["state"] = 10, ["zipCode"] = 10, ["postBox"] = 20, ["country"] = 3,
    };

    private static readonly Dictionary<string, Regex> Shapes = new()
    {
        ["email"] = new(@"^[^@\s]+@[^@\s]+\.[^@\s]+$"),
        ["phone"] = new("^[0-9 +()-]+$"),
        ["phoneExtension"] = new("^[0-9]+$"),
        ["language"] = new("^[a-z]{2}-[A-Z]{2}$"),
        ["country"] = new("^[A-Z]{3}$"),
    };

    private static readonly Regex ExampleDomain = new(@"(@|^|//|\.)(example\.(com|org|net)|[a-z0-9-]+\.example)($|/)", RegexOptions.IgnoreCase);

    [Fact]
    public void Samples_Forms_AreValid() =>
        Rule.Holds(Sample.All.SelectMany(sample => Faults(sample.Request).Select(fault => $"{sample.Id}: {fault}")), "A site would refuse these samples:");

    [Fact]
    public void Samples_Addresses_BelongToNobody() =>
        Rule.Holds(
            Sample.All.SelectMany(sample => new[] { sample.Field("email"), sample.Field("website") }).OfType<string>().Where(text => !ExampleDomain.IsMatch(text)),
            "Use domains reserved for examples (example.com, *.example):");

    [Fact]
    public void Faults_BadForm_AreAllFound() =>
        Rule.Finds(
            Faults(new JsonObject
            {
                ["firstName"] = new string('a', 51),
                ["email"] = "no at sign",
                ["phone"] = "call me",
                ["companyName"] = "A<b>",
                ["companySize"] = -1,
                ["colour"] = "red",
                ["address"] = new JsonObject { ["country"] = "DE", ["latitude"] = 91 },
            }),
            "lastName is missing", "firstName has 51", "email:", "phone:", "angle bracket", "companySize", "colour", "country:", "latitude");

    private static IEnumerable<string> Faults(JsonObject form)
    {
        var address = form["address"] as JsonObject ?? [];
        return Required.Where(name => form[name] is null).Select(name => $"{name} is missing")
            .Concat(Unknown(form, [.. Texts.Keys, "companySize", "address"]))
            .Concat(Unknown(address, [.. AddressTexts.Keys, "latitude", "longitude"]))
            .Concat(TextFaults(form, Texts))
            .Concat(TextFaults(address, AddressTexts))
            .Concat(Outside(form, "companySize", 0, 1_000_000))
            .Concat(Outside(address, "latitude", -90, 90))
            .Concat(Outside(address, "longitude", -180, 180));
    }

    private static IEnumerable<string> Unknown(JsonObject json, string[] names) =>
        json.Select(property => property.Key).Except(names).Select(name => $"{name} is not a field of the form");

    private static IEnumerable<string> TextFaults(JsonObject json, Dictionary<string, int> limits)
    {
        foreach (var (name, limit) in limits)
        {
            if (json[name]?.GetValue<string>() is not { } text)
            {
                continue;
            }

            if (text.Length > limit || text.Trim().Length == 0 || text.Trim() != text)
            {
                yield return $"{name} has {text.Length} characters (at most {limit}), is empty or starts or ends with a space";
            }

            if (Shapes.TryGetValue(name, out var shape) && !shape.IsMatch(text))
            {
                yield return $"{name}: {text}";
            }

            if (text.AsSpan().ContainsAny('<', '>'))
            {
                yield return $"{name} contains an angle bracket, which the site strips";
            }
        }
    }

    private static IEnumerable<string> Outside(JsonObject json, string name, double least, double most) =>
        json[name] is { } value && double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture) is var number && (number < least || number > most)
            ? [$"{name} is {number}"]
            : [];
}
