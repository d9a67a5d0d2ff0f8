using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IrenPortal.Tests.Site;

/// <summary>A component as readers get it.</summary>
internal static class Rendered
{
    public static async Task<IDocument> PageAsync<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value)))).ToHtmlString());
        return new HtmlParser().ParseDocument(html);
    }

    /// <summary>The text of an element with single spaces.</summary>
    public static string Said(this IElement? element) => string.Join(' ', (element?.TextContent ?? "").Split(' ', '\n', '\r', '\t').Where(w => w.Length > 0));

    /// <summary>Every text in the drawings of a page.</summary>
    public static IReadOnlyList<string> Drawn(this IDocument page) => [.. page.QuerySelectorAll("svg[role=img] text").Select(t => t.TextContent).Distinct()];

    /// <summary>Everything that the tables of a page say.</summary>
    public static string Tabled(this IDocument page) => string.Join(" | ", page.QuerySelectorAll("table th, table td").Select(Said));
}
