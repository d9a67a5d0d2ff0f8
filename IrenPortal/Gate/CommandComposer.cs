using System.Globalization;
using IrenPortal.Data;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Gate;

/// <summary>Turns one command into rows and ledger entries of one transaction. Files come before the editions that use them.</summary>
internal sealed class CommandComposer(PublicDbContext store, LedgerSigner signer, string key, Instant now, LedgerEntry? last)
{
    private readonly long _first = (last?.Number ?? 0) + 1;
    private readonly CommandRows _rows = new(new CarriedOutCommand { Key = key, FirstNumber = 0, LastNumber = 0, At = now });
    private readonly Dictionary<(EditionKind, string), int> _versions = [];
    private readonly Dictionary<string, PublicFile> _files = new(StringComparer.Ordinal);
    private readonly HashSet<long> _superseded = [];
    private LedgerEntry? _last = last;

    /// <summary>True when nothing in the command was new.</summary>
    public bool IsEmpty => (_last?.Number ?? 0) < _first;

    /// <summary>The version that each document got.</summary>
    public IReadOnlyDictionary<(EditionKind Kind, string Slug), int> Versions => _versions;

    public async Task ComposeAsync(ReleaseCommand command, CancellationToken cancel)
    {
        foreach (var item in command.Editions)
        {
            await AddEditionAsync(item, cancel);
        }

        foreach (var prices in command.Prices)
        {
            await AddPricesAsync(prices, cancel);
        }

        foreach (var actions in command.Actions)
        {
            await AddActionsAsync(actions, cancel);
        }

        foreach (var filings in command.Filings)
        {
            await AddFilingsAsync(filings, cancel);
        }

        foreach (var timing in command.Timings)
        {
            await AddTimingAsync(timing, cancel);
        }
    }

    /// <summary>Adds the key when it is new, the command's row and the closing entry; returns the store version.</summary>
    public long Close()
    {
        var number = _last!.Number + 1;
        var command = new CarriedOutCommand { Key = key, FirstNumber = _first, LastNumber = number, At = now };
        store.Add(command);
        AddKeyWhenNew();
        var rows = _rows with { Command = command };
        Append(LedgerChain.CommitKind, $"{_first}-{number}", RowDigest.Of(rows));
        return number;
    }

    /// <summary>Sends every row to the database; the caller's transaction commits them.</summary>
    public async Task SaveAsync(CancellationToken cancel)
    {
        await store.SaveChangesAsync(cancel);
        await new BarRows(store).WriteAsync(_rows.Bars, cancel);
        await new SearchRows(store).ReplaceAsync(_superseded, _rows.Editions, cancel);
    }

    private void AddKeyWhenNew()
    {
        var current = store.LedgerKeys.AsNoTracking().OrderByDescending(k => k.FromNumber).FirstOrDefault();
        if (current?.PublicKeyPem != signer.PublicKeyPem)
        {
            var row = new LedgerKey { FromNumber = _first, PublicKeyPem = signer.PublicKeyPem };
            store.Add(row);
            _rows.Keys.Add(row);
        }
    }

    private LedgerEntry Append(string kind, string subject, string sha256)
    {
        _last = LedgerChain.Next(_last, now, kind, subject, sha256, signer);
        store.Add(_last);
        return _last;
    }

    private async Task AddEditionAsync(EditionItem item, CancellationToken cancel)
    {
        var (previous, before) = await PreviousAsync(item, cancel);
        var sha256 = LedgerChain.Sha256(item.Markdown);
        if (before?.Sha256 == sha256)
        {
            return;
        }

        var uses = new List<(PublicFile File, bool Attached)>();
        foreach (var file in item.Files)
        {
            uses.Add((await PublishAsync(file, cancel), file.Attached));
        }

        var version = (before?.Version ?? 0) + 1;
        var entry = Append(item.Kind.ToString().ToLowerInvariant(), $"{item.Slug}/{version}", sha256);
        var keepsInstant = before is not null && item.Kind is not EditionKind.Event;
        var edition = new Edition
        {
            Number = entry.Number,
            Kind = item.Kind,
            Slug = item.Slug,
            Version = version,
            Title = item.Title,
            Summary = item.Summary,
            Category = item.Category,
            CategoryKey = MatchKey.Fold(item.Category),
            ContractSlug = item.ContractSlug,
            ReleasedAt = keepsInstant ? before!.ReleasedAt : Instant.FromUnixTimeMilliseconds(item.ReleasedAt.ToUnixTimeMilliseconds()),
            CommittedAt = now,
            Year = keepsInstant ? before!.Year : item.Year,
            Featured = item.Featured,
            SearchKey = MatchKey.Fold(item.SearchText),
            Markdown = item.Markdown,
            Html = uses.Aggregate(item.Html, (html, use) => html.Replace($"\"media:{use.File.Name}\"", $"\"/files/{use.File.Id}/{use.File.Name}\"", StringComparison.Ordinal)),
            Document = item.Document,
            Sha256 = sha256,
            Reason = item.Reason,
        };
        Keep(_rows.Editions, edition);
        _versions[(item.Kind, item.Slug)] = version;
        for (var i = 0; i < item.Tags.Count; i++)
        {
            Keep(_rows.Tags, new EditionTag { EditionNumber = entry.Number, Ordinal = i, Tag = item.Tags[i], TagKey = MatchKey.Fold(item.Tags[i]) });
        }

        for (var i = 0; i < uses.Count; i++)
        {
            Keep(_rows.Uses, new EditionFile { EditionNumber = entry.Number, Ordinal = i, FileId = uses[i].File.Id, Attached = uses[i].Attached });
        }

        if (previous is null)
        {
            store.Add(new CurrentEdition { Kind = item.Kind, Slug = item.Slug, EditionNumber = entry.Number });
        }
        else
        {
            _superseded.Add(previous.EditionNumber);
            previous.EditionNumber = entry.Number;
        }
    }

