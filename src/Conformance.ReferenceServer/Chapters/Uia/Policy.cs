namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>A policy document that new users accept.</summary>
/// <param name="Id">Its ID.</param>
/// <param name="Version">Its version.</param>
/// <param name="Language">The language of its one translation.</param>
/// <param name="Name">Its title in that language.</param>
/// <param name="Text">Its text in that language.</param>
internal sealed record Policy(string Id, string Version, string Language, string Name, string Text);
