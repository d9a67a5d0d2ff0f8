using IrenPortal.Content;
using NodaTime;

namespace IrenPortal.Tests.Content;

public sealed class ContractAndOtherFileTests
{
    private static ContentRead<ContractDocument> Contract(string added) => ContractFile.Read("contracts/a.md", Sample.Change(Sample.Contract, "", added));

    [Fact]
    public void A_plain_number_of_related_spend_is_US_dollars() =>
        Contract("relatedSpend:\n  - counterparty: Dell\n    amount: 5810000000\n    what: GPUs").Document!.RelatedSpend
            .ShouldBe([new RelatedSpend("Dell", new Money(5_810_000_000, "USD", false), "GPUs")]);

    [Fact]
    public void A_phase_has_a_date_or_words()
    {
        var phases = Contract("phases:\n  - name: One\n    date: 2026-08-13\n  - name: Two\n    megawatts: 50\n    date: \"target Q4 2026\"\n    reported: true").Document!.Phases;

        phases.ShouldBe([
            new ContractPhase("One", null, null, null, new LocalDate(2026, 8, 13), false),
            new ContractPhase("Two", 50, null, "target Q4 2026", null, true),
        ]);
        Sample.Only(Contract("phases:\n  - name: One\n    date: 2026-02-30").Issues).ShouldContain("contracts/a.md:8: `phases[0].date` is `2026-02-30`, a date that doesn't exist");
    }

    [Theory]
    [InlineData("totalValue: {amount: 0, currency: USD}", "`totalValue.amount` is 0")]
    [InlineData("totalValue: {amount: 1, currency: usd}", "`totalValue.currency` is `usd`")]
    [InlineData("totalValue: {currency: USD}", "`totalValue.amount` is missing")]
    [InlineData("totalValue: about ten", "`totalValue` is `about ten`")]
    [InlineData("prepaymentPercent: 101", "`prepaymentPercent` is 101: write a number from 0 to 100")]
    [InlineData("termYears: -1", "`termYears` is -1")]
    [InlineData("announcement: A B", "`announcement` is `A B`")]
    [InlineData("signed: 3 November", "`signed` is `3 November`")]
    [InlineData("sources:\n  title: x", "`sources` must be a list")]
    [InlineData("hardware:", "`hardware` is empty")]
    [InlineData("termyears: 5", "did you mean `termYears`?")]
    [InlineData("phases:\n  - nam: One", "`phases[0].nam` is no known field: did you mean `name`?")]
    public void A_contract_with_a_fault_is_refused(string added, string reason) =>
        Contract(added).Issues.ShouldContain(i => i.Message.Contains(reason, StringComparison.Ordinal));

    [Fact]
    public void The_name_of_a_contract_is_its_slug()
    {
        ContractFile.Read("contracts/nvidia-ai.md", Sample.Contract).Document!.Slug.ShouldBe("nvidia-ai");
        Sample.Only(ContractFile.Read("contracts/NVIDIA.md", Sample.Contract).Issues).ShouldContain("`NVIDIA` is no slug");
    }

    [Fact]
    public void An_event_has_a_time_or_a_day()
    {
        var timed = EventFile.Read("events/a.md", "---\ntitle: Call\nstartsAt: 2026-11-05T17:00\nzone: America/New_York\nendsAt: 2026-11-05T23:00:00Z\n---\n").Document!;
        timed.StartsAt.ShouldBe(Instant.FromUtc(2026, 11, 5, 22, 0));
        EventFile.Write(timed).ShouldContain("startsAt: 2026-11-05T22:00:00Z\nendsAt: 2026-11-05T23:00:00Z\n");

        EventFile.Read("events/a.md", "---\ntitle: Fair\nstartsAt: 2026-11-05\nendsAt: 2026-11-06\n---\n").Document!.EndDate.ShouldBe(new LocalDate(2026, 11, 6));
        Sample.Only(EventFile.Read("events/a.md", "---\ntitle: Fair\nstartsAt: 2026-11-05\nendsAt: 2026-11-04\n---\n").Issues).ShouldContain("`endsAt` is not after `startsAt`");
        Sample.Only(EventFile.Read("events/a.md", "---\ntitle: Fair\nstartsAt: 2026-11-05\nendsAt: 2026-11-05T10:00:00Z\n---\n").Issues).ShouldContain("differ in kind");
        Sample.Only(EventFile.Read("events/a.md", "---\ntitle: Fair\nstartsAt: 2026-11-05T10:00:00\n---\n").Issues).ShouldContain("a time without an offset or a zone");
    }

    [Fact]
    public void A_page_needs_a_title_and_words()
    {
        PageFile.Read("pages/about.md", "---\ntitle: About\n---\nWords.").Document.ShouldBe(new PageDocument("about", "About", null, "Words."));
        PageFile.Read("pages/about.md", "---\nsummary: About\n---\n").Issues.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("news")]
    [InlineData("admin")]
    [InlineData("api")]
    public void A_page_cannot_take_an_address_of_the_portal(string slug) =>
        Sample.Only(PageFile.Read($"pages/{slug}.md", "---\ntitle: About\n---\nWords.").Issues).ShouldContain("is an address of the portal itself");

    [Fact]
    public void A_company_is_read_and_written()
    {
        var read = CompanyFile.Read("company.yml", Sample.Company + "cik: \"1878848\"\nsymbols:\n  - {symbol: BTC-USD, name: Bitcoin, currency: USD, calendar: daily}\n  - {symbol: CIFR, name: Cipher, peer: true}\n");

        read.Issues.ShouldBeEmpty();
        read.Document!.Cik.ShouldBe("0001878848");
        read.Document.Knows("BTC-USD").ShouldBeTrue();
        read.Document.Knows("QQQ").ShouldBeTrue();
        read.Document.Knows("SPY").ShouldBeFalse();
        var again = CompanyFile.Read("company.yml", CompanyFile.Write(read.Document)).Document!;
        again.Symbols.Select(s => (s.Symbol, s.Calendar, s.Peer)).ShouldBe([("BTC-USD", SymbolCalendar.Daily, false), ("CIFR", SymbolCalendar.Exchange, true)]);
    }

    [Theory]
    [InlineData("zone", "zone: Mars", "`zone` is `Mars`, which is no IANA zone")]
    [InlineData("ticker", "ticker: iren", "`ticker` is `iren`: write capital letters")]
    [InlineData("name", "nane: IREN", "company.yml:1: `nane` is no known field: did you mean `name`?")]
    [InlineData("benchmark", "benchmark: QQQ\ncontacts:\n  - {name: A, email: nobody}", "`contacts[0].email` is `nobody`")]
    [InlineData("benchmark", "benchmark: QQQ\nsymbols:\n  - {symbol: A, name: A}\n  - {symbol: A, name: B}", "`symbols[1].symbol` repeats A")]
    [InlineData("benchmark", "benchmark: QQQ\nfigureSeries:\n  - {label: A, unit: MW}", "`figureSeries[0].values` has none")]
    [InlineData("benchmark", "benchmark: QQQ\nfigureSeries:\n  - {label: A, unit: MW, values: [{period: B, asOf: 2026-01-01, source: C}, {period: D, asOf: 2025-01-01, source: E}]}", "are not in order of `asOf`")]
    public void A_company_with_a_fault_is_refused(string line, string with, string reason) =>
        CompanyFile.Read("company.yml", Sample.Change(Sample.Company, line, with)).Issues.ShouldContain(i => i.ToString().Contains(reason, StringComparison.Ordinal));
}