    private async Task<(CurrentEdition? Row, Edition? Edition)> PreviousAsync(EditionItem item, CancellationToken cancel)
    {
        // An earlier edition of this very command is not in the database yet.
        if (_rows.Editions.FindLast(e => e.Kind == item.Kind && e.Slug == item.Slug) is { } mine)
        {
            return (store.CurrentEditions.Local.Single(c => c.Kind == item.Kind && c.Slug == item.Slug), mine);
        }

        var row = await store.CurrentEditions.SingleOrDefaultAsync(c => c.Kind == item.Kind && c.Slug == item.Slug, cancel);
        return (row, row is null ? null : await store.Editions.AsNoTracking().SingleAsync(e => e.Number == row.EditionNumber, cancel));
    }

    private async Task<PublicFile> PublishAsync(FileItem file, CancellationToken cancel)
    {
        if (_files.TryGetValue(file.Name, out var mine))
        {
            return mine;
        }

        var published = await store.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Name == file.Name, cancel);
        if (published is null)
        {
            var id = PublicGate.NewFileId();
            var sha256 = LedgerChain.Sha256(file.Bytes);
            var entry = Append("file", $"{id}/{file.Name}", sha256);
            published = new PublicFile
            {
                Id = id,
                Number = entry.Number,
                Name = file.Name,
                ContentType = file.ContentType,
                Length = file.Bytes.Length,
                Sha256 = sha256,
                Bytes = file.Bytes,
            };
            Keep(_rows.Files, published);
        }

        return _files[file.Name] = published;
    }

    private async Task AddPricesAsync(PricesItem item, CancellationToken cancel)
    {
        var inForce = await store.NewestBars().AsNoTracking().Where(b => b.Symbol == item.Symbol).ToDictionaryAsync(b => b.Date, cancel);
        var number = (_last?.Number ?? 0) + 1;
        var changed = item.Bars
            .Where(b => !inForce.TryGetValue(b.Date, out var old) || (old.Open, old.High, old.Low, old.Close, old.Volume) != (b.Open, b.High, b.Low, b.Close, b.Volume))
            .OrderBy(b => b.Date)
            .Select(b => new BarRevision { Symbol = item.Symbol, Date = b.Date, Number = number, Open = b.Open, High = b.High, Low = b.Low, Close = b.Close, Volume = b.Volume })
            .ToList();
        if (changed.Count == 0)
        {
            return;
        }

        Append(BarsInForce.PricesKind, item.Symbol, LedgerChain.Sha256(BarCsv.Write(changed)));
        _rows.Bars.AddRange(changed);
    }

    private async Task AddActionsAsync(ActionsItem item, CancellationToken cancel)
    {
        var known = await store.CorporateActions.AsNoTracking().Where(a => a.Symbol == item.Symbol).ToListAsync(cancel);
        var inForce = known.Newest().ToDictionary(a => (a.ExDate, a.Kind), a => a.Value);
        var number = (_last?.Number ?? 0) + 1;
        var changed = item.Actions
            .Where(a => !inForce.TryGetValue((a.ExDate, a.Kind), out var value) || value != a.Value)
            .OrderBy(a => a.ExDate).ThenBy(a => a.Kind, StringComparer.Ordinal)
            .Select(a => new CorporateActionRevision { Symbol = item.Symbol, ExDate = a.ExDate, Kind = a.Kind, Number = number, Value = a.Value })
            .ToList();
        if (changed.Count == 0)
        {
            return;
        }

        Append(BarsInForce.ActionsKind, item.Symbol, LedgerChain.Sha256(BarCsv.Write(changed)));
        changed.ForEach(a => Keep(_rows.Actions, a));
    }

    private async Task AddFilingsAsync(FilingsItem item, CancellationToken cancel)
    {
        var changed = await FilingRows.ChangedAsync(store, item, (_last?.Number ?? 0) + 1, cancel);
        if (changed.Count > 0)
        {
            Append(FilingsInForce.Kind, item.Cik, LedgerChain.Sha256(FilingCsv.Write(changed)));
            _rows.Filings.AddRange(changed);
            store.AddRange(changed);
        }
    }

    private async Task AddTimingAsync(TimingItem item, CancellationToken cancel)
    {
        if (await store.Timings.AnyAsync(t => t.EditionNumber == item.EditionNumber, cancel))
        {
            return;
        }

        var timing = new EditionTiming
        {
            EditionNumber = item.EditionNumber,
            Number = (_last?.Number ?? 0) + 1,
            FirstReadAt = item.FirstReadAt?.ToMilliseconds(),
            Mails = item.Mails,
            FirstMailAt = item.FirstMailAt?.ToMilliseconds(),
            LastMailAt = item.LastMailAt?.ToMilliseconds(),
        };
        Append(EditionTiming.Kind, item.EditionNumber.ToString(CultureInfo.InvariantCulture), LedgerChain.Sha256(timing.ToCsv()));
        Keep(_rows.Timings, timing);
    }

    private void Keep<TRow>(List<TRow> rows, TRow row)
        where TRow : class
    {
        rows.Add(row);
        store.Add(row);
    }
}
