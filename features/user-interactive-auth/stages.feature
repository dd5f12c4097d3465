Feature: Answering a stage

  @UIA-07
  Scenario Outline: With the stages of a flow done <call> is performed
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: <call>
    Then the response is a UIA challenge
    When Alice on "PHONE" completes a flow
    Then the response is 200
    And Alice's devices are "PHONE"

    Examples:
      | call                                  |
      | deleteDevice with deviceId "LAPTOP"   |
      | deleteDevices with devices ["LAPTOP"] |

  @UIA-07
  Scenario: With the stages of a flow done the password is changed
    Given Alice is logged in on "PHONE"
    When Alice calls: changePassword with new_password "{fresh.password}"
    Then the response is a UIA challenge
    When Alice completes a flow
    Then the response is 200
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{fresh.password}"
    Then the response is 200

  @UIA-07 @needs-login-token
  Scenario: With the stages of a flow done a login token is given
    Given Alice is logged in on "PHONE"
    When Alice calls: generateLoginToken and authenticates
    Then the response is 200
    And the response member login_token is a string

  @UIA-07 @needs-open-registration
  Scenario: With the stages of a flow done the account is made
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client completes a flow
    Then the response is 200
    And the response member user_id is a string

  @UIA-10
  Scenario Outline: A failed stage of <call> may be tried again
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: <call>
    Then the response is a UIA challenge
    When Alice on "PHONE" answers the stage "m.login.password" with a wrong password
    Then the response is a UIA challenge
    And the response has:
      | member  | value    |
      | errcode | a string |
      | error   | a string |

    Examples:
      | call                                                |
      | deleteDevice with deviceId "LAPTOP"                 |
      | deleteDevices with devices ["LAPTOP"]               |
      | changePassword with new_password "{fresh.password}" |
      | deactivateAccount                                   |

  @UIA-10
  Scenario: A failed stage leaves the challenge as it was
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    Then the response is a UIA challenge
    When Alice on "PHONE" answers the stage "m.login.password" with a wrong password
    Then the response is the same UIA challenge

  @UIT-02
  Scenario: A wrong password is told as such
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    Then the response is a UIA challenge
    When Alice on "PHONE" answers the stage "m.login.password" with a wrong password
    Then the response is 401 M_FORBIDDEN

  @UIA-11
  Scenario Outline: A failed stage of <call> is not completed and does nothing
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: <call>
    Then the response is a UIA challenge
    When Alice on "PHONE" answers the stage "m.login.password" with a wrong password
    Then the response is 4xx
    And no stage is completed
    And Alice's devices are "PHONE" and "LAPTOP"
    And Alice can log in

    Examples:
      | call                                                |
      | deleteDevice with deviceId "LAPTOP"                 |
      | deleteDevices with devices ["LAPTOP"]               |
      | changePassword with new_password "{fresh.password}" |
      | deactivateAccount                                   |

  @UIA-12
  Scenario: After a failed stage the session can still be completed
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    Then the response is a UIA challenge
    When Alice on "PHONE" answers the stage "m.login.password" with a wrong password
    And Alice on "PHONE" answers the stage "m.login.password"
    Then the response is 200
    And Alice's devices are "PHONE"

  @UIA-13
  Scenario: A request refused for another reason is no challenge
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevices and authenticates, with the body:
      """
      {}
      """
    Then the response is 4xx
    And the response has:
      | member  | value    |
      | errcode | a string |
      | error   | a string |
      | flows   | absent   |

  @UIA-13 @needs-open-registration
  Scenario: A name that is taken is no challenge
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: register with username "{Alice.localpart}" and password "{fresh.password}" and authenticates
    Then the response is 400 M_USER_IN_USE
    And the response member flows is absent

  @UIA-18
  Scenario: A stage that no flow has does not count
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    Then the response is a UIA challenge
    When Alice on "PHONE" answers a stage that no flow has
    Then the response is 4xx
    And no stage is completed
    And Alice's devices are "PHONE" and "LAPTOP"

  @UIA-18
  Scenario: A stage of an unknown type does not count
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    Then the response is a UIA challenge
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP" and auth {"type": "org.example.unheard_of", "session": "{session}"}
    Then the response is 4xx
    And no stage is completed
    And Alice's devices are "PHONE" and "LAPTOP"

  @UIA-24
  Scenario: An answer without the session gets a proper answer
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    Then the response is a UIA challenge
    When Alice on "PHONE" answers the stage "m.login.password" without the session
    Then the response is 200 or 4xx
