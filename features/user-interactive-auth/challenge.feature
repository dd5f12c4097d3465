Feature: The challenge that begins user-interactive authentication

  @UIA-01
  Scenario Outline: Without authentication <call> is challenged and does nothing
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: <call>
    Then the response is a UIA challenge
    And Alice's devices are "PHONE" and "LAPTOP"
    And Alice can log in

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

  @UIA-01 @UIA-16 @needs-open-registration
  Scenario: Without authentication registration is challenged and makes no account
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client calls: checkUsernameAvailability with username "{fresh.username}"
    Then the response is 200

  @UIA-01 @needs-e2ee-keys
  Scenario: Replacing a cross-signing key is challenged
    Given Alice is logged in on "PHONE"
    And Alice has a cross-signing key
    When Alice calls: uploadCrossSigningKeys with master_key {"user_id": "{Alice.user_id}", "usage": ["master"], "keys": {"ed25519:{fresh.key}": "{fresh.key}"}}
    Then the response is a UIA challenge

  @UIA-02
  Scenario Outline: The challenge of <call> has the flows
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: <call>
    Then the response is 401
    And the response member flows is an array

    Examples:
      | call                                                                 |
      | deleteDevice with deviceId "LAPTOP"                                  |
      | deleteDevices with devices ["LAPTOP"]                                |
      | changePassword with new_password "{fresh.password}"                  |
      | deactivateAccount                                                    |
      | add3PID with sid "made-up" and client_secret "made-up-client-secret" |

  @UIA-03
  Scenario Outline: Each flow in the challenge of <call> has its stages
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: <call>
    Then the response is 401
    And the response has:
      | member             | value    |
      | flows[*].stages    | an array |
      | flows[*].stages[*] | a string, if present |

    Examples:
      | call                                                                 |
      | deleteDevice with deviceId "LAPTOP"                                  |
      | deleteDevices with devices ["LAPTOP"]                                |
      | changePassword with new_password "{fresh.password}"                  |
      | deactivateAccount                                                    |
      | add3PID with sid "made-up" and client_secret "made-up-client-secret" |

  @UIA-04
  Scenario Outline: The other members in the challenge of <call> have the documented types
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: <call>
    Then the response is 401
    And the response has:
      | member       | value                 |
      | session      | a string, if present  |
      | params       | an object, if present |
      | params.*     | an object, if present |
      | completed    | an array, if present  |
      | completed[*] | a string, if present  |

    Examples:
      | call                                                                 |
      | deleteDevice with deviceId "LAPTOP"                                  |
      | deleteDevices with devices ["LAPTOP"]                                |
      | changePassword with new_password "{fresh.password}"                  |
      | deactivateAccount                                                    |
      | add3PID with sid "made-up" and client_secret "made-up-client-secret" |

  @UIA-05
  Scenario Outline: The challenge of <call> offers a way through
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: <call>
    Then the response is a UIA challenge
    And at least one flow is offered

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

  @UIA-02 @UIA-03 @UIA-04 @UIA-05 @needs-open-registration
  Scenario: The challenge of a registration has the documented members and offers a way through
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    And at least one flow is offered
    And the response has:
      | member             | value                 |
      | flows              | an array              |
      | flows[*].stages    | an array              |
      | flows[*].stages[*] | a string, if present  |
      | session            | a string, if present  |
      | params             | an object, if present |
      | params.*           | an object, if present |
      | completed          | an array, if present  |
      | completed[*]       | a string, if present  |

  @UIA-23
  Scenario Outline: Without an access token <call> is refused, not challenged
    When an anonymous client calls: <call>
    Then the response is 401 M_MISSING_TOKEN
    And the response member flows is absent

    Examples:
      | call                                                                 |
      | deleteDevice with deviceId "LAPTOP"                                  |
      | deleteDevices with devices ["LAPTOP"]                                |
      | add3PID with sid "made-up" and client_secret "made-up-client-secret" |

    @needs-login-token
    Examples:
      | call               |
      | generateLoginToken |

  @UIA-23
  Scenario Outline: With an unknown access token <call> is refused, not challenged
    When a client with an unknown token calls: <call>
    Then the response is 401 M_UNKNOWN_TOKEN
    And the response member flows is absent

    Examples:
      | call                                  |
      | deleteDevice with deviceId "LAPTOP"   |
      | deleteDevices with devices ["LAPTOP"] |
