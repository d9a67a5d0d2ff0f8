using System.Collections;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Resources;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using IrenPortal.Hosting;

namespace IrenPortal.Tests.Site.Languages;

/// <summary>
/// A language that nobody speaks: every text of the interface in brackets, its vowels doubled, so a good third longer. Its satellite
/// assembly is made as the build makes one of <c>.resx</c> files, and is found the way any other is.
/// </summary>
public static partial class PseudoLanguage
{
    /// <summary>Its tag.</summary>
    public const string Tag = "qps-Ploc";

    private const string ResourceFile = ".resources";

    private static readonly Assembly Portal = typeof(SiteLanguage).Assembly;
    private static readonly Lazy<Assembly> Satellite = new(Make);

    /// <summary>Makes the language known to this process; others go on as they are.</summary>
    public static void Register()
    {
        AssemblyLoadContext.Default.Resolving -= Find;
        AssemblyLoadContext.Default.Resolving += Find;
    }

    /// <summary>A text as this language has it; items stay what they are.</summary>
    public static string Of(string text) => $"⟦{Spoken().Replace(text, "$0$0")}⟧";

    private static Assembly? Find(AssemblyLoadContext context, AssemblyName name) =>
        name.Name == Portal.GetName().Name + ResourceFile && name.CultureName == Tag ? Satellite.Value : null;

    private static Assembly Make()
    {
        var (metadata, resources) = (new MetadataBuilder(), new BlobBuilder());
        var name = Portal.GetName();
        metadata.AddAssembly(metadata.GetOrAddString(name.Name + ResourceFile), name.Version!, metadata.GetOrAddString(Tag), default, default, AssemblyHashAlgorithm.None);
        metadata.AddModule(0, metadata.GetOrAddString(name.Name + ResourceFile + ".dll"), metadata.GetOrAddGuid(Guid.NewGuid()), default, default);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        foreach (var set in Portal.GetManifestResourceNames().Where(n => n.EndsWith("Texts" + ResourceFile, StringComparison.Ordinal)))
        {
            var bytes = Translated(set);
            metadata.AddManifestResource(
                ManifestResourceAttributes.Public, metadata.GetOrAddString($"{set[..^ResourceFile.Length]}.{Tag}{ResourceFile}"), default, (uint)resources.Count);
            resources.WriteInt32(bytes.Length);
            resources.WriteBytes(bytes);
            resources.Align(8);
        }

        var image = new BlobBuilder();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), new BlobBuilder(), managedResources: resources).Serialize(image);
        return AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(image.ToArray()));
    }

    private static byte[] Translated(string set)
    {
        using var source = new ResourceReader(Portal.GetManifestResourceStream(set)!);
        using var target = new MemoryStream();
        using (var writer = new ResourceWriter(target))
        {
            foreach (DictionaryEntry text in source)
            {
                writer.AddResource((string)text.Key, Of((string)text.Value!));
            }

            writer.Generate();
            return target.ToArray();
        }
    }

    [GeneratedRegex("[aeiou](?![^{]*})", RegexOptions.IgnoreCase)]
    private static partial Regex Spoken();
}
