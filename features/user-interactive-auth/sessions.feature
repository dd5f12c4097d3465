Feature: What a session of user-interactive authentication is good for

  @UIA-17
  Scenario: A session that was never begun does not authenticate a registration
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and auth {"type": "m.login.dummy", "session": "made-up"}
    Then the response is 4xx
    When an anonymous client calls: checkUsernameAvailability with username "{fresh.username}"
    Then the response is 200

  @UIA-17
  Scenario: A session that was never begun deletes nothing
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP" and auth {"session": "made-up"}
    Then the response is 4xx
    And Alice's devices are "PHONE" and "LAPTOP"

  @UIA-19
  Scenario Outline: A session begun to delete a device does not serve <call>
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    Then the response is a UIA challenge
    When Alice on "PHONE" calls: <call> and answers the stage "m.login.password" in that session
    Then the response is 4xx
    And Alice can log in

    Examples:
      | call                                                |
      | changePassword with new_password "{fresh.password}" |
      | deactivateAccount                                   |

  @UIA-20
  Scenario Outline: A session begun to delete one device does not delete another: <then>
    Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
    When Alice on "PHONE" calls: <first>
    Then the response is a UIA challenge
    When Alice on "PHONE" calls: <then> and answers the stage "m.login.password" in that session
    Then the response is 4xx
    And Alice's devices are "PHONE", "LAPTOP" and "TABLET"

    Examples:
      | first                                 | then                                  |
      | deleteDevice with deviceId "LAPTOP"   | deleteDevice with deviceId "TABLET"   |
      | deleteDevices with devices ["LAPTOP"] | deleteDevices with devices ["TABLET"] |

  @UIA-21
  Scenario Outline: A finished session cannot be replayed: <then>
    Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
    When Alice on "PHONE" calls: <first>
    Then the response is a UIA challenge
    When Alice on "PHONE" completes a flow
    Then the response is 200
    When Alice on "PHONE" calls: <then> and auth {"session": "{session}"}
    Then the response is 4xx
    And Alice's devices are "PHONE" and "TABLET"

    Examples:
      | first                                 | then                                       |
      | deleteDevice with deviceId "LAPTOP"   | deleteDevice with deviceId "TABLET"        |
      | deleteDevices with devices ["LAPTOP"] | deleteDevices with devices ["TABLET"]      |

  @UIA-22
  Scenario Outline: Another person's password does not authorise <call>
    Given Alice is logged in on "PHONE" and "LAPTOP"
    And Bob is logged in on "DESKTOP"
    When Alice on "PHONE" calls: <call>
    Then the response is a UIA challenge
    When Alice on "PHONE" answers the stage "m.login.password" as Bob
    Then the response is 401 or 403
    And Alice's devices are "PHONE" and "LAPTOP"
    And Alice can log in
    And Bob can log in

    Examples:
      | call                                                                 |
      | deleteDevice with deviceId "LAPTOP"                                  |
      | deleteDevices with devices ["LAPTOP"]                                |
      | changePassword with new_password "{fresh.password}"                  |
      | deactivateAccount                                                    |
      | add3PID with sid "made-up" and client_secret "made-up-client-secret" |

    @needs-login-token
    Examples:
      | call               |
      | generateLoginToken |

  @UIA-22
  Scenario: After another person's password the owner's own succeeds
    Given Alice is logged in on "PHONE" and "LAPTOP"
    And Bob is logged in on "DESKTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    And Alice on "PHONE" answers the stage "m.login.password" as Bob
    Then the response is 401 or 403
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP" and authenticates
    Then the response is 200
    And Alice's devices are "PHONE"

  @UIA-22 @needs-e2ee-keys
  Scenario: Another person's password does not authorise a new cross-signing key
    Given Alice is logged in on "PHONE"
    And Alice has a cross-signing key
    And Bob is logged in on "DESKTOP"
    When Alice calls: uploadCrossSigningKeys with master_key {"user_id": "{Alice.user_id}", "usage": ["master"], "keys": {"ed25519:{fresh.key}": "{fresh.key}"}}
    Then the response is a UIA challenge
    When Alice answers the stage "m.login.password" as Bob
    Then the response is 401 or 403

  @UIA-22
  Scenario: A session that one person finished does not authorise another
    Given Alice is logged in on "PHONE" and "LAPTOP"
    And Bob is logged in on "DESKTOP" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    And Alice on "PHONE" completes a flow
    Then the response is 200
    When Bob on "DESKTOP" calls: deleteDevice with deviceId "LAPTOP" and auth {"session": "{session}"}
    Then the response is 4xx
    And Bob's devices are "DESKTOP" and "LAPTOP"

  @UIA-14 @needs-open-registration
  Scenario Outline: A registration repeated in its finished session makes no second account: <what>
    When an anonymous client calls: <call>
    Then the response is a UIA challenge
    When an anonymous client completes a flow
    Then the response is 200
    And the response member user_id is remembered as "first"
    When an anonymous client polls the session
    Then the response is 200
    And the response member user_id is "{first}"

    Examples:
      | what           | call                                                                   |
      | without a name | register with password "{fresh.password}"                              |
      | with a name    | register with username "{fresh.username}" and password "{fresh.password}" |
