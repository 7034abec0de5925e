using System.Globalization;
using System.Text.RegularExpressions;
using B2BConnector.Commerce.Headquarters;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Site;

/// <summary>
/// The "Partner sign up" form. Which fields are required is assumed, except e-mail (the sign-in key) and company (the hierarchy's name).
/// As on the site, &lt; and &gt; are stripped from what people type.
/// </summary>
internal static partial class OnboardingForm
{
    public static readonly IReadOnlyList<FormField> Fields =
    [
        new("firstName", "", 50, Required: true),
        new("lastName", "", 50, Required: true),
        new("email", "PrimaryEmailAddress", 80, FormFieldKind.Email, Required: true),
        new("phone", "PrimaryPhoneNumber", 20, FormFieldKind.Phone),
        new("phoneExtension", "PrimaryPhoneNumberExtension", 10, FormFieldKind.Phone),
        new("companyName", "CompanyName", 100, Required: true),
        new("companySize", "CompanySize", Kind: FormFieldKind.WholeNumber),
        new("department", "Department", 60),
        new("website", "PrimaryURL", 255),
        new("language", "LanguageId", 7),
        new("comments", "Note", 2000),
        new("address.street", "AddressStreet", 250),
        new("address.streetNumber", "AddressStreetNumber", 20),
        new("address.city", "AddressCity", 60),
        new("address.county", "AddressCountyId", 10),
        new("address.state", "AddressStateId", 10),
        new("address.zipCode", "AddressZipCode", 10),
        new("address.postBox", "AddressPostBox", 20),
        new("address.country", "AddressCountryRegionId", 3, FormFieldKind.Country),
        new("address.latitude", "AddressLatitude", Kind: FormFieldKind.Latitude),
        new("address.longitude", "AddressLongitude", Kind: FormFieldKind.Longitude),
    ];

    /// <summary>The form as it is kept in the channel: one flat object by field path, empty fields left out.</summary>
    /// <exception cref="FormFault">All mistakes at once.</exception>
    public static JObject Read(JObject body)
    {
        var problems = new List<FormProblem>();
        var sent = Flatten(body, problems);
        var form = new JObject();
        foreach (var field in Fields)
        {
            var value = sent.Remove(field.Path, out var token) ? Value(field, token, problems) : null;
            if (value is not null)
            {
                form[field.Path] = value;
            }
            else if (field.Required && problems.All(problem => problem.Field != field.Path))
            {
                problems.Add(new(field.Path, "This field is required."));
            }
        }

        problems.AddRange(sent.Keys.Select(unknown => new FormProblem(unknown, "The form has no such field.")));
        return problems.Count == 0 ? form : throw CommerceErrors.InvalidForm(problems);
    }

    private static Dictionary<string, JToken> Flatten(JObject body, List<FormProblem> problems)
    {
        var sent = new Dictionary<string, JToken>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in body.Properties())
        {
            if (!member.Name.Equals("address", StringComparison.OrdinalIgnoreCase))
            {
                sent[member.Name] = member.Value;
            }
            else if (member.Value is JObject address)
            {
                foreach (var part in address.Properties())
                {
                    sent["address." + part.Name] = part.Value;
                }
            }
            else if (member.Value.Type != JTokenType.Null)
            {
                problems.Add(new("address", "An object is expected here."));
            }
        }

        return sent;
    }

    private static JToken? Value(FormField field, JToken token, List<FormProblem> problems)
    {
        if (token.Type == JTokenType.Null)
        {
            return null;
        }

        return field.Kind is FormFieldKind.WholeNumber or FormFieldKind.Latitude or FormFieldKind.Longitude
            ? Number(field, token, problems)
            : Text(field, token, problems);
    }

    private static JToken? Text(FormField field, JToken token, List<FormProblem> problems)
    {
        if (token.Type != JTokenType.String)
        {
            problems.Add(new(field.Path, "A text is expected here."));
            return null;
        }

        // The site's module strips the signs from what people type. In a name they are no slip: whoever sends them there went past the module.
        if (field.Path is "firstName" or "lastName" or "companyName" && token.ToString().AsSpan().IndexOfAny('<', '>') >= 0)
        {
            problems.Add(new(field.Path, "The signs < and > are not allowed."));
            return null;
        }

        var text = token.ToString().Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal).Trim();
        if (text.Length == 0)
        {
            return null;
        }

        var mistake = field.Kind switch
        {
            _ when text.Length > field.MaxLength => $"At most {field.MaxLength} characters; these are {text.Length}.",
            FormFieldKind.Email when !Email().IsMatch(text) => "This is not an e-mail address.",
            FormFieldKind.Phone when !Phone().IsMatch(text) => "Only digits, spaces and + - ( ) are allowed.",
            FormFieldKind.Country when !Country().IsMatch(text) => "A country of three letters is expected (ISO 3166-1 alpha-3), for example NLD.",
            FormFieldKind.Text when field.Path != "comments" && text.Any(char.IsControl) => "Line breaks and control characters are not allowed.",
            _ => null,
        };
        if (mistake is not null)
        {
            problems.Add(new(field.Path, mistake));
            return null;
        }

        return field.Kind == FormFieldKind.Country ? text.ToUpperInvariant() : text;
    }

    private static JToken? Number(FormField field, JToken token, List<FormProblem> problems)
    {
        var (low, high) = field.Kind switch
        {
            FormFieldKind.Latitude => (-90m, 90m),
            FormFieldKind.Longitude => (-180m, 180m),
            _ => (0m, 1_000_000m),
        };
        var whole = field.Kind == FormFieldKind.WholeNumber;
        if (token.Type == JTokenType.Integer || (token.Type == JTokenType.Float && !whole))
        {
            if (decimal.TryParse(token.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
            {
                return token.DeepClone();
            }
        }

        problems.Add(new(field.Path, string.Create(CultureInfo.InvariantCulture, $"A {(whole ? "whole " : "")}number from {low} to {high} is expected here.")));
        return null;
    }

    [GeneratedRegex(@"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$")]
    private static partial Regex Email();

    [GeneratedRegex(@"^[0-9 +\-()]+$")]
    private static partial Regex Phone();

    [GeneratedRegex("^[A-Za-z]{3}$")]
    private static partial Regex Country();
}
