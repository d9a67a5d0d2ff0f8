using IrenPortal.Market.Calendar;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Content.FrontMatter;

/// <summary>When an announcement is released, as its fields say it.</summary>
internal readonly record struct Release(Instant? At, LocalDate? Date, string? Zone)
{
    /// <summary>Reads <c>releaseAt</c> and <c>zone</c> and holds them against the status and the clock.</summary>
    public static Release Read(FieldReader fields, DocumentStatus? status, ReleaseTiming timing, ContentContext context)
    {
        if (status != DocumentStatus.Draft)
        {
            fields.Require("releaseAt", timing == ReleaseTiming.Exact ? "releaseAt: 2025-11-03T07:00:00-05:00" : "releaseAt: 2025-11-03");
        }

        var zone = fields.Zone("zone");
        var scalar = fields.Scalar("releaseAt");
        if (timing != ReleaseTiming.Exact)
        {
            var date = scalar is null ? null : PlainDate(fields, scalar.Text, timing);
            if (zone is not null && !zone.Equals(context.Zone))
            {
                fields.Fault("zone", $"is {zone.Id}, but a plain date is one of the company's zone, {context.Zone.Id}: leave `zone` out");
            }

            if (date is { } day)
            {
                CheckClock(fields, status, ReleaseMoment.On(day, timing).FirstInstant(context.Zone), context.Now);
            }

            return new Release(null, date, zone?.Id);
        }

        if (scalar is null)
        {
            return new Release(null, null, zone?.Id);
        }

        if (LocalDatePattern.Iso.Parse(scalar.Text).Success)
        {
            fields.Fault("releaseAt", $"is the plain date {scalar.Text}: write the time and offset too, such as {scalar.Text}T07:00:00-05:00, or add `timing: date_only` (or before_open, before_close, after_close)");
            return new Release(null, null, zone?.Id);
        }

        var at = InstantField.Read(scalar.Text, zone, out var fault);
        if (fault is not null && (zone is not null || !fields.Has("zone")))
        {
            fields.Fault("releaseAt", fault);
        }

        if (at is { } instant)
        {
            CheckClock(fields, status, instant, context.Now);
        }

        return new Release(at, null, zone?.Id);
    }

    private static LocalDate? PlainDate(FieldReader fields, string text, ReleaseTiming timing)
    {
        var parsed = LocalDatePattern.Iso.Parse(text);
        if (!parsed.Success)
        {
            fields.Fault("releaseAt", $"is `{FieldReader.Shown(text)}`: with `timing: {timing.Word()}` write a plain date that exists, such as 2025-11-03");
            return null;
        }

        if (parsed.Value.Year is >= 1998 and <= 2100)
        {
            return parsed.Value;
        }

        fields.Fault("releaseAt", $"is {text}: write a date from 1998 on, to 2100");
        return null;
    }

    private static void CheckClock(FieldReader fields, DocumentStatus? status, Instant release, Instant now)
    {
        if (status is (DocumentStatus.Published or DocumentStatus.Withdrawn) && release > now)
        {
            fields.Fault("releaseAt", $"is still to come (it is {InstantField.Write(Floor(now))} now): write `status: scheduled`, or a time that has passed");
        }
        else if (status == DocumentStatus.Scheduled && release <= now)
        {
            fields.Fault("releaseAt", $"has passed (it is {InstantField.Write(Floor(now))} now): write `status: published`, or a time to come");
        }
    }

    private static Instant Floor(Instant now) => Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
}
