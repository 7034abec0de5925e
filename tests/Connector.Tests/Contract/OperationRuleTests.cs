using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>Rules 17 to 40: operations and their parameters.</summary>
public sealed class OperationRuleTests
{
    private readonly CheckedInContract _contract = CheckedInContract.Load();

    private IEnumerable<(ContractOperation Operation, JsonObject Parameter)> Parameters =>
        _contract.Operations.SelectMany(operation => _contract.Parameters(operation).Select(parameter => (operation, parameter)));

    private IEnumerable<ContractOperation> Mutating => _contract.Operations.Where(operation => operation.Method != "GET");

    [Fact]
    public void Rule17_Operations_AreFewAndTheirSchemasShallow()
    {
        Assert.InRange(_contract.Operations.Count, 1, 45);
        Assert.All(CheckedInContract.Objects(_contract.Document["definitions"]), place => Assert.InRange(place.Path.Split(".properties.").Length, 1, 8));
    }

    [Fact]
    public void Rule18_OperationIds_AreUniqueAndPascalCase()
    {
        Assert.All(_contract.Operations, operation => Assert.Matches(@"^[A-Z][A-Za-z0-9]{0,76}(_V[2-9]\d*)?$", operation.Id));
        Assert.Equal(_contract.Operations.Count, _contract.Operations.Select(operation => operation.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Rule19_Summaries_AreShortAndPlain() =>
        Assert.All(_contract.Operations, operation => Assert.Matches(@"^(?=.{1,80}$)[A-Z][A-Za-z0-9() ]*[A-Za-z0-9)]$", operation.Summary));

    [Fact]
    public void Rule20_Descriptions_AreSentencesOfTheirOwn() => Assert.All(_contract.Operations, operation =>
    {
        Assert.True(RuleTexts.IsSentence(operation.Description), operation.Id);
        Assert.False(RuleTexts.Plain(operation.Description).StartsWith(RuleTexts.Plain(operation.Summary), StringComparison.Ordinal), operation.Id);
    });

    [Fact]
    public void Rule21_Triggers_AreSaidAsTriggers() => Assert.All(_contract.Operations.Where(operation => operation.IsTrigger), operation =>
    {
        Assert.StartsWith("When ", operation.Summary, StringComparison.Ordinal);
        Assert.StartsWith("This operation triggers when ", operation.Description, StringComparison.Ordinal);
    });

    [Fact]
    public void Rule22_Summaries_AreUnique() =>
        Assert.Equal(_contract.Operations.Count, _contract.Operations.Select(operation => operation.Summary).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void Rule23_Operations_SayHowVisibleTheyAre() =>
        Assert.All(_contract.Operations, operation => Assert.Contains(operation.Visibility, new[] { "important", "advanced", "internal" }));

    [Fact]
    public void Rule24_Texts_NameNoForbiddenProduct() => Assert.All(
        CheckedInContract.Objects(_contract.Document["paths"]).Concat(CheckedInContract.Objects(_contract.Document["definitions"])).Concat(CheckedInContract.Objects(_contract.Document["parameters"]))
            .SelectMany(place => new[] { "summary", "description", "x-ms-summary" }.Select(key => place.Node[key]).OfType<JsonValue>().Select(text => text.ToString())),
        text => Assert.DoesNotContain(RuleTexts.Forbidden, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void Rule25_Paths_AreCleanAndDoNotCollide()
    {
        var paths = _contract.Document["paths"]!.AsObject().Select(pair => pair.Key).ToList();

        Assert.All(paths, path => Assert.Matches(@"^/[^*?#=]*$", path));
        var shapes = paths.Select(path => System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]+\}", "{}").ToUpperInvariant());
        Assert.Equal(paths.Count, shapes.Distinct().Count());
    }

    [Fact]
    public void Rule26_Reads_HaveNoBody() => Assert.DoesNotContain(Parameters, place => place.Operation.Method == "GET" && In(place.Parameter) == "body");

    [Fact]
    public void Rule27_Parameters_AreUnique()
    {
        Assert.DoesNotContain(Parameters, place => place.Parameter["name"]!.GetValue<string>() == "connectionId");
        Assert.All(_contract.Operations, operation =>
        {
            var parameters = _contract.Parameters(operation);
            Assert.Equal(parameters.Count, parameters.Select(parameter => (parameter["name"]!.GetValue<string>(), In(parameter))).Distinct().Count());
            Assert.InRange(parameters.Count(parameter => In(parameter) == "body"), 0, 1);
        });
    }

    [Fact]
    public void Rule28_PathParameters_AreDeclaredRequiredAndEncodedOnce()
    {
        Assert.All(_contract.Operations, operation =>
        {
            var inPath = System.Text.RegularExpressions.Regex.Matches(operation.Path, @"\{([^}]+)\}").Select(match => match.Groups[1].Value).Order();
            Assert.Equal(inPath, _contract.Parameters(operation).Where(parameter => In(parameter) == "path").Select(parameter => parameter["name"]!.GetValue<string>()).Order());
        });
        Assert.All(Parameters, place =>
        {
            Assert.Equal(In(place.Parameter) == "path" ? "single" : null, place.Parameter["x-ms-url-encoding"]?.GetValue<string>());
            Assert.True(In(place.Parameter) != "path" || place.Parameter["required"]!.GetValue<bool>());
        });
    }

    [Fact]
    public void Rule29_VisibleParameters_HaveTitleSentenceAndType() => Assert.All(
        Parameters.Where(place => place.Parameter["x-ms-visibility"]?.GetValue<string>() != "internal" && In(place.Parameter) != "body"),
        place =>
        {
            var (title, sentence) = (place.Parameter["x-ms-summary"]!.GetValue<string>(), place.Parameter["description"]!.GetValue<string>());
            Assert.True(RuleTexts.IsTitleCase(title), title);
            Assert.True(RuleTexts.IsSentence(sentence) && !RuleTexts.Says(title, sentence), sentence);
            Assert.NotNull(place.Parameter["type"]);
        });

    [Fact]
    public void Rule30_InternalParameters_AreEitherDefaultedAndRequiredOrNeither() => Assert.All(
        Parameters.Where(place => place.Parameter["x-ms-visibility"]?.GetValue<string>() == "internal"),
        place => Assert.Equal(place.Parameter["required"]?.GetValue<bool>() == true, place.Parameter.ContainsKey("default")));

    [Fact]
    public void Rule31_RepeatedParameters_AreShared() => Assert.Empty(
        _contract.Operations.SelectMany(operation => operation.Json["parameters"]?.AsArray().OfType<JsonObject>() ?? [])
            .Where(parameter => !parameter.ContainsKey("$ref") && In(parameter) != "body")
            .GroupBy(parameter => parameter.ToJsonString()).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Rule32_References_ResolveAndStandAlone() => Assert.All(
        CheckedInContract.Objects(_contract.Document).Where(place => place.Node.ContainsKey("$ref")),
        place =>
        {
            Assert.Single(place.Node);
            Assert.False(_contract.Resolve(place.Node).ContainsKey("$ref"));
        });

    [Fact]
    public void Rule33_RequiredNames_Exist() => Assert.All(
        CheckedInContract.Objects(_contract.Document["definitions"]).Where(place => place.Node["required"] is JsonArray),
        place =>
        {
            var names = place.Node["required"]!.AsArray().Select(name => name!.GetValue<string>()).ToList();
            Assert.NotEmpty(names);
            Assert.All(names, name => Assert.True(place.Node["properties"]!.AsObject().ContainsKey(name)));
            Assert.All(names, name => Assert.Null(place.Node["properties"]![name]!["readOnly"]));
        });

    [Fact]
    public void Rule34_ArraysHaveItems_AndEnumsHaveDisplayNames() => Assert.All(CheckedInContract.Objects(_contract.Document), place =>
    {
        Assert.True(place.Node["type"]?.ToString() != "array" || place.Node.ContainsKey("items"), place.Path);
        if (place.Node["enum"] is JsonArray symbols)
        {
            var names = place.Node["x-ms-enum-values"]!.AsArray();
            Assert.Equal(symbols.Select(symbol => symbol!.ToString()), names.Select(name => name!["value"]!.ToString()));
            Assert.All(names, name => Assert.False(string.IsNullOrEmpty(name!["displayName"]!.ToString())));
            Assert.Equal("string", place.Node["type"]!.ToString());
        }
    });

    [Fact]
    public void Rule35_Formats_AreKnown() => Assert.All(
        CheckedInContract.Objects(_contract.Document).Where(place => place.Node["format"] is JsonValue && place.Node["type"] is JsonValue),
        place => Assert.Contains(place.Node["format"]!.ToString(), new[] { "int32", "int64", "float", "double", "byte", "binary", "date", "date-time", "password", "email", "uri", "uuid" }));

    [Fact]
    public void Rule36_Defaults_FitTheirTypeAndEnum() => Assert.All(
        CheckedInContract.Objects(_contract.Document).Where(place => place.Node["default"] is JsonValue),
        place => Assert.True(
            place.Node["type"]!.ToString() == "integer" ? place.Node["default"]!.GetValueKind() == System.Text.Json.JsonValueKind.Number
                : place.Node["enum"] is not JsonArray symbols || symbols.Any(symbol => symbol!.ToString() == place.Node["default"]!.ToString()),
            place.Path));

    [Fact]
    public void Rule37_MutatingOperations_TakeAnIdempotencyKey() => Assert.All(Mutating.Where(operation => !operation.IsTrigger && operation.Method != "DELETE"), operation =>
        Assert.Contains(_contract.Parameters(operation), parameter => parameter["name"]!.ToString() == "Idempotency-Key" && In(parameter) == "header" && parameter["x-ms-visibility"]!.ToString() == "advanced"));

    [Fact]
    public void Rule38To39_DeprecatedOperationsAndFamilies_DoNotExistYet() =>
        Assert.DoesNotContain(_contract.Operations, operation => operation.Json.ContainsKey("deprecated") || operation.Json.ContainsKey("x-ms-api-annotation"));

    [Fact]
    public void Rule40_Decisions_ArePostsOnSubResources()
    {
        Assert.All(Mutating, operation => Assert.Equal(
            operation.Id switch { ['U', 'p', 'd', 'a', 't', 'e', ..] or ['S', 'e', 't', ..] => "PATCH", ['R', 'e', 'm', 'o', 'v', 'e', ..] or ['D', 'e', 'l', 'e', 't', 'e', ..] => "DELETE", _ => "POST" },
            operation.Method));
        Assert.All(new[] { "ApproveProspect", "RejectProspect", "EnsureCustomers" }, id => Assert.StartsWith(
            "/prospects/{legalEntity}/{prospectId}/", _contract.Operations.Single(operation => operation.Id == id).Path, StringComparison.Ordinal));
    }

    private static string In(JsonObject parameter) => parameter["in"]!.GetValue<string>();
}
