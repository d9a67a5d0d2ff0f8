using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using IrenPortal.Market.Prices;
using IrenPortal.Market.Reactions;
using IrenPortal.Site.Contracts;
using IrenPortal.Site.Editions;
using IrenPortal.Site.Filings;
using IrenPortal.Site.News;
using IrenPortal.Site.Published;
using IrenPortal.Site.Search;
using IrenPortal.Site.Stock.Reactions;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Site.Api;

/// <summary>Turns what was published into the API's records.</summary>
internal sealed class ApiMapping(PublicOrigin origin)
{
    /// <summary>An instant as the API and the ledger write it: UTC with milliseconds.</summary>
    internal static readonly InstantPattern Milliseconds = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");

    public AnnouncementItem Item(PublishedAnnouncement announcement)
    {
        var document = announcement.Document;
        return new AnnouncementItem(
            document.Slug, document.Headline, document.Summary, announcement.ReleasedAt, document.Category, document.Tags, document.Featured, UrlOf(document.Slug));
    }

    public AnnouncementAnswer Answer(AnnouncementEdition edition)
    {
        var document = edition.Document;
        return new AnnouncementAnswer(
            document.Slug, document.Headline, document.Summary, edition.ReleasedAt, document.Category, document.Tags, document.Featured, UrlOf(document.Slug),
            Milliseconds.Format(edition.CommittedAt), edition.Standing.Version, document.Timing.Word(), document.Reported, document.Body, edition.Html, document.Contract,
            [.. edition.Files.Select(f => new FileItem(f.Name, origin.Absolute(f.Href), f.Bytes, f.Sha256))],
            document.Sources, document.PressReports,
            [.. edition.Standing.Corrections.Select(c => new CorrectionItem(c.Version, Milliseconds.Format(c.At), c.Reason, origin.Absolute(edition.Standing.HrefOf(c.Version)), c.Withdraws))],
            edition.Sha256, Withdrawal(edition.Standing));
    }

    public ContractItem Item(ContractDocument c, IReadOnlyList<ContractDocument> all, EditionStanding? standing = null) => new(
        c.Slug, c.Title, c.Counterparty, c.Role, c.Status, c.Signed, c.Announced, c.TotalValue, c.TermYears, c.TermNote, c.PrepaymentPercent, c.PrepaymentNote,
        c.AnnualRunRate, c.Hardware, c.Site, c.ItLoadMegawatts,
        [.. c.RelatedSpend.Select(s => new SpendItem(s.Counterparty, s.Amount.Amount, s.Amount.Currency, s.Amount.Approximate, s.What))],
        [.. c.Phases.Select(p => new PhaseItem(p.Name, p.Megawatts, p.Status, p.Date is { } day ? LocalDatePattern.Iso.Format(day) : p.DateText, p.Reported))],
        c.Termination, c.Announcement, c.Reported, c.Sources, origin.Absolute("/contracts/" + c.Slug),
        [.. ContractFigures.Derive(c, all).Select(d => new DerivedItem(d.Key, d.Label, d.Value, d.Unit, d.Display, d.Formula, d.Approximate, d.Reported))],
        standing is null ? null : Withdrawal(standing));

    public EventItem Item(PublishedEvent published)
    {
        var e = published.Document;
        return new EventItem(
            e.Slug, e.Title, Start(e), End(e), e.Place, e.Webcast, e.Materials, origin.Absolute("/events#" + e.Slug),
            e.Withdrawn ? new WithdrawalItem(published.Version, Milliseconds.Format(published.CommittedAt), e.Reason ?? "", null) : null);
    }

    public FilingItem Item(FilingRow row)
    {
        var f = row.Filing;
        return new FilingItem(
            f.AccessionNumber, f.Form, row.FormName, f.FiledOn, f.ReportedOn, f.AcceptedAt is { } at ? Milliseconds.Format(at) : null, f.Items, f.Description, f.Size,
            row.Document, row.Index, row.Viewer, [.. row.Releases.Select(r => new FilingReleaseItem(r.Slug, r.Document.Headline, UrlOf(r.Slug)))]);
    }

    public SearchItem Item(SearchThing thing) => new(SearchQuery.Word(thing.Kind), thing.Slug, thing.Title, thing.Summary, thing.Date, thing.Category, origin.Absolute(thing.Href));

    public static ReactionAnswer Reaction(PublishedAnnouncement announcement, PublishedSite site)
    {
        var calendar = site.CalendarOf(site.Company.Ticker);
        var day0 = site.ReactionTo(announcement)?.Day0;
        return new ReactionAnswer(
            announcement.Slug, site.Company.Ticker, site.Company.Benchmark, site.Firm?.Last?.Date,
            announcement.Moment.TryDay0(calendar) is { } session
                ? Day(session, day0)
                : null,
            site.StudyOf(announcement) is { } study ? new StudyItem(study, calendar) : null);
    }

    public MeasureItem Item(PublishedAnnouncement announcement, MeasuredRelease release)
    {
        var (day0, study) = (release.Shown, release.Study);
        return new MeasureItem(
            release.Slug, release.Headline, announcement.ReleasedAt, release.Moment.Timing.Word(), release.Category, UrlOf(release.Slug), release.Number,
            release.Reaction is { } reaction ? Day(reaction.Session, reaction.Day0) : null,
            day0?.Open?.Fraction, day0?.Close.Fraction, day0?.BenchmarkFraction, day0?.VolumeMultiple, release.Reaction?.EarlyClose == true,
            study?.Status.ToString().ToLowerInvariant(), study?.Refusal?.Code, study?.Estimation.Observations,
            study?.Headline?.Model.Alpha, study?.Headline?.Model.Beta, study?.Headline?.Model.RSquared,
            [.. EventWindow.Standard.Select(w => Item(release, w))]);
    }

    public static PriceItem Item(Bar bar) => new(bar.Date, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume);

    public static LedgerItem Item(LedgerEntry e) =>
        new(e.Number, Milliseconds.Format(e.At), e.Kind, e.Subject, e.Sha256, e.Previous, e.Hash, e.Signature);

    private static ReactionDay Day(LocalDate session, EventDay? day0) =>
        new(session, day0?.PreviousClose, day0?.Open?.Price, day0?.High?.Price, day0?.Low?.Price, day0?.Close.Price, day0?.Volume);

    private static MeasureWindowItem Item(MeasuredRelease release, EventWindow window)
    {
        var (abnormal, range) = (release.Abnormal(window), release.Abnormal(window)?.Interval());
        return new MeasureWindowItem(
            window.Name, release.Returned(window), abnormal?.Value, abnormal?.CorrectedError, abnormal?.P, range?.Low, range?.High,
            [.. release.OthersIn(window).Select(o => new MeasureOtherItem(o.Release.Slug, o.RelativeDay))]);
    }

    private WithdrawalItem? Withdrawal(EditionStanding standing) => standing.WithdrawnNow is { } withdrawal
        ? new WithdrawalItem(withdrawal.Version, Milliseconds.Format(withdrawal.At), withdrawal.Reason, origin.Absolute(standing.HrefOf(standing.TextBefore(withdrawal.Version))))
        : null;

    private string UrlOf(string slug) => origin.Absolute("/news/" + slug);

    private static string Start(EventDocument e) => e.StartsAt is { } at ? InstantPattern.ExtendedIso.Format(at) : LocalDatePattern.Iso.Format(e.StartDate!.Value);

    private static string? End(EventDocument e) => e.EndsAt is { } at ? InstantPattern.ExtendedIso.Format(at) : e.EndDate is { } day ? LocalDatePattern.Iso.Format(day) : null;
}
