using System.CodeDom.Compiler;
using System.Reflection;
using System.Reflection.Emit;

namespace IrenPortal.Tests.Structure;

/// <summary>A text written in code, and what it is handed to.</summary>
/// <param name="In">The outermost type that holds it.</param>
/// <param name="Text">The text.</param>
/// <param name="Attribute">The attribute or parameter that it is written into; null for none.</param>
/// <param name="To">The method called next; null for none.</param>
public sealed record Literal(Type In, string Text, string? Attribute, MethodBase? To);

/// <summary>The texts in the instructions of a namespace's types, markup of components included.</summary>
public static class Literals
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(o => o.Value);

    /// <summary>All of them.</summary>
    public static IEnumerable<Literal> Of(Assembly assembly, string @namespace) => assembly.GetTypes()
        .Where(t => Outermost(t).Namespace == @namespace)
        .SelectMany(type => type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)).SelectMany(m => In(Outermost(type), m)));

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static List<Literal> In(Type type, MethodBase method)
    {
        List<Literal> found = [];
        if (method.GetMethodBody() is not { } body || method.IsDefined(typeof(GeneratedCodeAttribute)))
        {
            return found;
        }

        var code = body.GetILAsByteArray()!;
        var waiting = new List<string>();
        for (var at = 0; at < code.Length;)
        {
            short value = code[at++];
            if (value == 0xFE)
            {
                value = (short)(0xFE00 | code[at++]);
            }

            var operation = Codes[value];
            if (operation == OpCodes.Ldstr)
            {
                waiting.Add(method.Module.ResolveString(BitConverter.ToInt32(code, at)));
            }
            else if (operation.OperandType is OperandType.InlineMethod)
            {
                var called = method.Module.ResolveMethod(
                    BitConverter.ToInt32(code, at), method.DeclaringType is { IsGenericType: true } t ? t.GetGenericArguments() : null, method.IsGenericMethod ? method.GetGenericArguments() : null);
                found.AddRange(Handed(type, waiting, called));
                waiting.Clear();
            }

            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }

        found.AddRange(Handed(type, waiting, null));
        return found;
    }

    // A render tree names an attribute and then says its value; the names themselves are no texts.
    private static IEnumerable<Literal> Handed(Type type, List<string> texts, MethodBase? to) => to?.Name switch
    {
        "OpenElement" => [],
        "AddAttribute" or "AddComponentParameter" or "TypeCheck" when texts.Count > 1 => texts.Skip(1).Select(text => new Literal(type, text, texts[0], to)),
        _ => texts.Select(text => new Literal(type, text, null, to)),
    };
}
