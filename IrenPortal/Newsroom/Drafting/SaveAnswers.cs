using IrenPortal.Identity;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>What the editor's script is told of a save, as JSON.</summary>
public sealed class SaveAnswers(DraftReading reading, CompanyOnFile company)
{
    /// <summary>Why a save was not taken.</summary>
    public const string Locked = "It can't be edited in the state that it is in now, nor in the last ten minutes before its release; nothing was saved.";

    /// <summary>200 with the revision and the issues, 409 with the other person's text, or 423.</summary>
    public async Task<IResult> OfAsync(Guid id, PostedSave saved, HttpContext http)
    {
        if (saved.Outcome is SaveOutcome.Locked)
        {
            return Results.Json(new { sentence = Locked }, statusCode: StatusCodes.Status423Locked);
        }

        if (saved.Outcome is SaveOutcome.Conflict)
        {
            var theirs = (await reading.OpenAsync(id, null, http.User.StaffId(), http.RequestAborted))!;
            return Results.Json(
                new
                {
                    revision = theirs.Line.Revision,
                    savedAt = Format.Machine(theirs.Line.ChangedAt),
                    fields = theirs.Text.Fields.Values,
                    differences = DocumentPages.Differences(saved.Fields, theirs.Text.Fields),
                },
                statusCode: StatusCodes.Status409Conflict);
        }

        var context = await company.ContextAsync(http.RequestAborted);
        return Results.Json(new
        {
            revision = saved.Revision,
            savedAt = Format.Machine(saved.At),
            saved = $"Saved {Format.Time(saved.At, context.Zone)} as revision {Format.Count(saved.Revision)}",
            slug = saved.Fields.Slug,
            issues = DraftIssues.Of(saved.Fields, DraftCheck.Run(saved.Fields, context), saved.Correction),
        });
    }
}
