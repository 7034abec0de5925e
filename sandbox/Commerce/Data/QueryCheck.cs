using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using B2BConnector.OData.Expressions;
using B2BConnector.OData.Query;

namespace B2BConnector.Commerce.Data;

/// <summary>Refuses what the entity does not have or the real system does not do, before a row is read.</summary>
internal static class QueryCheck
{
    public static void Check(EntityType type, QueryOptions options)
    {
        foreach (var name in options.Select.Concat(options.OrderBy.Select(item => item.Property)))
        {
            Require(type, name);
        }

        foreach (var item in options.Expand)
        {
            var navigation = type.Navigation(item.Property) ?? throw FinOpsErrors.BadQuery(FinOpsErrors.UnknownProperty(type, item.Property));
            var target = EntityCatalogue.OfThisAssembly.Find(navigation.Collection)!.Type;
            if (item.Options.Expand.Count > 0)
            {
                throw FinOpsErrors.BadQuery("The request includes a $expand path which is too deep: only the first level can be expanded.");
            }

            if (item.Options is { Top: not null } or { Skip: not null } or { Count: true } or { OrderBy.Count: > 0 })
            {
                throw FinOpsErrors.Unsupported("Inside $expand, anything but $select and $filter");
            }

            Check(target, item.Options);
        }

        if (options.Filter is { } filter)
        {
            Walk(type, filter);
        }
    }

    private static EdmProperty Require(EntityType type, string name) =>
        type.Property(name) ?? throw FinOpsErrors.BadQuery(FinOpsErrors.UnknownProperty(type, name));

    private static void Walk(EntityType type, ODataExpression node)
    {
        switch (node)
        {
            case Lambda:
                throw FinOpsErrors.Unsupported("any and all in $filter");
            case PropertyPath { Segments.Count: > 1 } path:
                throw FinOpsErrors.Unsupported($"A path over a navigation property in $filter ('{path.Name}')");
            case PropertyPath path:
                Require(type, path.Name);
                break;
            case Negation not:
                Walk(type, not.Operand);
                break;
            case TextFunction function:
                Walk(type, function.Subject);
                Walk(type, function.Argument);
                break;
            case Binary binary:
                Walk(type, binary.Left);
                Walk(type, binary.Right);
                Compare(type, binary);
                break;
        }
    }

    private static void Compare(EntityType type, Binary binary)
    {
        if (binary.Operator is BinaryOperator.And or BinaryOperator.Or)
        {
            return;
        }

        var (left, right) = (TypeOf(type, binary.Left), TypeOf(type, binary.Right));
        if (left is not null && right is not null && left != right)
        {
            throw FinOpsErrors.BadQuery($"A binary operator with incompatible types was detected. Found operand types '{left}' and '{right}' for operator kind '{Kind(binary.Operator)}'.");
        }

        if (left?.StartsWith(EnumTypes.Namespace, StringComparison.Ordinal) == true && binary.Operator is not (BinaryOperator.Eq or BinaryOperator.Ne))
        {
            throw FinOpsErrors.BadQuery($"Enumerations can be compared with eq and ne only, not with operator kind '{Kind(binary.Operator)}'.");
        }

        foreach (var literal in new[] { binary.Left, binary.Right }.OfType<Literal>().Where(literal => literal.EnumType is not null))
        {
            var symbol = literal.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (EnumTypes.Find(literal.EnumType!)?.Contains(symbol, StringComparer.Ordinal) != true)
            {
                throw FinOpsErrors.BadQuery($"The string '{symbol}' is not a valid enumeration type constant of '{literal.EnumType}'.");
            }
        }
    }

    // Numbers compare with each other whatever their width; null compares with all: both have no name here.
    private static string? TypeOf(EntityType type, ODataExpression node) => node switch
    {
        PropertyPath path => Require(type, path.Name) switch
        {
            { Kind: EdmKind.Enum } property => $"{EnumTypes.Namespace}.{property.Enum}",
            { Kind: EdmKind.Int32 or EdmKind.Int64 or EdmKind.Decimal } => "Edm.Decimal",
            var property => "Edm." + property.Kind,
        },
        Literal { EnumType: { } name } => name,
        Literal { Kind: LiteralKind.Number } => "Edm.Decimal",
        Literal { Kind: LiteralKind.String } => "Edm.String",
        Literal { Kind: LiteralKind.Boolean } => "Edm.Boolean",
        Literal { Kind: LiteralKind.DateTime } => "Edm.DateTimeOffset",
        Literal { Kind: LiteralKind.Guid } => "Edm.Guid",
        _ => null,
    };

    private static string Kind(BinaryOperator value) => value switch
    {
        BinaryOperator.Eq => "Equal",
        BinaryOperator.Ne => "NotEqual",
        BinaryOperator.Gt => "GreaterThan",
        BinaryOperator.Ge => "GreaterThanOrEqual",
        BinaryOperator.Lt => "LessThan",
        _ => "LessThanOrEqual",
    };
}
