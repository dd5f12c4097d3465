Feature: The stages of a registration

  @UIT-05
  Scenario: A solved captcha completes its stage
    When an anonymous client completes each flow of register in a session of its own
    Then each of the responses is 200

  @UIT-05
  Scenario: A solved captcha is counted
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client answers the stage "m.login.recaptcha"
    Then the response is 200 or 401
    And the response member errcode is absent

  @UIT-06
  Scenario Outline: A captcha <manner> is told as such
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client answers the stage "m.login.recaptcha" <manner>
    Then the response is 4xx
    And no stage is completed
    And the response member errcode is "<errcode>"

    Examples:
      | manner              | errcode           |
      | with a wrong answer | M_CAPTCHA_INVALID |
      | without an answer   | M_CAPTCHA_NEEDED  |

  @UIT-12
  Scenario: The dummy stage takes nothing
    When an anonymous client completes each flow of register in a session of its own
    Then each of the responses is 200

  @UIT-13
  Scenario: A valid registration token completes its stage
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client answers the stage "m.login.registration_token"
    Then the response is 200 or 401
    And the response member errcode is absent

  @UIT-13
  Scenario: A valid registration token leads to an account
    When an anonymous client completes each flow of register in a session of its own
    Then each of the responses is 200

  @UIT-14
  Scenario: An unknown registration token does not complete its stage
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client answers the stage "m.login.registration_token" with a wrong answer
    Then the response is 4xx
    And no stage is completed

  @UIT-15
  Scenario Outline: A registration token is not asked for by <call>
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: <call>
    Then the response is a UIA challenge
    And the response member flows[*].stages[*] is a string other than "m.login.registration_token"

    Examples:
      | call                                                                 |
      | deleteDevice with deviceId "LAPTOP"                                  |
      | deleteDevices with devices ["LAPTOP"]                                |
      | changePassword with new_password "{fresh.password}"                  |
      | deactivateAccount                                                    |
      | add3PID with sid "made-up" and client_secret "made-up-client-secret" |

  @UIT-16
  Scenario: The terms have policies with versions and translations
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    And the response has:
      | member                                       | value     |
      | /params/m.login.terms/policies               | an object |
      | /params/m.login.terms/policies/*             | an object |
      | /params/m.login.terms/policies/*/version     | a string  |
      | /params/m.login.terms/policies/*/*{}/name    | a string  |
      | /params/m.login.terms/policies/*/*{}/url     | a string  |

  @UIT-17
  Scenario: Policies are found on the web
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    And the response member /params/m.login.terms/policies/*/*{}/url is a string like /https?://.+/

  @UIT-18
  Scenario: The terms are accepted by naming the stage
    When an anonymous client completes each flow of register in a session of its own
    Then each of the responses is 200

  @UIT-18
  Scenario Outline: The terms are not asked for by <call>
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: <call>
    Then the response is a UIA challenge
    And the response member flows[*].stages[*] is a string other than "m.login.terms"

    Examples:
      | call                                                                 |
      | deleteDevice with deviceId "LAPTOP"                                  |
      | deleteDevices with devices ["LAPTOP"]                                |
      | changePassword with new_password "{fresh.password}"                  |
      | deactivateAccount                                                    |
      | add3PID with sid "made-up" and client_secret "made-up-client-secret" |

  @UIT-19 @needs-password-login
  Scenario Outline: The account management page is not asked for by <call>
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: <call>
    Then the response is a UIA challenge
    And the response member flows[*].stages[*] is a string other than "m.oauth"

    Examples:
      | call                                                                 |
      | deleteDevice with deviceId "LAPTOP"                                  |
      | deleteDevices with devices ["LAPTOP"]                                |
      | changePassword with new_password "{fresh.password}"                  |
      | deactivateAccount                                                    |
      | add3PID with sid "made-up" and client_secret "made-up-client-secret" |

  @UIT-19 @needs-open-registration
  Scenario: The account management page is not asked for by a registration
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    And the response member flows[*].stages[*] is a string other than "m.oauth"
