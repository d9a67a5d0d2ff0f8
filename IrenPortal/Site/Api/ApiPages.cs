using System.Text.Json;
using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;

namespace IrenPortal.Site.Api;

/// <summary>Paging of the API's lists.</summary>
internal static class ApiPages
{
    public const int DefaultSize = 20;
    public const int LargestSize = 100;

    public static int Page(QueryFields fields) => fields.Number("page", 1, int.MaxValue) ?? 1;

    public static int Size(QueryFields fields) => fields.Number("pageSize", 1, LargestSize) ?? DefaultSize;

    /// <summary>One page of a list that is in memory.</summary>
    public static Answer Answer<T, TItem>(IReadOnlyList<T> all, int page, int size, Func<T, TItem> map)
    {
        var skip = (page - 1L) * size;
        var items = skip < all.Count ? all.Skip((int)skip).Take(size).Select(map).ToList() : [];
        return ApiJson.Answer(new ApiList<TItem>(items, page, size, all.Count));
    }
}

/// <summary>The API's answer to what it can't read: problem details (RFC 9457), the same bytes for the same question.</summary>
internal static class ApiProblem
{
    /// <summary>A 400 that names the fields; null when all could be read.</summary>
    public static IResult? Of(QueryFields fields) =>
        fields.Issues.Count == 0 ? null : Of(StatusCodes.Status400BadRequest, "Bad Request", string.Join(' ', fields.Issues));

    /// <summary>A problem with a status.</summary>
    public static IResult Of(int status, string title, string detail) => new AnswerResult(Answer(status, title, detail));

    /// <summary>The same for an answer that is made with others.</summary>
    public static Answer Answer(int status, string title, string detail) => new(
        "application/problem+json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(new Problem("about:blank", title, status, detail), ApiJson.Options), status);

    private sealed record Problem(string Type, string Title, int Status, string Detail);
}
