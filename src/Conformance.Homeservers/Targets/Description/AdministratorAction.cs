namespace Conformance.Homeservers.Targets.Description;

/// <summary>What an administrator can be asked to do.</summary>
public enum AdministratorAction
{
    /// <summary>Registers the suite's application service.</summary>
    RegisterApplicationService,

    /// <summary>Makes a registration token.</summary>
    RegistrationToken,

    /// <summary>Makes a registration token that can be used once.</summary>
    SingleUseToken,

    /// <summary>Makes an account with a password.</summary>
    CreateAccount,
}
