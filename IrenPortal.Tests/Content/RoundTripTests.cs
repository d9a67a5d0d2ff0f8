using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IrenPortal.Content;
using IrenPortal.Content.FrontMatter;
using IrenPortal.Market.Calendar;
using NodaTime;

namespace IrenPortal.Tests.Content;

public sealed class RoundTripTests
{
    private static readonly string[] Hostile =
    [
        "\"", "'", ":", ": ", " #", "#", "- ", "---", "...", "|", ">", "&a", "*a", "!", "%", "@", "`", "{", "}", "[", "]", ",", "?", "\\", "\\n",
        " ", "  ", "null", "~", "true", "no", "0x1F", "1e3", ".inf", "2025-11-03", "12:30", "=", "<<", "é", "שלום", "مرحبا", "🚀", "👩‍🚀", "\u00A0", "\u200B",
        "a", "b", "Z", "7", "$70.5m", "23.26%",
    ];

    private static readonly Gen<string> HostileText = Gen.Elements(Hostile).ArrayOf().Select(string.Concat)
        .Where(text => !string.IsNullOrWhiteSpace(text) && text.Length <= 200);

    private static readonly Gen<string[]> FewTexts = HostileText.ArrayOf().Select(texts => texts.Take(6).ToArray());

    private static readonly Gen<string> Slugs = Gen.Elements("a", "b2", "microsoft-ai-cloud", "2025-11-03-x");

    private static readonly Gen<string> Bodies = Gen.Elements("Words.", "---", "## H", "", "    code", "- a", "> b", "שלום 🚀", "`x: y`", "\\# no", "| a |\n|---|\n| b |", "  ")
        .ArrayOf().Select(lines => MarkdownFile.Normalise("Start.\n\n" + string.Join("\n", lines)));

    private static readonly Gen<AnnouncementDocument> Announcements =
        from headline in HostileText
        from summary in HostileText
        from slug in Slugs
        from millis in Gen.Choose(0, 1_000_000_000)
        from timing in Gen.Elements(Enum.GetValues<ReleaseTiming>())
        from status in Gen.Elements(DocumentStatus.Published, DocumentStatus.Draft)
        from flags in Gen.Choose(0, 3)
        from tags in FewTexts
        from words in FewTexts
        from percent in Gen.Choose(-10_000, 1_000_000)
        from body in Bodies
        select new AnnouncementDocument
        {
            Headline = headline,
            Summary = summary,
            Slug = slug,
            Status = status,
            Timing = timing,
            Reported = (flags & 1) > 0,
            ReleaseAt = timing == ReleaseTiming.Exact ? Instant.FromUtc(2025, 1, 1, 0, 0) + Duration.FromMilliseconds(millis) : null,
            ReleaseDate = timing == ReleaseTiming.Exact ? null : new LocalDate(2025, 1, 1).PlusDays(millis % 600),
            Zone = (flags & 2) > 0 ? "America/New_York" : null,
            Category = "AI Cloud",
            Tags = [.. tags.Distinct(StringComparer.OrdinalIgnoreCase)],
            Featured = flags == 3,
            Contract = flags == 1 ? slug : null,
            Sources = [.. words.Select(w => new SourceLink(w, "https://example.com/a?b=c#d"))],
            Reason = flags == 2 ? headline : null,
            PressReports = [.. words.Select(w => new PressReport(w, percent % 2 == 0 ? null : percent / 100m, w))],
            Body = body,
        };

