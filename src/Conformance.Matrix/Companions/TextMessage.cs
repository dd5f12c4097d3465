namespace Conformance.Matrix.Companions;

/// <summary>A text message. Contains a secret.</summary>
/// <param name="Number">To whom: the number in international form, digits alone.</param>
/// <param name="Token">The code that the person is to type in.</param>
/// <param name="Text">The whole message.</param>
public sealed record TextMessage(string Number, string Token, string Text);
