using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Review;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Newsroom.Preflight;

/// <summary>
/// The rules before a hand-over. A rule blocks exactly where the hand-over itself is refused, by one of the form's issues; the
/// others only ask for a look. Each issue stands under one rule.
/// </summary>
internal static class PreflightRules
{
    // What search engines and other sites' lists show of a headline.
    private const int HeadlineShown = 110;

    /// <summary>The list for a text.</summary>
    public static PreflightList Of(PreflightSubject subject)
    {
        var rules = (subject.Fields switch
        {
            { IsWithdrawal: true } => [Reason(subject)],
            { Kind: EditionKind.Announcement } => [Reason(subject), Headline(subject), Summary(subject), Category(subject), Time(subject), Text(subject), Sources(subject), Files(subject), Links(subject), Figures(subject)],
            { Kind: EditionKind.Contract } => [Reason(subject), Title(subject), Text(subject), Sources(subject), Files(subject), Links(subject), Figures(subject)],
            { Kind: EditionKind.Event } => [Reason(subject), Title(subject), Starts(subject), Files(subject), Links(subject)],
            _ => new[] { Reason(subject), Title(subject), Text(subject), Files(subject), Links(subject) },
        }).OfType<PreflightRule>().ToList();
        return new PreflightList([.. rules, Others(subject, rules)]);
    }

    private static PreflightRule? Reason(PreflightSubject subject) => subject.FirstRelease
        ? null
        : Field(subject, subject.Fields.IsWithdrawal ? "Reason for the withdrawal" : "Reason for the correction", "given", "Readers see it.", DraftFields.Reason);

    private static PreflightRule Headline(PreflightSubject subject)
    {
        var length = subject.Fields["headline"].Length;
        var rule = Field(subject, "Headline", "given", Characters(length), "headline");
        return rule.Standing is RuleStanding.Met && length > HeadlineShown
            ? rule with { Words = "Headline is long", Standing = RuleStanding.Open, Note = $"{Characters(length)}. Other sites’ lists show about the first {HeadlineShown}." }
            : rule;
    }

    private static PreflightRule Summary(PreflightSubject subject) =>
        Field(subject, "Summary", "given", $"{Format.Count(subject.Fields["summary"].Length)} of {Format.Count(Content.ContentLimits.SummaryLength)} characters", "summary");

    private static PreflightRule Category(PreflightSubject subject) => Field(subject, "Category", "chosen", subject.Fields["category"], "category");

    private static PreflightRule Title(PreflightSubject subject) => Field(subject, "Title", "given", null, "title");

    private static PreflightRule Starts(PreflightSubject subject) => Field(subject, "Start", "given", null, "startsAt", "endsAt", "zone");

    private static PreflightRule? Time(PreflightSubject subject)
    {
        if (!subject.FirstRelease)
        {
            return null;
        }

        var rule = Field(subject, "Release time", "set", null, "releaseAt", "timing", "status", "zone");
        return rule.Standing is not RuleStanding.Met ? rule
            : ReleaseBundles.OwnTime(subject.Fields, subject.Context) is { } at ? rule with { Note = Format.Moment(at, subject.Context.Zone) }
            : rule with { Words = "No release time", Standing = RuleStanding.Open, Note = "It goes out when somebody releases it. To plan it, set a time under Schedule." };
    }

    private static PreflightRule Text(PreflightSubject subject)
    {
        var body = subject.Fields[FormShape.Body];
        var words = ReadingTime.Words(body);
        var rule = Field(subject, "Preview", "rendered", $"{Format.Plural(words, "word", "words")}, {Format.Count(ReadingTime.Minutes(words))} min to read", FormShape.Body);
        return rule.Standing is RuleStanding.Met && body.Length == 0
            ? rule with { Words = "No text yet", Standing = RuleStanding.Blocking, Note = null, Steps = [new RuleStep("The text is empty: write it.", FormShape.Body)] }
            : rule;
    }

    private static PreflightRule Sources(PreflightSubject subject)
    {
        var count = subject.Fields["sources"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        var rule = Field(subject, "Sources", "given", Format.Plural(count, "source", "sources"), "sources");
        return rule.Standing is RuleStanding.Met && count == 0
            ? rule with { Words = "No source given", Standing = RuleStanding.Open, Note = "Name what the figures can be checked against." }
            : rule;
    }

    private static PreflightRule Files(PreflightSubject subject) =>
        Field(subject, "Files", "reachable", subject.FileCount == 0 ? "No files" : Format.Plural(subject.FileCount, "file", "files"), "files");

    private static PreflightRule Links(PreflightSubject subject) => subject.Links.Findings.Count == 0
        ? new PreflightRule("links", "Links checked", RuleStanding.Met, subject.Links.Count == 0 ? "No links" : Format.Plural(subject.Links.Count, "link", "links"))
        : new PreflightRule(
            "links", "Links to put right", RuleStanding.Open, $"{Format.Count(subject.Links.Findings.Count)} of {Format.Plural(subject.Links.Count, "link", "links")}",
            [.. subject.Links.Findings.Select(f => new RuleStep($"{f.Place}: {f.Sentence}", f.Field))]);

    private static PreflightRule? Figures(PreflightSubject subject) => subject.Figures switch
    {
        null => null,
        { Findings.Count: 0, Agreeing: 0 } => new PreflightRule("figures", "Figures match the contract", RuleStanding.Met, "The text names none of its figures."),
        { Findings.Count: 0 } report => new PreflightRule("figures", "Figures match the contract", RuleStanding.Met, $"{Format.Count(report.Agreeing)} of {Format.Plural(report.Agreeing, "figure", "figures")}"),
        var report => new PreflightRule(
            "figures", "Figures differ from the contract", RuleStanding.Open, null, [.. report.Findings.Select(f => new RuleStep(f, FormShape.Body))]),
    };

    private static PreflightRule Others(PreflightSubject subject, List<PreflightRule> rules)
    {
        var said = rules.SelectMany(r => r.Steps).ToHashSet();
        var left = subject.Issues.Select(StepOf).Where(step => !said.Contains(step)).ToList();
        return left.Count == 0
            ? new PreflightRule("others", "Other fields right", RuleStanding.Met, null)
            : new PreflightRule("others", "Other fields to put right", RuleStanding.Blocking, null, left);
    }

    private static PreflightRule Field(PreflightSubject subject, string name, string met, string? note, params ReadOnlySpan<string> fields)
    {
        var steps = new List<RuleStep>();
        foreach (var issue in subject.Issues)
        {
            if (issue.Field is { } field && fields.Contains(field))
            {
                steps.Add(StepOf(issue));
            }
        }

        return steps.Count == 0
            ? new PreflightRule(fields[0], $"{name} {met}", RuleStanding.Met, note)
            : new PreflightRule(fields[0], $"{name} to put right", RuleStanding.Blocking, null, steps);
    }

    private static RuleStep StepOf(DraftIssue issue) => new(issue.Sentence, issue.Field);

    private static string Characters(int length) => Format.Plural(length, "character", "characters");
}
