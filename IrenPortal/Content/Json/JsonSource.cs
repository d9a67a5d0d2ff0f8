using System.Text;
using System.Text.Json;

namespace IrenPortal.Content.Json;

/// <summary>One JSON file that people write; gathers faults by line.</summary>
internal sealed class JsonSource
{
    private readonly List<ContentIssue> _issues = [];
    private readonly string _path;
    private readonly IReadOnlyDictionary<string, int> _lines = new Dictionary<string, int>();

    /// <summary>Reads a file; what is no JSON object is a fault.</summary>
    public JsonSource(string path, string text)
    {
        _path = path;
        var utf8 = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowDuplicateProperties = false });
            _lines = JsonLines.Of(utf8);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                Root = new JsonFields(document.RootElement.Clone(), "", this);
            }
            else
            {
                Fault("", "the file holds no JSON object: write {…}");
            }
        }
        catch (InvalidOperationException)
        {
            _issues.Add(new ContentIssue(path, 1, null, "the name of a field holds half a surrogate pair: correct it"));
        }
        catch (JsonException fault)
        {
            var what = fault.Message.Split([" LineNumber: ", " Path: "], StringSplitOptions.None)[0].ReplaceLineEndings(" ");
            _issues.Add(new ContentIssue(path, (int)(fault.LineNumber ?? 0) + 1, null, $"the file is not JSON ({what.TrimEnd('.')}): correct it"));
        }
    }

    /// <summary>The object that the file is; null when it is none, which is a fault.</summary>
    public JsonFields? Root { get; }

    /// <summary>Whether the file has a value of this path.</summary>
    public bool Knows(string path) => _lines.ContainsKey(path);

    /// <summary>Notes a fault of a value.</summary>
    public void Fault(string path, string message) => _issues.Add(new ContentIssue(_path, _lines.GetValueOrDefault(path, 1), path, message));

    /// <summary>The result: the document where nothing is wrong.</summary>
    public ContentRead<T> Finish<T>(T document) where T : class =>
        new(_issues.Count == 0 ? document : null, [.. _issues.OrderBy(issue => issue.Line)]) { Lines = _lines };
}
