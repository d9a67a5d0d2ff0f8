using IrenPortal.Data.Newsroom;
using NodaTime;

namespace IrenPortal.Newsroom;

/// <summary>Adds audit entries to a command's own transaction: ids, numbers and states, never a text.</summary>
internal static class AuditTrail
{
    public static void Record(this NewsroomDbContext newsroom, Instant now, string actor, string action, Guid document, string detail = "") =>
        newsroom.AuditEntries.Add(new AuditEntry { At = now, Actor = actor, Action = action, Subject = document.ToString("N"), Detail = detail });
}
