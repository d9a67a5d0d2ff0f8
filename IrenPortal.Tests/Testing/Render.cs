using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IrenPortal.Tests.Testing;

/// <summary>Renders a component as readers get it, to a document that can be asked.</summary>
internal static class Render
{
    /// <summary>The markup of a component with the given parameters.</summary>
    public static async Task<string> Markup<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var view = ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value));
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(view)).ToHtmlString());
    }

    /// <summary>The same, parsed.</summary>
    public static async Task<IDocument> Document<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        var markup = await Markup<T>(parameters);
        return await BrowsingContext.New(Configuration.Default).OpenAsync(answer => answer.Content(markup));
    }

    /// <summary>A fragment of plain text.</summary>
    public static RenderFragment Text(string text) => builder => builder.AddContent(0, text);

    /// <summary>The text of an element as a reader meets it: blocks apart, white space drawn together.</summary>
    public static string Words(this IElement? element)
    {
        var text = new StringBuilder();
        Read(element);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        void Read(INode? node)
        {
            var apart = node is IElement { LocalName: "article" or "aside" or "dd" or "div" or "dl" or "dt" or "footer" or "h1" or "h2" or "h3" or "header" or "li" or "nav" or "p" or "section" or "ul" };
            text.Append(apart ? " " : "").Append(node is IText plain ? plain.Data : "");
            foreach (var child in node?.ChildNodes ?? Enumerable.Empty<INode>())
            {
                Read(child);
            }

            text.Append(apart ? " " : "");
        }
    }

    /// <summary>The text of an element with single spaces; a no-break space stays one.</summary>
    public static string Said(this IElement? element) => string.Join(' ', (element?.TextContent ?? "").Split(' ', '\n', '\r', '\t').Where(w => w.Length > 0));

    /// <summary>Every text in the drawings of a page.</summary>
    public static IReadOnlyList<string> Drawn(this IDocument page) => [.. page.QuerySelectorAll("svg[role=img] text").Select(t => t.TextContent).Distinct()];

    /// <summary>Everything that the tables of a page say.</summary>
    public static string Tabled(this IDocument page) => string.Join(" | ", page.QuerySelectorAll("table th, table td").Select(Said));
}