    private static void Holds<T>(Gen<T> values, Action<T> check) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(values.ToArbitrary(), check));

    [Fact]
    public void An_announcement_reads_as_it_was_written() => Holds(Announcements, document =>
    {
        var text = AnnouncementFile.Write(document);
        var read = AnnouncementFile.Read(AnnouncementFile.PathOf(document, Sample.Context.Zone), text, Sample.Context);

        read.Issues.ShouldBeEmpty(text);
        Sample.Json(read.Document!).ShouldBe(Sample.Json(document));
        AnnouncementFile.Write(read.Document!).ShouldBe(text);
    });

    [Fact]
    public void A_contract_reads_as_it_was_written()
    {
        var money = from amount in Gen.Choose(1, int.MaxValue)
                    from kind in Gen.Choose(0, 3)
                    select new Money(amount / 100m, kind == 0 ? "AUD" : "USD", kind == 1);
        var contracts =
            from title in HostileText
            from note in HostileText
            from total in money
            from spend in money.ArrayOf().Select(m => m.Take(6).ToArray())
            from dates in FewTexts.Where(texts => !texts.Contains("2025-11-03"))
            from slug in Slugs
            from body in Bodies
            select new ContractDocument
            {
                Slug = slug,
                Title = title,
                Counterparty = note,
                Role = ContractRole.Lender,
                Status = ContractStatus.Completed,
                Signed = new LocalDate(2025, 11, 2),
                TotalValue = total,
                TermYears = total.Amount % 100 + 0.5m,
                TermNote = note,
                PrepaymentPercent = 20,
                Hardware = title,
                RelatedSpend = [.. spend.Select(s => new RelatedSpend(note, s, title))],
                Phases = [.. dates.Select((d, i) => new ContractPhase(title, i, i == 0 ? null : note, i % 2 == 0 ? d : null, i % 2 == 0 ? null : new LocalDate(2026, 8, 13), i == 1))],
                Termination = note,
                Reported = true,
                Body = body,
            };
        Holds(contracts, contract =>
        {
            var text = ContractFile.Write(contract);
            var read = ContractFile.Read(ContractFile.PathOf(contract), text);

            read.Issues.ShouldBeEmpty(text);
            Sample.Json(read.Document!).ShouldBe(Sample.Json(contract));
            ContractFile.Write(read.Document!).ShouldBe(text);
        });
    }

    [Fact]
    public void Any_text_at_all_survives_YAML()
    {
        var anything = Gen.OneOf(
            HostileText,
            ArbMap.Default.GeneratorFor<string>().Where(s => s is not null),
            Gen.Elements("\u0085", "\u2028", "\u2029", "\u0000", "\u0007", "\r\n", "\t", "\u202E", "\uFEFF", "\uFFFE", "x").ArrayOf().Select(string.Concat));
        Holds(anything, text =>
        {
            var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            var issues = new IssueList("x");
            var writer = new YamlWriter();
            writer.Text("field", text);
            writer.TextList("list", [text, "x"]);

            var map = YamlTree.Read(writer.ToString(), 1, issues);

            issues.Sorted().ShouldBeEmpty(writer.ToString());
            ((YamlScalar)map!.Entries[0].Value).Text.ShouldBe(whole);
            ((YamlScalar)((YamlList)map.Entries[1].Value).Items[0]).Text.ShouldBe(whole);
        });
    }

    [Fact]
    public void What_a_document_may_not_hold_is_refused_and_never_changed() => Holds(ArbMap.Default.GeneratorFor<string>().Where(s => s is not null), text =>
    {
        var document = AnnouncementFile.Read(Sample.Path, Sample.Announcement, Sample.Context).Document! with { Headline = text, Body = text };
        var read = AnnouncementFile.Read(Sample.Path, AnnouncementFile.Write(document), Sample.Context);

        if (read.Document is { } again)
        {
            again.Headline.ShouldBe(text);
            AnnouncementFile.Write(again).ShouldBe(AnnouncementFile.Write(document));
        }
        else
        {
            read.Issues.ShouldNotBeEmpty();
        }
    });

    [Fact]
    public void A_body_with_any_line_ends_is_written_with_LF()
    {
        var document = AnnouncementFile.Read(Sample.Path, Sample.Announcement, Sample.Context).Document!;

        AnnouncementFile.Write(document with { Body = "\r\n \r\na\r\nb\rc\n\n" }).ShouldEndWith("---\na\nb\nc\n");
    }

    [Fact]
    public void Random_text_is_read_without_an_exception() => Holds(Gen.Elements(Hostile).Or(Gen.Elements("\n", "---\n", "headline: ", "releaseAt: ", "sources:\n", "\t")).ArrayOf().Select(string.Concat), text =>
    {
        _ = AnnouncementFile.Read("a.md", text, Sample.Context);
        _ = ContractFile.Read("a.md", $"---\n{text}\n---\n{text}");
        _ = CompanyFile.Read("company.yml", text);
    });
}
