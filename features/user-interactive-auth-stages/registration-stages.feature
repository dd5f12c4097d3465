Feature: The stages of a registration

  @UIT-05
  Rule: A captcha response that the captcha service accepts completes the stage m.login.recaptcha

    Scenario: Flows with a captcha lead to an account
      When somebody completes each flow of register with the stage "m.login.recaptcha"
      Then each response is 200

    Scenario: A solved captcha is counted
      When somebody begins a registration
      And somebody answers the stage "m.login.recaptcha"
      Then the stage "m.login.recaptcha" is completed

  @UIT-06
  Rule: A captcha response that is refused gives M_CAPTCHA_INVALID, a missing one M_CAPTCHA_NEEDED

    Scenario: A wrong captcha response
      When somebody begins a registration
      And somebody answers the stage "m.login.recaptcha" wrongly
      Then the response is 4xx M_CAPTCHA_INVALID

    Scenario: No captcha response
      When somebody begins a registration
      And somebody answers the stage "m.login.recaptcha" without credentials
      Then the response is 4xx M_CAPTCHA_NEEDED

  @UIT-30
  Rule: A captcha response that is refused, or missing, does not complete the stage m.login.recaptcha

    Scenario: A wrong captcha response completes nothing
      When somebody begins a registration
      And somebody answers the stage "m.login.recaptcha" wrongly
      Then the response is 4xx
      And no stage is completed
      And the user name "{fresh.username}" is free

    Scenario: A missing captcha response completes nothing
      When somebody begins a registration
      And somebody answers the stage "m.login.recaptcha" without credentials
      Then the response is 4xx
      And no stage is completed
      And the user name "{fresh.username}" is free

  @UIT-12
  Rule: The stage m.login.dummy always succeeds, and takes no further members

    Scenario: Flows with the dummy stage lead to an account
      When somebody completes each flow of register with the stage "m.login.dummy"
      Then each response is 200

  @UIT-13
  Rule: A valid registration token completes the stage m.login.registration_token

    Scenario: A valid registration token is counted
      When somebody begins a registration
      And somebody answers the stage "m.login.registration_token"
      Then the stage "m.login.registration_token" is completed

    Scenario: Flows with a registration token lead to an account
      When somebody completes each flow of register with the stage "m.login.registration_token"
      Then each response is 200

  @UIT-14
  Rule: A registration token that is unknown, expired or used up does not complete its stage

    Scenario: An unknown registration token
      When somebody begins a registration
      And somebody answers the stage "m.login.registration_token" wrongly
      Then the response is 4xx
      And no stage is completed
      And the user name "{fresh.username}" is free

  @UIT-15
  Rule: The stage m.login.registration_token must not be offered outside /register

    Scenario Outline: <operation> does not ask for a registration token
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When <operation> is called
      Then the response is a UIA challenge
      And no flow has the stage "m.login.registration_token"

      Examples: every operation with user-interactive authentication of its caller

  @UIT-16
  Rule: The terms have policies, each with a version, a name and a URL

    Scenario: The policies of the terms have versions and translations
      When somebody begins a registration
      Then the response is a UIA challenge
      And the response has:
        | /params/m.login.terms/policies            | an object |
        | /params/m.login.terms/policies/*          | an object |
        | /params/m.login.terms/policies/*/version  | a string  |
        | /params/m.login.terms/policies/*/*{}/name | a string  |
        | /params/m.login.terms/policies/*/*{}/url  | a string  |

  @UIT-17
  Rule: The URL of a policy is an http or https URI

    Scenario: The policies of the terms are on the web
      When somebody begins a registration
      Then the response is a UIA challenge
      And the response has:
        | /params/m.login.terms/policies/*/*{}/url | a string like /https?://.+/ |

  @UIT-18
  Rule: The terms are accepted by type and session alone, and asked for by /register only

    Scenario: Flows with the terms lead to an account
      When somebody completes each flow of register with the stage "m.login.terms"
      Then each response is 200

    Scenario Outline: <operation> does not ask for the terms
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When <operation> is called
      Then the response is a UIA challenge
      And no flow has the stage "m.login.terms"

      Examples: every operation with user-interactive authentication of its caller

  @UIT-19
  Rule: The stage m.oauth must be offered by keys/device_signing/upload only

    @needs-password-login
    Scenario Outline: <operation> does not lead to the account management page
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When <operation> is called
      Then the response is a UIA challenge
      And no flow has the stage "m.oauth"

      Examples: every operation with user-interactive authentication of its caller

    @needs-open-registration
    Scenario: A registration does not lead to the account management page
      When somebody begins a registration
      Then the response is a UIA challenge
      And no flow has the stage "m.oauth"
