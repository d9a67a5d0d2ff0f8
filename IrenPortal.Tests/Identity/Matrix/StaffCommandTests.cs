using System.Collections.Immutable;
using System.Reflection;
using IrenPortal.Content;
using IrenPortal.Data;
using IrenPortal.Data.Public;
using IrenPortal.Identity;
using IrenPortal.Identity.Accounts;
using IrenPortal.Newsroom.Audit;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace IrenPortal.Tests.Identity.Matrix;

/// <summary>
/// Every command and read that says who acts asks again whether that person may, whatever page or circuit it came by. They are found
/// by their parameter <c>by</c> (staff) or <c>actor</c> (administrators), so a new one is asked too.
/// </summary>
public sealed class StaffCommandTests
{
    // The first reads editions, all of which are public. The second starts from a text that its caller opened, which was checked,
    // and opens the other one by the same check.
    private static readonly string[] Unchecked = ["EditionReading.OfAsync", "CompareReading.AgainstAsync"];

    [Theory, EachDatabase]
    public async Task Every_command_refuses_who_is_unknown_or_switched_off_and_an_admins_command_an_editor(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        var admin = await StaffBrowser.AddAccountAsync(portal, "admin@staff.example", StaffRoles.Admin);
        var editor = await StaffBrowser.AddAccountAsync(portal, "editor@staff.example", StaffRoles.Editor);
        var gone = await StaffBrowser.AddAccountAsync(portal, "gone@staff.example", StaffRoles.Admin);
        (await portal.Services.GetRequiredService<StaffAccounts>().DisableAsync(admin, gone, CancellationToken.None)).Done.ShouldBeTrue();
        var document = await portal.Services.GetRequiredService<DraftDesk>().CreateAsync(EditionKind.Announcement, editor, CancellationToken.None);

        var opened = (await portal.Services.GetRequiredService<DraftReading>().OpenAsync(document, null, editor, CancellationToken.None))!;

        var admitted = new List<string>();
        var asked = 0;
        foreach (var method in Commands())
        {
            var admins = Person(method)!.Name == "actor";
            (string Who, string Id)[] people = [("unknown", Guid.NewGuid().ToString()), ("switched off", gone), .. admins ? [("an editor", editor)] : Array.Empty<(string, string)>()];
            foreach (var (who, id) in people)
            {
                asked++;
                if (!await RefusesAsync(portal, method, id, opened))
                {
                    admitted.Add($"{method.DeclaringType!.Name}.{method.Name}: {who}");
                }
            }
        }

        admitted.ShouldBeEmpty();
        asked.ShouldBeGreaterThan(40);
    }

    private static IEnumerable<MethodInfo> Commands() => typeof(DraftDesk).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false, Namespace: { } space } && (space.StartsWith("IrenPortal.Newsroom", StringComparison.Ordinal) || space == "IrenPortal.Identity.Accounts"))
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(m => typeof(Task).IsAssignableFrom(m.ReturnType) && Person(m) is not null && !Unchecked.Contains($"{m.DeclaringType!.Name}.{m.Name}"));

    private static ParameterInfo? Person(MethodInfo method) =>
        method.GetParameters().FirstOrDefault(p => p.ParameterType == typeof(string) && p.Name is "by" or "actor");

    private static async Task<bool> RefusesAsync(TestPortal portal, MethodInfo method, string person, OpenedDraft opened)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        if (scope.ServiceProvider.GetService(method.DeclaringType!) is not { } service)
        {
            return true;
        }

        try
        {
            await (Task)method.Invoke(service, [.. method.GetParameters().Select(p => p == Person(method) ? person : Value(p, opened))])!;
            return false;
        }
        catch (StaffRefusedException)
        {
            return true;
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is StaffRefusedException)
        {
            return true;
        }
    }

    private static object? Value(ParameterInfo parameter, OpenedDraft opened) => parameter.ParameterType switch
    {
        var type when type == typeof(Guid) => opened.Line.Id,
        var type when type == typeof(OpenedDraft) => opened,
        var type when type == typeof(string) => parameter.Name switch { "email" => "x@staff.example", "role" => StaffRoles.Editor, _ => "x" },
        var type when type == typeof(int) => 1,
        var type when type == typeof(ImmutableSortedDictionary<string, string>) => ImmutableSortedDictionary<string, string>.Empty,
        var type when type == typeof(IReadOnlyCollection<string>) || type == typeof(IReadOnlyList<string>) => Array.Empty<string>(),
        var type when type == typeof(IFormCollection) => new FormCollection(new Dictionary<string, StringValues>(StringComparer.Ordinal) { ["base"] = "1" }),
        var type when type == typeof(DraftFields) => DraftFields.Empty(EditionKind.Announcement),
        var type when type == typeof(AuditQuery) => AuditQuery.Of(QueryCollection.Empty),
        var type when type == typeof(Stream) => new MemoryStream(),
        var type when type == typeof(MediaFile) => new MediaFile("a.csv", "text/csv", "a\n"u8.ToArray()),
        var type when type.IsEnum => Enum.GetValues(type).GetValue(0),
        { IsValueType: true } type => Activator.CreateInstance(type),
        _ => null,
    };
}
