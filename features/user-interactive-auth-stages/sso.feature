Feature: The single sign-on stage

  @UIT-07
  Rule: Single sign-on is completed on its fallback page, then shown by the session alone

    Scenario: Single sign-on authorises the deletion of a device
      Given Alice logs in by single sign-on on "PHONE"
      And Alice logs in by single sign-on on "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice completes the stage "m.login.sso" on its page
      And Alice polls the session
      Then the response is 200
      And Alice's devices are "PHONE"

  @UIT-08
  Rule: Single sign-on as another person does not complete the stage

    Scenario: Bob's single sign-on does not authorise the deletion of Alice's device
      Given Alice logs in by single sign-on on "PHONE"
      And Alice logs in by single sign-on on "LAPTOP"
      And Bob logs in by single sign-on on "DESKTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice completes the stage "m.login.sso" on its page with Bob's credentials
      And Alice polls the session
      Then the response is 4xx
      And no stage is completed
      And Alice's devices are "PHONE" and "LAPTOP"
      And Alice's session on "LAPTOP" goes on
