using System.Xml;
using System.Xml.Linq;
using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Maps;

/// <summary>
/// Writes an XSLT 2.0 or 3.0 stylesheet in 1.0, as far as it means the same there: text value templates become values, and values of several
/// nodes are joined with spaces. Everything else that later versions added, or that computes differently, is a problem.
/// </summary>
internal sealed class LaterStylesheet
{
    private static readonly XNamespace Xsl = "http://www.w3.org/1999/XSL/Transform";
    private readonly string file;
    private readonly ICollection<Problem> problems;
    private readonly XPathCheck expressions = new();
    private bool fits = true;

    private LaterStylesheet(string file, ICollection<Problem> problems)
    {
        this.file = file;
        this.problems = problems;
    }

    /// <summary>True for a stylesheet of version 1.0. One without a version is left to the compiler, which refuses it.</summary>
    public static bool IsVersion1(XDocument sheet) => (string?)Version(sheet.Root!) is null or "1.0";

    /// <summary>False when the stylesheet has something that cannot be written in 1.0.</summary>
    public static bool Rewrite(XDocument sheet, string file, ICollection<Problem> problems)
    {
        var rewriting = new LaterStylesheet(file, problems);
        var root = sheet.Root!;
        foreach (var element in root.DescendantsAndSelf().ToList())
        {
            rewriting.Check(element);
        }

        if (rewriting.fits)
        {
            foreach (var text in root.DescendantNodes().OfType<XText>().Where(text => ExpandsText(text.Parent!)).ToList())
            {
                rewriting.Expand(text);
            }

            foreach (var attribute in root.Descendants().Where(element => element.Name.Namespace != Xsl).SelectMany(element => element.Attributes()).ToList())
            {
                Lift(attribute);
            }

            foreach (var value in root.Descendants(Xsl + "value-of").ToList())
            {
                rewriting.Join(value);
            }
        }

        root.DescendantsAndSelf().Attributes("expand-text").Concat(root.DescendantsAndSelf().Attributes(Xsl + "expand-text")).ToList().ForEach(attribute => attribute.Remove());
        Version(root)!.Value = "1.0";
        return rewriting.fits;
    }

    // A literal element may be the whole stylesheet; its version is an attribute of XSLT then.
    private static XAttribute? Version(XElement root) => root.Name.Namespace == Xsl ? root.Attribute("version") : root.Attribute(Xsl + "version");

    private static bool ExpandsText(XElement element) => element.AncestorsAndSelf()
        .Select(holder => (string?)(holder.Name.Namespace == Xsl ? holder.Attribute("expand-text") : holder.Attribute(Xsl + "expand-text")))
        .FirstOrDefault(value => value is not null) is "yes" or "true" or "1";

    private void Check(XElement element)
    {
        if (element.Name.Namespace != Xsl)
        {
            foreach (var attribute in element.Attributes().Where(attribute => attribute.Value.Contains('{', StringComparison.Ordinal)))
            {
                CheckTemplate(attribute.Value, attribute);
            }

            return;
        }

        if (!XsltGrammar.Elements.TryGetValue(element.Name.LocalName, out var known))
        {
            Report($"the instruction xsl:{element.Name.LocalName}", element);
            return;
        }

        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace == XNamespace.None))
        {
            var name = attribute.Name.LocalName;
            if (!known.Contains(name))
            {
                Report($"the attribute {name} of xsl:{element.Name.LocalName}", attribute);
            }
            else if (XsltGrammar.Expressions.Contains(name))
            {
                CheckExpression(attribute.Value, attribute);
            }
            else if (name == "mode" && attribute.Value.StartsWith('#'))
            {
                Report($"the mode {attribute.Value}", attribute);
            }
            else if (XsltGrammar.ValueTemplates.Contains(name))
            {
                CheckTemplate(attribute.Value, attribute);
            }
        }
    }

    private void CheckTemplate(string text, XObject place)
    {
        if (TextTemplate.Parse(text) is not { } parts)
        {
            Report("a value template whose braces do not match", place);
            return;
        }

        foreach (var part in parts.Where(part => part.IsExpression))
        {
            CheckExpression(part.Text, place);
        }
    }

    private void CheckExpression(string expression, XObject place)
    {
        if (expressions.Unfit(expression) is { } what)
        {
            Report(what, place);
        }
    }

    private void Expand(XText text)
    {
        if (TextTemplate.Parse(text.Value) is not { } parts)
        {
            Report("a text value template whose braces do not match", text);
            return;
        }

        if (parts.All(part => !part.IsExpression) && !text.Value.Contains('{', StringComparison.Ordinal) && !text.Value.Contains('}', StringComparison.Ordinal))
        {
            return;
        }

        foreach (var part in parts.Where(part => part.IsExpression))
        {
            CheckExpression(part.Text, text);
        }

        var values = Values(parts);
        if (text.Parent!.Name == Xsl + "text")
        {
            text.Parent.ReplaceWith(values);
        }
        else
        {
            text.ReplaceWith(values);
        }
    }

    // A value template in a literal attribute becomes an instruction, so that its values are joined like all others.
    private static void Lift(XAttribute attribute)
    {
        if (!attribute.Value.Contains('{', StringComparison.Ordinal) || TextTemplate.Parse(attribute.Value) is not { } parts || parts.All(part => !part.IsExpression))
        {
            return;
        }

        var lifted = new XElement(Xsl + "attribute", new XAttribute("name", attribute.Name.LocalName), Values(parts));
        if (attribute.Name.Namespace != XNamespace.None)
        {
            lifted.SetAttributeValue("namespace", attribute.Name.NamespaceName);
        }

        attribute.Parent!.AddFirst(lifted);
        attribute.Remove();
    }

    private static IEnumerable<XElement> Values(IEnumerable<(string Text, bool IsExpression)> parts) => parts.Select(part => part.IsExpression
        ? new XElement(Xsl + "value-of", new XAttribute("select", part.Text))
        : new XElement(Xsl + "text", part.Text));

    // 1.0 takes the first of several nodes, later versions join all of them.
    private void Join(XElement value)
    {
        if ((string?)value.Attribute("select") is { } select && XPathCheck.IsNodeSet(select))
        {
            value.ReplaceWith(new XElement(
                Xsl + "for-each",
                new XAttribute("select", select),
                new XElement(Xsl + "if", new XAttribute("test", "position() > 1"), new XElement(Xsl + "text", " ")),
                new XElement(Xsl + "value-of", new XAttribute("select", "."))));
        }
    }

    private void Report(string what, XObject place)
    {
        fits = false;
        var line = (IXmlLineInfo)place;
        problems.Add(MapProblems.Later(file, what, line.LineNumber, line.LinePosition));
    }
}
