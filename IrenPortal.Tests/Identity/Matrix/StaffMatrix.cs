namespace IrenPortal.Tests.Identity.Matrix;

/// <summary>
/// The table of who gets what. <c>page</c>: what was asked for. <c>done</c>: the command was carried out. <c>refused</c>: it was
/// reached and said what is wrong. <c>sign-in</c>: sent to sign in. <c>enrol</c>: sent to enrol a second factor. <c>401</c> and <c>404</c>: nothing, not even that it is there.
/// Documents are the author's, and open to author, approver and administrators alone.
/// </summary>
internal static class StaffMatrix
{
    /// <summary>Who asks, in the order of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["stranger", "disabled", "expired", "outsider", "author", "approver", "admin"];

    /// <summary>What every form sends.</summary>
    public static IReadOnlyDictionary<string, string> Fields() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["base"] = "2", ["revision"] = "2", ["key"] = Guid.NewGuid().ToString("N"), ["read"] = "true", ["reason"] = "Because.", ["words"] = "Say more.",
    };

    /// <summary>The rows: method, route, and an answer for each column.</summary>
    public static IReadOnlyList<string> Rows { get; } =
        [.. Table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(r => r[0] != '#').Select(r => string.Join(' ', r.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

    private const string Table = """
        #    route                                         stranger disabled expired  outsider author   approver admin
        GET  /_blazor                                      401      401      401      refused  refused  refused  refused
        POST /_blazor                                      401      401      401      refused  refused  refused  refused
        GET  /_blazor/disconnect/                          401      401      401      404      404      404      404
        POST /_blazor/disconnect/                          401      401      401      refused  refused  refused  refused
        GET  /_blazor/initializers/                        401      401      401      page     page     page     page
        POST /_blazor/initializers/                        401      401      401      page     page     page     page
        GET  /_blazor/negotiate                            401      401      401      refused  refused  refused  refused
        POST /_blazor/negotiate                            401      401      401      page     page     page     page
        GET  /_framework/opaque-redirect                   sign-in  sign-in  sign-in  sign-in  sign-in  sign-in  sign-in
        GET  /account/                                     sign-in  sign-in  sign-in  page     page     page     page
        GET  /account/code                                 sign-in  sign-in  sign-in  sign-in  sign-in  sign-in  sign-in
        POST /account/code                                 refused  refused  refused  sign-in  sign-in  sign-in  sign-in
        GET  /account/enrol/                               sign-in  sign-in  sign-in  page     page     page     page
        GET  /account/confirm/                             sign-in  sign-in  sign-in  page     page     page     page
        POST /account/confirm/                             401      401      401      401      401      401      401
        POST /account/confirm/passkey                      401      401      401      401      401      401      401
        POST /account/confirm/passkey/options              401      401      401      page     page     page     page
        POST /account/enrol/code                           401      401      401      enrol    enrol    enrol    enrol
        POST /account/enrol/passkey                        401      401      401      refused  refused  refused  refused
        POST /account/enrol/passkey/options                401      401      401      page     page     page     page
        GET  /account/factors/                             sign-in  sign-in  sign-in  page     page     page     page
        POST /account/factors/code/remove                  401      401      401      done     done     done     done
        POST /account/factors/passkeys/remove              401      401      401      done     done     done     done
        POST /account/factors/recovery                     401      401      401      refused  refused  refused  refused
        POST /account/keep-alive                           401      401      401      page     page     page     page
        GET  /account/link                                 404      404      404      404      404      404      404
        POST /account/link                                 refused  refused  refused  404      404      404      404
        GET  /account/login                                page     page     page     done     done     done     done
        POST /account/login                                refused  refused  refused  401      401      401      401
        POST /account/logout                               refused  refused  refused  sign-in  sign-in  sign-in  sign-in
        POST /account/passkey                              refused  refused  refused  401      401      401      401
        POST /account/passkey/options                      refused  refused  refused  page     page     page     page
        GET  /account/password                             sign-in  sign-in  sign-in  page     page     page     page
        POST /account/password                             401      401      401      refused  refused  refused  refused
        GET  /account/session                              sign-in  sign-in  sign-in  page     page     page     page
        GET  /account/sign-ins/                            sign-in  sign-in  sign-in  page     page     page     page
        POST /account/sign-ins/end                         401      401      401      404      404      404      404
        POST /account/sign-ins/end-all                     401      401      401      sign-in  sign-in  sign-in  sign-in
        POST /account/touch                                401      401      401      refused  refused  refused  refused
        GET  /admin                                        sign-in  sign-in  sign-in  page     page     page     page
        GET  /admin/announcements                          sign-in  sign-in  sign-in  page     page     page     page
        POST /admin/announcements                          401      401      401      done     done     done     done
        GET  /admin/announcements/{id:guid}                sign-in  sign-in  sign-in  404      page     page     page
        GET  /admin/announcements/{id:guid}/compare        sign-in  sign-in  sign-in  404      page     page     page
        GET  /admin/audit                                  sign-in  sign-in  sign-in  page     page     page     page
        GET  /admin/audit.csv                              sign-in  sign-in  sign-in  page     page     page     page
        GET  /admin/contracts                              sign-in  sign-in  sign-in  page     page     page     page
        POST /admin/contracts                              401      401      401      done     done     done     done
        GET  /admin/contracts/{id:guid}                    sign-in  sign-in  sign-in  404      page     page     page
        GET  /admin/contracts/{id:guid}/compare            sign-in  sign-in  sign-in  404      page     page     page
        POST /admin/drafts/{id:guid}/approve                     401      401      401      404      refused  done     done
        POST /admin/drafts/{id:guid}/cancel                      401      401      401      404      done     done     done
        POST /admin/drafts/{id:guid}/correct               401      401      401      404      refused  refused  refused
        POST /admin/drafts/{id:guid}/comments/             401      401      401      404      done     done     done
        POST /admin/drafts/{id:guid}/comments/{thread:guid}/reply   401 401  401      404      done     done     done
        POST /admin/drafts/{id:guid}/comments/{thread:guid}/reopen  401 401  401      404      done     done     done
        POST /admin/drafts/{id:guid}/comments/{thread:guid}/resolve 401 401  401      404      done     done     done
        POST /admin/drafts/{id:guid}/duplicate             401      401      401      404      done     done     done
        POST /admin/drafts/{id:guid}/facts                 401      401      401      404      refused  refused  refused
        POST /admin/drafts/{id:guid}/files/                401      401      401      404      done     done     done
        POST /admin/drafts/{id:guid}/files/remove          401      401      401      404      done     done     done
        GET  /admin/drafts/{id:guid}/files/{name}          sign-in  sign-in  sign-in  404      page     page     page
        POST /admin/drafts/{id:guid}/insiders              401      401      401      404      done     done     done
        GET  /admin/drafts/{id:guid}/insiders.csv          sign-in  sign-in  sign-in  404      page     page     page
        GET  /admin/drafts/{id:guid}/preview               sign-in  sign-in  sign-in  404      page     page     page
        POST /admin/drafts/{id:guid}/preview               401      401      401      404      page     page     page
        POST /admin/drafts/{id:guid}/release               401      401      401      404      refused  done     done
        POST /admin/drafts/{id:guid}/restore               401      401      401      404      done     done     done
        POST /admin/drafts/{id:guid}/revisions             401      401      401      404      done     done     done
        POST /admin/drafts/{id:guid}/schedule                    401      401      401      404      refused  refused  refused
        POST /admin/drafts/{id:guid}/send-back             401      401      401      404      done     done     done
        POST /admin/drafts/{id:guid}/sign-off                    401      401      401      404      refused  refused  refused
        POST /admin/drafts/{id:guid}/submit                401      401      401      404      done     done     done
        POST /admin/drafts/{id:guid}/unschedule                  401      401      401      404      done     done     done
        POST /admin/drafts/{id:guid}/withdraw              401      401      401      404      refused  refused  refused
        GET  /admin/events                                 sign-in  sign-in  sign-in  page     page     page     page
        POST /admin/events                                 401      401      401      done     done     done     done
        GET  /admin/events/{id:guid}                       sign-in  sign-in  sign-in  404      page     page     page
        GET  /admin/events/{id:guid}/compare               sign-in  sign-in  sign-in  404      page     page     page
        GET  /admin/help                                   sign-in  sign-in  sign-in  page     page     page     page
        GET  /admin/market/                                sign-in  sign-in  sign-in  page     page     page     page
        POST /admin/market/look                            401      401      401      done     done     done     done
        POST /admin/market/proposals                       401      401      401      refused  refused  refused  refused
        GET  /admin/market/proposals/{id:guid}/            sign-in  sign-in  sign-in  page     page     page     page
        POST /admin/market/proposals/{id:guid}/accept      401      401      401      refused  refused  refused  refused
        GET  /admin/market/proposals/{id:guid}/changes.csv sign-in  sign-in  sign-in  page     page     page     page
        GET  /admin/market/proposals/{id:guid}/prices.csv  sign-in  sign-in  sign-in  page     page     page     page
        POST /admin/market/proposals/{id:guid}/reject      401      401      401      done     done     done     done
        GET  /admin/pages                                  sign-in  sign-in  sign-in  page     page     page     page
        POST /admin/pages                                  401      401      401      done     done     done     done
        GET  /admin/pages/{id:guid}                        sign-in  sign-in  sign-in  404      page     page     page
        GET  /admin/pages/{id:guid}/compare                sign-in  sign-in  sign-in  404      page     page     page
        GET  /admin/subscribers                            sign-in  sign-in  sign-in  page     page     page     page
        POST /admin/subscribers/again                      401      401      401      refused  refused  refused  refused
        POST /admin/subscribers/trial                      401      401      401      done     done     done     done
        GET  /admin/users                                  sign-in  sign-in  sign-in  404      404      404      page
        POST /admin/users                                  401      401      401      404      404      404      refused
        GET  /admin/users/{Id}                             sign-in  sign-in  sign-in  404      404      404      page
        POST /admin/users/{Id}                             401      401      401      404      404      404      refused
        GET  /setup                                        404      404      404      404      404      404      404
        POST /setup                                        refused  refused  refused  404      404      404      404
        """;
}
