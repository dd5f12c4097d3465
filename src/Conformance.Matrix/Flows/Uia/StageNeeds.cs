using Conformance.Matrix.Exchanges;
using Conformance.Spec;

namespace Conformance.Matrix.Flows.Uia;

/// <summary>What a server must offer, or the suite run for it, so that a stage can be completed.</summary>
public static class StageNeeds
{
    private static readonly Dictionary<StageType, Need> Needs = new()
    {
        [StageType.Password] = Need.PasswordLogin,
        [StageType.RegistrationToken] = Need.RegistrationToken,
        [StageType.Recaptcha] = Need.Captcha,
        [StageType.EmailIdentity] = Need.EmailUia,
        [StageType.Msisdn] = Need.SmsUia,
        [StageType.Sso] = Need.SsoProvider,
        [StageType.OAuth] = Need.OAuth,
        [StageType.Terms] = Need.Terms,
    };

    /// <summary>The need of a stage; null where no need names it.</summary>
    public static Need? Of(StageType stage) => Needs.GetValueOrDefault(stage);
}
