using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Newsroom.Prices;

/// <summary>Portals whose company lists a symbol for each test of a class, so that tests share a portal and not their prices.</summary>
public class SymbolPortals : SharedPortals
{
    private readonly DirectoryInfo _content = Directory.CreateTempSubdirectory("irenportal-symbols-");
    private int _symbols;

    /// <summary>Writes the company's profile.</summary>
    public SymbolPortals()
    {
        var symbols = Enumerable.Range(1, 99).Select(i => $"  - symbol: T{i}\n    name: Test {i}\n    currency: USD\n    calendar: exchange\n");
        var company = File.ReadAllText(Path.Combine(Repository.Content, "company.yml"));
        File.WriteAllText(Path.Combine(_content.FullName, "company.yml"), company.Replace("\nsymbols:\n", $"\nsymbols:\n{string.Concat(symbols)}", StringComparison.Ordinal));
    }

    /// <inheritdoc />
    protected override PortalOptions Options => new() { Settings = new Dictionary<string, string?> { ["Portal:ContentDirectory"] = _content.FullName } };

    /// <summary>A symbol that no other test has.</summary>
    public string NewSymbol() => $"T{Interlocked.Increment(ref _symbols)}";

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _content.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
