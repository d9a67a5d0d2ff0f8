using System.Collections.Immutable;
using IrenPortal.Identity;
using IrenPortal.Newsroom.Drafting;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Newsroom.Scheduling;

/// <summary>Sets and clears the release time of a draft: a save like any other, so that it is part of what is approved.</summary>
internal static class ScheduleEndpoints
{
    private const string Passed = "This release time has passed: choose one that lies ahead.";

    public static void MapSchedule(this IEndpointRouteBuilder staff)
    {
        var draft = staff.MapGroup("/admin/drafts/{id:guid}");
        draft.MapPost("/schedule", SetAsync);
        draft.MapPost("/unschedule", ClearAsync);
    }

    private static async Task<IResult> SetAsync(Guid id, IFormCollection form, HttpContext http, DraftDesk drafts, CompanyOnFile company, DocumentPages pages, TimeProvider time)
    {
        var context = await company.ContextAsync(http.RequestAborted);
        var read = Read(form, context.Zone);
        if (read.At is null)
        {
            return await pages.ShowAsync(http, id, refusals: [read.Fault], words: Refused(form, read.Fault), nearest: read.Nearest);
        }

        if (read.At <= Instant.FromDateTimeOffset(time.GetUtcNow()))
        {
            return await pages.ShowAsync(http, id, refusals: [Passed], words: Refused(form, Passed));
        }

        return await SaveAsync(id, form, http, drafts, pages, ("status", "scheduled"), ("timing", ""), ("zone", ""), ("releaseAt", LocalRelease.Pattern.Format(read.At.Value.InZone(context.Zone).ToOffsetDateTime())));
    }

    private static Task<IResult> ClearAsync(Guid id, IFormCollection form, HttpContext http, DraftDesk drafts, DocumentPages pages) =>
        SaveAsync(id, form, http, drafts, pages, ("status", "draft"), ("timing", ""), ("zone", ""), ("releaseAt", ""));

    // What was typed stays in its fields: one digit is put right sooner than all of it written again.
    private static RefusedWords Refused(IFormCollection form, string fault) => RefusedWords.OfTime(fault, form["date"].ToString(), form["time"].ToString());

    private static LocalRelease Read(IFormCollection form, DateTimeZone zone)
    {
        // One of the offered instants, chosen after a time that names none or two.
        if (LocalRelease.Pattern.Parse(form["instant"].ToString()).TryGetValue(default, out var chosen))
        {
            return new LocalRelease(chosen.ToInstant(), "", []);
        }

        return LocalDatePattern.Iso.Parse(form["date"].ToString()).TryGetValue(default, out var date) && LocalRelease.Typed.Parse(form["time"].ToString().Trim()).TryGetValue(default, out var clock)
            ? LocalRelease.Of(date + clock, zone)
            : new LocalRelease(null, "The release time is not complete: choose a date and write a time such as 06:30.", []);
    }

    private static async Task<IResult> SaveAsync(Guid id, IFormCollection form, HttpContext http, DraftDesk drafts, DocumentPages pages, params (string Name, string Value)[] values)
    {
        if (PostedForm.BaseRevision(form) is not { } from)
        {
            return Results.BadRequest();
        }

        var fields = values.ToImmutableSortedDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        var saved = await drafts.SaveAsync(id, from, fields, http.User.StaffId(), http.RequestAborted);
        return saved.Outcome switch
        {
            SaveOutcome.NotFound => Results.NotFound(),
            SaveOutcome.Locked => await pages.ShowAsync(http, id, refusals: [SaveAnswers.Locked]),
            SaveOutcome.Conflict => await pages.ShowAsync(http, id, refusals: ["Somebody saved in between: look at the text again and set the time once more."]),
            _ => await pages.HrefAsync(id, http.RequestAborted) is { } href ? Results.LocalRedirect(href) : Results.NotFound(),
        };
    }
}
