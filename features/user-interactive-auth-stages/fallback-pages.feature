Feature: Stages are completed on web pages

  @UIT-22
  Scenario Outline: The page of the stage <stage> performs it
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client completes the stage "<stage>" on its fallback page
    Then the fallback page says that the stage is done

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

  @UIT-22 @needs-password-login
  Scenario: The page of the stage m.login.password performs it
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    Then the response is a UIA challenge
    When Alice on "PHONE" completes the stage "m.login.password" on its fallback page
    Then the fallback page says that the stage is done

  @UIT-23
  Scenario: The page tells the client that the terms are accepted
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client completes the stage "m.login.terms" on its fallback page
    Then the fallback page says that the stage is done

  @UIT-24 @needs-uia-multi-stage
  Scenario: A stage that was completed on its page counts
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client completes the stage "{first}" on its fallback page
    And an anonymous client polls the session
    Then the response is a UIA challenge
    And just that stage is completed

  @UIT-24
  Scenario: With the terms accepted on the page the other stages lead to the account
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client completes the stage "m.login.terms" on its fallback page
    And an anonymous client completes a flow
    Then the response is 200

  @UIT-24 @needs-captcha-stub @needs-uia-multi-stage
  Scenario: A captcha that was solved on the page counts
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client completes the stage "m.login.recaptcha" on its fallback page
    And an anonymous client polls the session
    Then the response is a UIA challenge
    And just that stage is completed

  @UIT-06
  Scenario: A captcha that was not solved on the page does not count
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client completes the stage "m.login.recaptcha" on its fallback page with a wrong answer
    And an anonymous client polls the session
    Then the response is a UIA challenge
    And no stage is completed
