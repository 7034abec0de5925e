using System.Xml;
using System.Xml.XPath;
using B2BConnector.Wdl.Evaluation;

namespace B2BConnector.Wdl.Functions;

/// <summary>
/// Walks another navigator and counts its moves: <c>//*[.//*[.//*]]</c> visits every node for every node for every node, and .NET's engine
/// cannot be told to stop.
/// </summary>
internal sealed class CountingNavigator(XPathNavigator inner, Budget budget) : XPathNavigator
{
    private const int CharactersPerStep = 16;
    private readonly XPathNavigator _inner = inner;

    public override string BaseURI => _inner.BaseURI;

    public override bool IsEmptyElement => _inner.IsEmptyElement;

    public override string LocalName => _inner.LocalName;

    public override string Name => _inner.Name;

    public override XmlNameTable NameTable => _inner.NameTable;

    public override string NamespaceURI => _inner.NamespaceURI;

    public override XPathNodeType NodeType => _inner.NodeType;

    public override string Prefix => _inner.Prefix;

    public override object? UnderlyingObject => _inner.UnderlyingObject;

    public override string OuterXml => _inner.OuterXml;

    /// <summary>The text below an element is put together anew each time.</summary>
    public override string Value
    {
        get
        {
            var value = _inner.Value;
            budget.Steps(1 + (value.Length / CharactersPerStep));
            return value;
        }
    }

    public override XPathNavigator Clone()
    {
        budget.Steps(1);
        return new CountingNavigator(_inner.Clone(), budget);
    }

    public override bool IsSamePosition(XPathNavigator other) => _inner.IsSamePosition(Inner(other));

    public override XmlNodeOrder ComparePosition(XPathNavigator? navigator)
    {
        budget.Steps(1);
        return navigator is null ? XmlNodeOrder.Unknown : _inner.ComparePosition(Inner(navigator));
    }

    public override bool MoveTo(XPathNavigator other) => Counted(_inner.MoveTo(Inner(other)));

    public override bool MoveToFirstAttribute() => Counted(_inner.MoveToFirstAttribute());

    public override bool MoveToFirstChild() => Counted(_inner.MoveToFirstChild());

    public override bool MoveToFirstNamespace(XPathNamespaceScope namespaceScope) => Counted(_inner.MoveToFirstNamespace(namespaceScope));

    public override bool MoveToId(string id) => Counted(_inner.MoveToId(id));

    public override bool MoveToNext() => Counted(_inner.MoveToNext());

    public override bool MoveToNextAttribute() => Counted(_inner.MoveToNextAttribute());

    public override bool MoveToNextNamespace(XPathNamespaceScope namespaceScope) => Counted(_inner.MoveToNextNamespace(namespaceScope));

    public override bool MoveToParent() => Counted(_inner.MoveToParent());

    public override bool MoveToPrevious() => Counted(_inner.MoveToPrevious());

    private static XPathNavigator Inner(XPathNavigator navigator) => navigator is CountingNavigator counting ? counting._inner : navigator;

    private bool Counted(bool moved)
    {
        budget.Steps(1);
        return moved;
    }
}
