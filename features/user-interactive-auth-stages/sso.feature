Feature: The single sign-on stage

  @UIT-07
  Scenario: Single sign-on completes its stage, and the session alone shows it
    Given Alice logs in by single sign-on on "PHONE"
    And Alice logs in by single sign-on on "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    Then the response is a UIA challenge
    When Alice on "PHONE" completes the stage "m.login.sso" on its fallback page
    And Alice on "PHONE" polls the session
    Then the response is 200
    And Alice's devices are "PHONE"

  @UIT-08
  Scenario: Single sign-on as another person does not complete the stage
    Given Alice logs in by single sign-on on "PHONE"
    And Alice logs in by single sign-on on "LAPTOP"
    And Bob logs in by single sign-on on "DESKTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    Then the response is a UIA challenge
    When Alice on "PHONE" completes the stage "m.login.sso" on its fallback page as Bob
    And Alice on "PHONE" polls the session
    Then the response is 4xx
    And no stage is completed
    And Alice's devices are "PHONE" and "LAPTOP"
