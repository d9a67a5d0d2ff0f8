using System.Security.Claims;
using IrenPortal.Data.Newsroom;
using IrenPortal.Identity;
using IrenPortal.Newsroom.Insiders;
using IrenPortal.Newsroom.Releasing;
using IrenPortal.Newsroom.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Frame;

/// <summary>What stands around every document of the newsroom.</summary>
/// <param name="Person">Who is signed in.</param>
/// <param name="Company">Name and zone.</param>
/// <param name="OpenItems">How many documents are being worked on.</param>
/// <param name="WaitingPrices">How many proposals of prices wait for a yes.</param>
/// <param name="Overdue">How many scheduled releases are late by a second or more.</param>
/// <param name="ClockOff">How far the clock that releases is ahead of this machine's, where that is an alarm; null otherwise.</param>
/// <param name="Names">Display names by user id.</param>
public sealed record StaffFrame(ClaimsPrincipal Person, Company Company, int OpenItems, int WaitingPrices, int Overdue, Duration? ClockOff, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>The name of whoever did something; imports have no person.</summary>
    public string NameOf(string userId) => userId == StaffGuard.System ? "Import" : Names.GetValueOrDefault(userId, "Unknown");
}

/// <summary>Makes the frame for a request.</summary>
public sealed class StaffFrames(CompanyOnRecord company, DueReleases due, ClockWatch clock, IDbContextFactory<NewsroomDbContext> newsrooms)
{
    /// <summary>The frame for whoever asks.</summary>
    public Task<StaffFrame> ForAsync(HttpContext http) => ForAsync(http.User, http.RequestAborted);

    /// <summary>The frame for a person.</summary>
    public async Task<StaffFrame> ForAsync(ClaimsPrincipal person, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var open = await newsroom.OpenTo(person.StaffId()).CountAsync(d => DocumentTransitions.Open.Contains(d.State), cancel);
        var prices = await newsroom.PriceProposals.CountAsync(p => p.State == ProposalState.Proposed, cancel);
        var names = await newsroom.Users.ToDictionaryAsync(u => u.Id, u => u.Called, cancel);
        return new StaffFrame(person, await company.ReadAsync(cancel), open, prices, (await due.LookAsync(cancel)).Overdue.Count, clock.Alarm, names);
    }
}
