using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using IrenPortal.Site.Contracts;
using IrenPortal.Site.Layout;
using IrenPortal.Site.News;
using NodaTime;

namespace IrenPortal.Tests.Site;

/// <summary>The Microsoft announcement and what stands around it, small enough to read.</summary>
internal static class Sample
{
    public const string Hash = "7c1e90ab42d3e8f1a0b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f70812";

    public static CompanyProfile Company { get; } = new()
    {
        Name = "IREN",
        LegalName = "IREN Limited",
        Ticker = "IREN",
        Exchange = "Nasdaq",
        Zone = "America/New_York",
        Benchmark = "QQQ",
        Categories = ["AI Cloud", "Results"],
        Demonstration = true,
        Contacts = [new Contact("Mike Power", "VP Investor Relations", "ir@iren.com", "+61 2 7906 8301")],
        Symbols = [new SymbolProfile("QQQ", "Nasdaq-100 (QQQ)", "USD", SymbolCalendar.Exchange)],
    };

    public static SiteChrome Chrome { get; } = new()
    {
        Company = Company,
        PublicOrigin = new Uri("https://ir.example"),
        Quote = Quote("IREN", 0),
        BenchmarkQuote = Quote("QQQ", 0),
        Ledger = new LedgerHead(132, Hash),
        Pages = [new PageLink("/about", "About"), new PageLink("/forward-looking", "Forward-looking statements"), new PageLink("/privacy", "Privacy")],
    };

    public static ContractDocument Contract { get; } = new()
    {
        Slug = "microsoft-ai-cloud",
        Title = "Microsoft AI Cloud contract",
        Counterparty = "Microsoft",
        Role = ContractRole.Customer,
        Status = ContractStatus.Active,
        TotalValue = new Money(9_700_000_000, "USD", true),
        TermYears = 5,
        TermNote = "5 years, average, through 2031. The four phases start at different times.",
        PrepaymentPercent = 20,
        PrepaymentNote = "20% of each tranche, paid before delivery. Credited back later.",
        Hardware = "NVIDIA GB300, liquid-cooled",
        Site = "Childress, Texas",
        ItLoadMegawatts = 200,
        Phases = [new ContractPhase("Horizon 1", 50, "accepted", null, new LocalDate(2026, 8, 13), true), new ContractPhase("Horizon 2", 50, "commissioning", null, null, true)],
        Body = "In words.",
    };

    public static AnnouncementDocument Document { get; } = new()
    {
        Slug = "microsoft-ai-cloud-contract",
        Headline = "AI Cloud contract with Microsoft, about $9.7bn through 2031",
        Summary = "Microsoft prepays 20% of each tranche.",
        Status = DocumentStatus.Published,
        Timing = ReleaseTiming.BeforeOpen,
        ReleaseDate = new LocalDate(2025, 11, 3),
        Category = "AI Cloud",
        Tags = ["IREN", "Nvidia GPUs"],
        Contract = Contract.Slug,
        Sources = [new SourceLink("Form 8-K", "https://www.sec.gov/x")],
        Body = "Text.",
    };

    public static AnnouncementView Announcement { get; } = new()
    {
        Chrome = Chrome,
        Document = Document,
        BodyHtml = "<p>IREN has agreed.</p>",
        Contract = Contract,
        Derived = ContractFigures.Derive(Contract, [Contract]),
        Files = [new AttachedFile("terms.csv", "/files/1/terms.csv", 771, Hash)],
        Version = 1,
        LatestVersion = 1,
        Sha256 = Hash,
        Previous = new ReleaseLink("notes", "Notes issued", new LocalDate(2025, 10, 14)),
    };

    public static Quote Quote(string symbol, int behind) => new(
        symbol, "USD", new Bar(new LocalDate(2026, 9, 28), 43.9m, 43.99m, 41.7m, 41.72m, 26_600_000), 44.13m, 28.93m, 76.87m, behind);
}
