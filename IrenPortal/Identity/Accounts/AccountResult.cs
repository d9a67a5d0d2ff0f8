namespace IrenPortal.Identity.Accounts;

/// <summary>What a person can put right: a field of the form, or none, and a sentence.</summary>
/// <param name="Field">Name of the field, empty when it concerns no single one.</param>
/// <param name="Sentence">What is wrong and what to do instead.</param>
public sealed record AccountIssue(string Field, string Sentence)
{
    /// <summary>The names of fields.</summary>
    public const string Email = "email", Name = "name", Password = "password", Current = "current", Role = "role";
}

/// <summary>The answer to a command on accounts: a value when done, issues when nothing was changed.</summary>
public sealed record AccountResult<T>(T? Value, IReadOnlyList<AccountIssue> Issues)
    where T : class
{
    /// <summary>True when the command was carried out; <see cref="Value"/> is then set.</summary>
    public bool Done => Value is not null;

    public static implicit operator AccountResult<T>(T value) => new(value, []);

    public static implicit operator AccountResult<T>(AccountIssue issue) => new(null, [issue]);
}

/// <summary>A link that sets a password once.</summary>
/// <param name="UserId">Whose it is.</param>
/// <param name="Token">Its secret; nowhere kept.</param>
/// <param name="ExpiresAt">When it ends.</param>
public sealed record IssuedLink(string UserId, string Token, NodaTime.Instant ExpiresAt)
{
    /// <summary>The path and query, below the public origin.</summary>
    public string Path => $"/account/link?token={Token}";
}
