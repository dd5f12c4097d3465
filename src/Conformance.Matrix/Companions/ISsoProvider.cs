namespace Conformance.Matrix.Companions;

/// <summary>A single sign-on provider. Its login page has a form with the field <see cref="NameField"/>.</summary>
public interface ISsoProvider
{
    /// <summary>The name of the field of the login form.</summary>
    string NameField { get; }

    /// <summary>Makes a person known, who can log in from then on. Saying it twice does no harm.</summary>
    /// <param name="userName">The name to log in with; any text.</param>
    void AddPerson(string userName);
}
