using IrenPortal.Identity.Accounts;
using IrenPortal.Ui;

namespace IrenPortal.Identity.Account;

/// <summary>What an account form shows: what was written before, passwords excepted, and what is wrong with it.</summary>
public sealed record AccountForm
{
    /// <summary>The company's short name.</summary>
    public required string CompanyName { get; init; }

    /// <summary>The secret of a link; empty on other forms.</summary>
    public string Token { get; init; } = "";

    /// <summary>The address as written.</summary>
    public string Email { get; init; } = "";

    /// <summary>The name as written.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where signing in leads.</summary>
    public string ReturnUrl { get; init; } = "";

    /// <summary>What to put right.</summary>
    public IReadOnlyList<AccountIssue> Issues { get; init; } = [];

    /// <summary>True after a sign-in that failed, whatever the cause.</summary>
    public bool Failed { get; init; }

    /// <summary>The status of the answer that shows the form.</summary>
    public int Status => Failed ? StatusCodes.Status401Unauthorized : Issues.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;

    /// <summary>The issues as links to their fields.</summary>
    public IReadOnlyList<FormIssue> Summary =>
        [.. Issues.Select(issue => new FormIssue(issue.Field.Length > 0 ? "field-" + issue.Field : null, issue.Sentence))];

    /// <summary>What is wrong with one field, or null.</summary>
    public string? ErrorOf(string field) => Issues.FirstOrDefault(issue => issue.Field == field)?.Sentence;
}
