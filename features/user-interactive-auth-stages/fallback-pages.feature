Feature: The fallback pages of stages

  @UIT-22
  Rule: A stage that is offered has a fallback page that can perform it

    Scenario Outline: The page of the stage <stage> performs it
      When somebody begins a registration
      And somebody completes the stage "<stage>" on its page
      Then the page says that the stage is done

      @needs-terms-config
      Examples:
        | stage         |
        | m.login.terms |

      @needs-captcha-stub
      Examples:
        | stage             |
        | m.login.recaptcha |

      @needs-registration-token
      Examples:
        | stage                      |
        | m.login.registration_token |

    @needs-password-login
    Scenario: The page of the stage m.login.password performs it
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice completes the stage "m.login.password" on its page
      Then the page says that the stage is done

  @UIT-23
  Rule: A fallback page tells the client when the stage is done: onAuthDone or authDone

    Scenario: The page says that the terms are accepted
      When somebody begins a registration
      And somebody completes the stage "m.login.terms" on its page
      Then the page says that the stage is done

  @UIT-24
  Rule: A stage that was done on its fallback page counts when the session alone is sent again

    @needs-uia-multi-stage
    Scenario: A stage that was completed on its page counts
      When somebody begins a registration
      And somebody completes the first stage of a longer flow on its page
      And somebody polls the session
      Then the response is a UIA challenge
      And just that stage is completed

    @needs-terms-config
    Scenario: With the terms accepted on the page the other stages lead to the account
      When somebody begins a registration
      And somebody completes the stage "m.login.terms" on its page
      And somebody completes a flow
      Then the response is 200

    @needs-captcha-stub @needs-uia-multi-stage
    Scenario: A captcha that was solved on the page counts
      When somebody begins a registration
      And somebody completes the stage "m.login.recaptcha" on its page
      And somebody polls the session
      Then the response is a UIA challenge
      And just that stage is completed

  @UIT-30
  Rule: A captcha response that is refused, or missing, does not complete the stage m.login.recaptcha

    Scenario: A captcha that was not solved on the page does not count
      When somebody begins a registration
      And somebody answers the stage "m.login.recaptcha" wrongly on its page
      And somebody polls the session
      Then the response is a UIA challenge
      And no stage is completed
      And the user name "{fresh.username}" is free
