using IrenPortal.Content;
using IrenPortal.Site.Contracts;
using IrenPortal.Site.Published;

namespace IrenPortal.Site.News;

/// <summary>Puts together what the pages of announcements show.</summary>
public static class AnnouncementViews
{
    /// <summary>A row of a list, with what the share did.</summary>
    public static CardView CardOf(this PublishedSite site, PublishedAnnouncement announcement)
    {
        var document = announcement.Document;
        return new CardView(
            document.Slug, document.Headline, document.Summary, announcement.Moment, document.Category,
            site.ReactionTo(announcement) is { } reaction ? CardMove.Of(reaction) : null, document.Reported);
    }

    /// <summary>
    /// The reaction panel of a release, published or drafted; null without a release time, without prices or outside the calendar.
    /// Its figures can be had under its slug only where they are those of the newest edition.
    /// </summary>
    public static ReactionView? ReactionPanelOf(this PublishedSite site, AnnouncementDocument document)
    {
        if (document is { ReleaseAt: null, ReleaseDate: null } || site.Firm is not { } firm || site.ReactionTo(document.Slug, document.Moment()) is not { } reaction)
        {
            return null;
        }

        var moment = document.Moment();
        return ReactionView.From(
            reaction, site.StudyOf(document.Slug, moment), moment, document.PressReports,
            ReactionPrices.Of(firm, site.Benchmark, site.Company.Benchmark), site.CalendarOf(firm.Symbol)) with
        {
            Slug = site.Announcement(document.Slug)?.Moment == moment ? document.Slug : null,
        };
    }

    /// <summary>The whole page of an edition.</summary>
    public static AnnouncementView Of(AnnouncementEdition edition, SiteMoment moment)
    {
        var (site, document) = (moment.Site, edition.Document);
        var contracts = site.Contracts.Select(c => c.Document).ToList();
        var contract = contracts.Find(c => c.Slug == document.Contract);
        var place = site.Announcements.ToList().FindIndex(a => a.Slug == document.Slug);
        return new AnnouncementView
        {
            Chrome = moment.Chrome,
            Document = document,
            BodyHtml = edition.Html,
            Contract = contract,
            Derived = contract is null ? [] : ContractFigures.Derive(contract, contracts),
            Files = edition.Files,
            Version = edition.Standing.Version,
            LatestVersion = edition.Standing.LatestVersion,
            Sha256 = edition.Sha256,
            Corrections = edition.Standing.Corrections,
            Later = contract is null || place < 0 ? [] : [.. site.Announcements.Take(place).Where(a => a.Document.Contract == contract.Slug).Select(a => site.LinkTo(a))],
            Previous = place >= 0 && place + 1 < site.Announcements.Count ? site.LinkTo(site.Announcements[place + 1]) : null,
            Next = place > 0 ? site.LinkTo(site.Announcements[place - 1]) : null,
            Reaction = place < 0 ? null : site.ReactionPanelOf(document),
        };
    }

    private static ReleaseLink LinkTo(this PublishedSite site, PublishedAnnouncement announcement) =>
        new(announcement.Slug, announcement.Document.Headline, announcement.Moment.DateIn(site.Zone));
}
