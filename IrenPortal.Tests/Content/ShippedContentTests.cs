using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using IrenPortal.Tests.Testing;
using NodaTime.Text;

namespace IrenPortal.Tests.Content;

public sealed class ShippedContentTests
{
    [Fact]
    public void The_shipped_content_has_no_issue()
    {
        var (set, issues) = ContentFolder.Read(Repository.Content, new ContentFolderOptions(Sample.Now));

        issues.Select(i => i.ToString()).ShouldBeEmpty();
        set.ShouldNotBeNull();
        set.Company!.Ticker.ShouldBe("IREN");
        set.Announcements.Count.ShouldBeGreaterThanOrEqualTo(16);
        set.Contracts.Count.ShouldBeGreaterThanOrEqualTo(5);
        set.Announcements.Single(a => a.Featured).Slug.ShouldBe("microsoft-ai-cloud-contract");
    }

    [Theory]
    [InlineData("IREN", "2021-11-17", "2026-09-28")]
    [InlineData("QQQ", "2021-11-17", "2026-09-28")]
    [InlineData("SPY", "2021-11-17", "2026-08-21")]
    [InlineData("CIFR", "2024-01-02", "2026-08-21")]
    [InlineData("CORZ", "2024-01-24", "2026-08-21")]
    [InlineData("CRWV", "2025-03-28", "2026-08-21")]
    [InlineData("WULF", "2024-01-02", "2026-05-21")]
    [InlineData("BTC-USD", "2021-11-17", "2026-08-20")]
    public void Shipped_prices_have_every_session_of_their_range(string symbol, string first, string last)
    {
        var set = ContentFolder.Read(Repository.Content, new ContentFolderOptions(Sample.Now)).Set!;
        var calendar = set.Company!.CalendarOf(symbol);

        set.Prices.Single(p => p.Symbol == symbol).Bars.Select(b => b.Date)
            .ShouldBe(calendar.Sessions(LocalDatePattern.Iso.Parse(first).Value, LocalDatePattern.Iso.Parse(last).Value));
        (calendar == ExchangeCalendar.Daily).ShouldBe(symbol == "BTC-USD");
    }

    [Fact]
    public void Every_listed_symbol_has_prices_and_a_name()
    {
        var set = ContentFolder.Read(Repository.Content, new ContentFolderOptions(Sample.Now)).Set!;

        set.Prices.Select(p => p.Symbol).ShouldBe(set.Company!.Symbols.Select(s => s.Symbol), ignoreOrder: true);
        set.Company.Symbols.Select(s => s.Name).ShouldBe(
            ["IREN Limited", "Nasdaq-100 (QQQ)", "S&P 500 (SPY)", "Cipher", "Core Scientific", "CoreWeave", "TeraWulf", "Bitcoin"]);
    }

    [Fact]
    public void Every_shipped_document_survives_writing_and_reading()
    {
        var (set, _) = ContentFolder.Read(Repository.Content, new ContentFolderOptions(Sample.Now));
        var context = ContentContext.Of(set!.Company!, Sample.Now);

        foreach (var announcement in set.Announcements)
        {
            var text = AnnouncementFile.Write(announcement);
            var again = AnnouncementFile.Read(AnnouncementFile.PathOf(announcement, context.Zone), text, context).Document!;
            Sample.Json(again).ShouldBe(Sample.Json(announcement));
            AnnouncementFile.Write(again).ShouldBe(text);
        }

        foreach (var contract in set.Contracts)
        {
            var again = ContractFile.Read(ContractFile.PathOf(contract), ContractFile.Write(contract)).Document!;
            Sample.Json(again).ShouldBe(Sample.Json(contract));
        }

        foreach (var page in set.Pages)
        {
            PageFile.Read(PageFile.PathOf(page), PageFile.Write(page)).Document.ShouldBe(page);
        }

        foreach (var item in set.Events)
        {
            Sample.Json(EventFile.Read(EventFile.PathOf(item), EventFile.Write(item)).Document!).ShouldBe(Sample.Json(item));
        }

        Sample.Json(CompanyFile.Read("company.yml", CompanyFile.Write(set.Company!)).Document!).ShouldBe(Sample.Json(set.Company!));
    }
}
