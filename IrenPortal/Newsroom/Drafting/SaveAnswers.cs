using System.Text;
using IrenPortal.Hosting.Answers;
using IrenPortal.Identity;
using IrenPortal.Newsroom.Facts;
using IrenPortal.Newsroom.Preflight;
using IrenPortal.Ui.Formats;
using Microsoft.AspNetCore.Components;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>What the editor's script is told of a save, as JSON.</summary>
public sealed class SaveAnswers(DraftReading reading, PreflightReading preflights, CompanyOnFile company, DocumentRenderer renderer)
{
    /// <summary>Why a save was not taken.</summary>
    public const string Locked = "It can't be edited in the state that it is in now, nor in the last ten minutes before its release; nothing was saved.";

    /// <summary>200 with the revision, the issues and the page's parts that follow from them as HTML by name, 409 with the other person's text, or 423.</summary>
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
        var check = DraftCheck.Run(saved.Fields, context);
        var preflight = await preflights.OfAsync(id, saved.Fields, check, saved.Correction, http.User.StaffId(), http.RequestAborted);
        return Results.Json(new
        {
            revision = saved.Revision,
            savedAt = Format.Machine(saved.At),
            saved = $"Saved {Format.Time(saved.At, context.Zone)} as revision {Format.Count(saved.Revision)}",
            heading = Desk.TitleOf(saved.Fields.Kind, saved.Fields.Title),
            issues = preflight.Issues,
            parts = await PartsAsync($"/admin/drafts/{id:D}", preflight),
        });
    }

    // The same components as on the page, so that a save and a load show the same.
    private async Task<Dictionary<string, string>> PartsAsync(string commandHref, PreflightView preflight) => new(StringComparer.Ordinal)
    {
        ["submit"] = await HtmlAsync<SubmitPart>(new() { [nameof(SubmitPart.List)] = preflight.List, [nameof(SubmitPart.CommandHref)] = commandHref }),
        ["preflight"] = await HtmlAsync<PreflightCard>(new() { [nameof(PreflightCard.List)] = preflight.List, [nameof(PreflightCard.CommandHref)] = commandHref }),
        ["facts"] = await HtmlAsync<FactsCard>(new() { [nameof(FactsCard.Contract)] = preflight.Contract, [nameof(FactsCard.CommandHref)] = commandHref }),
    };

    private async Task<string> HtmlAsync<TPart>(Dictionary<string, object?> parameters)
        where TPart : IComponent => Encoding.UTF8.GetString((await renderer.RenderAsync<TPart>(parameters)).Body.Span);
}
