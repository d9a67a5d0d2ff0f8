using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Drafting;

namespace IrenPortal.Newsroom.Preview;

/// <summary>
/// An unfinished form as a document that can be shown: what is wrong with it is left out, what must be there is stood in for.
/// </summary>
internal static class ReadableDraft
{
    private const int MostRounds = 20;

    /// <summary>The document; null where even that can't be made.</summary>
    public static object? Of(DraftFields fields, ContentContext context)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var check = DraftCheck.Run(fields, context);
            if (check.Document is { } document)
            {
                return document;
            }

            var before = fields;
            fields = check.Issues.Aggregate(fields, (form, issue) => StandIn(form, issue.Field?.Split('.', '[')[0], context));
            if (fields.SameAs(before))
            {
                return null;
            }
        }

        return null;
    }

    // A missing field has its stand-in put, a wrong one is first taken out: the next round says what is missing then.
    private static DraftFields StandIn(DraftFields fields, string? field, ContentContext context) => field switch
    {
        null when fields["slug"] != "preview" => fields.With("slug", "preview").With(FormShape.Body, "-"),
        null => fields.With(FormShape.Body, "-"),
        "headline" or "title" => fields.With(field, "Untitled"),
        "summary" when fields[field].Length > 0 => fields.With(field, fields[field][..Math.Min(fields[field].Length, ContentLimits.SummaryLength)].Trim()),
        "summary" => fields.With(field, "No summary yet."),
        DraftFields.Reason when fields[DraftFields.Reason].Length == 0 => fields.With(DraftFields.Reason, "No reason yet."),
        "startsAt" => fields.With(field, "2030-01-01"),
        "counterparty" => fields.With(field, "The other party"),
        "category" => fields.With(field, context.Categories is { Count: > 0 } known ? known[0] : "News"),
        "role" => fields.With(field, "customer"),
        "status" when fields.Kind is EditionKind.Contract => fields.With(field, "announced"),
        "slug" => fields.With(field, "preview"),
        FormShape.Body => fields.With(FormShape.Body, "-"),
        _ => fields.With(field, ""),
    };
}
