using IrenPortal.Site.Api;

namespace IrenPortal.Site.Verify;

/// <summary>The newest entry with its signature: whoever keeps it can later show that nothing before it was changed.</summary>
/// <param name="Entry">The entry; its signature covers its hash, which covers all entries before.</param>
/// <param name="Key">Where the public key is.</param>
/// <param name="Ledger">Where all entries are.</param>
/// <param name="Page">Where a person reads the entry.</param>
public sealed record Checkpoint(LedgerItem Entry, string Key, string Ledger, string Page);
