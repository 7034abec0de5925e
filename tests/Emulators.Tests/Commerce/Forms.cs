using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Commerce;

/// <summary>Onboarding forms of invented people.</summary>
internal static class Forms
{
    public static JObject Full(string email = "zoe.garcon@example.com", string company = "L'Épicerie & Fils") => new()
    {
        ["firstName"] = "Zoë", ["lastName"] = "Garçon", ["email"] = email, ["phone"] = "+31 (0)20-555 01 34", ["phoneExtension"] = "12",
        ["companyName"] = company, ["companySize"] = 42, ["department"] = "Inkoop", ["website"] = "https://example.com", ["language"] = "nl-NL",
        ["comments"] = "Regel één\nregel twee: 50% %company% <b>",
        ["address"] = new JObject
        {
            ["street"] = "'s-Gravelandseveer", ["streetNumber"] = "7-A", ["city"] = "Amsterdam", ["county"] = "AMS", ["state"] = "NH",
            ["zipCode"] = "1011 KN", ["postBox"] = "99", ["country"] = "NLD", ["latitude"] = 52.3676, ["longitude"] = 4.8951,
        },
    };

    public static JObject Minimal(string email = "bo.li@example.com", string company = "BL") => new()
    {
        ["firstName"] = "Bo", ["lastName"] = "Li", ["email"] = email, ["companyName"] = company,
    };
}
