using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using IrenPortal.Hosting;
using IrenPortal.Tests.Testing;
using Microsoft.AspNetCore.Components;

namespace IrenPortal.Tests.Structure;

/// <summary>The words of the public site stand in resource files: a second language needs no code.</summary>
public sealed partial class InterfaceTextTests
{
    private static readonly string[] SpokenAttributes = ["aria-label", "title", "alt", "placeholder", "data-word"];

    // The record of a release in citations, formats and registers has the same name in every language.
    private static readonly HashSet<string> Names = ["PDF", "Markdown", "JSON", "ninjs", "CSV", "SHA-256", "SEC CIK", "US$", "M − 2"];

    // What only browsers, caches and our own scripts read.
    private static readonly HashSet<string> Technical =
    [
        "noopener noreferrer", "required name=search_term_string", "public, max-age=31536000, immutable", "default-src 'none'; sandbox; frame-ancestors 'none'",
        "<script type=\"application/ld+json\">", "sum benchmark-sum without-news volume", "abnormal path reach",
    ];

    // A parameter that gets no literal leaves its name alone in the code.
    private static readonly Lazy<HashSet<string>> Parameters = new(() =>
        [.. typeof(SiteLanguage).Assembly.GetTypes().SelectMany(t => t.GetProperties()).Where(p => p.IsDefined(typeof(ParameterAttribute), inherit: true)).Select(p => p.Name)]);

    private static readonly Lazy<HashSet<string>> StyleClasses = new(() =>
        [.. Files("*.css").SelectMany(f => StyleClass().Matches(File.ReadAllText(f)).Select(m => m.Groups["name"].Value))]);

    /// <summary>The parts of the site whose words are all in resources; a part that isn't there yet is named in docs/languages.md.</summary>
    public static TheoryData<string> Parts => ["Layout", "Editions", "Home", "Pages", "News", "Contracts", "KeyFigures", "FactSheet", "Timeliness"];

    [Theory]
    [MemberData(nameof(Parts))]
    public void No_words_are_written_in_the_code_of_a_part(string part) => string.Join('\n', Literals.Of(typeof(SiteLanguage).Assembly, "IrenPortal.Site." + part)
        .Where(literal => !Names.Contains(literal.Text.Trim()) && !Technical.Contains(literal.Text) && IsSpoken(literal))
        .Select(literal => $"{literal.In.Name}: {literal.Text}")
        .Distinct()).ShouldBeEmpty();

    [Fact]
    public void No_text_is_kept_from_one_language_to_another() =>
        string.Join('\n', from file in Files("*.cs").Concat(Files("*.razor"))
                          from line in File.ReadLines(file)
                          where KeptText().IsMatch(line)
                          select $"{Path.GetFileName(file)}: {line.Trim()}").ShouldBeEmpty();

    [Fact]
    public void Every_text_is_used_and_every_plural_has_both_forms()
    {
        var code = string.Concat(Files("*.cs").Concat(Files("*.razor")).Select(File.ReadAllText));
        List<string> faults = [];
        foreach (var file in TextFiles().Where(f => !IsTranslation(f)))
        {
            var (set, texts) = (Path.GetFileNameWithoutExtension(file), Read(file));
            faults.AddRange(texts.Keys.Where(key => !Regex.IsMatch(code, $@"\b{set}\.{key}\b")).Select(key => $"{set}.{key} is used nowhere"));
            faults.AddRange(texts.Keys.Where(key => key.EndsWith("_One", StringComparison.Ordinal) && !texts.ContainsKey(key[..^3] + "Other")).Select(key => $"{set}.{key} has no other form"));
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public void Every_translation_has_each_text_with_the_same_values()
    {
        List<string> faults = [];
        foreach (var file in TextFiles().Where(IsTranslation))
        {
            var (neutral, texts) = (Read(Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileName(file).Split('.')[0] + ".resx")), Read(file));
            faults.AddRange(neutral.Keys.Except(texts.Keys).Select(key => $"{Path.GetFileName(file)} lacks {key}"));
            faults.AddRange(texts.Where(t => !neutral.TryGetValue(t.Key, out var own) || !Items(own).SetEquals(Items(t.Value))).Select(t => $"{Path.GetFileName(file)}: {t.Key} has other values"));
        }

        faults.ShouldBeEmpty();
    }

    private static bool IsSpoken(Literal literal) => literal switch
    {
        { To: { IsConstructor: true, DeclaringType: { } made } } when made.IsAssignableTo(typeof(Exception)) => false,
        { To.Name: "AddMarkupContent" } => IsSpokenMarkup(literal.Text),
        { To.Name: "AddContent" } => Letters().IsMatch(literal.Text),
        { To.Name: "AppendLiteral" } => Word().IsMatch(literal.Text),
        { Attribute: { } attribute } when SpokenAttributes.Contains(attribute) => Letters().IsMatch(literal.Text),
        { To.Name: "AddComponentParameter" or "TypeCheck" } => (char.IsAsciiLetterUpper(literal.Text.FirstOrDefault()) && !Parameters.Value.Contains(literal.Text)) || IsSentence(literal.Text),
        _ => IsSentence(literal.Text),
    };

    private static bool IsSpokenMarkup(string markup)
    {
        var body = new HtmlParser().ParseDocument(markup).Body!;
        return Letters().IsMatch(body.TextContent) || body.QuerySelectorAll("*").Any(e => SpokenAttributes.Any(a => Letters().IsMatch(e.GetAttribute(a) ?? "")));
    }

    private static bool IsSentence(string text) => Words().IsMatch(text) && !text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(StyleClasses.Value.Contains);

    private static HashSet<string> Items(string text) => [.. Item().Matches(text).Select(m => m.Value)];

    private static bool IsTranslation(string file) => Path.GetFileNameWithoutExtension(file).Contains('.', StringComparison.Ordinal);

    private static IEnumerable<string> TextFiles() => Files("*Texts*.resx");

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(e => e.Attribute("name")!.Value, e => e.Element("value")!.Value);

    private static IEnumerable<string> Files(string pattern) => new[] { "Site", "Ui", "wwwroot" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "IrenPortal", folder), pattern, SearchOption.AllDirectories));

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Letters();

    [GeneratedRegex(@"(^|\s)\p{L}{2,}(\s|[.,;:]|$)")]
    private static partial Regex Word();

    [GeneratedRegex(@"\p{L}{2,}[.,;:]? \p{L}+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\.(?<name>[a-z][\w-]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex StyleClass();

    [GeneratedRegex(@"static readonly .*Texts\.")]
    private static partial Regex KeptText();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Item();
}
