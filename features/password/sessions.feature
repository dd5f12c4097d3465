Feature: What a change of password does to sessions

  @PWD-04
  Scenario Outline: The session that changes the password lives on: <what>
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "LAPTOP" calls: <call> and authenticates
    Then the response is 200
    When Alice on "LAPTOP" calls: getTokenOwner
    Then the response is 200
    And the response member device_id is "LAPTOP"

    Examples:
      | what                 | call                                                                         |
      | by default           | changePassword with new_password "{fresh.password}"                          |
      | logout_devices true  | changePassword with new_password "{fresh.password}" and logout_devices true  |
      | logout_devices false | changePassword with new_password "{fresh.password}" and logout_devices false |

  @PWD-05
  Scenario Outline: Other sessions end for good: <what>
    Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
    When Alice on "PHONE" calls: <call> and authenticates
    Then the response is 200
    When Alice on "LAPTOP" calls: getTokenOwner
    Then the response is 401 M_UNKNOWN_TOKEN
    And the response member soft_logout is false, if present
    When Alice on "TABLET" calls: getTokenOwner
    Then the response is 401 M_UNKNOWN_TOKEN
    And the response member soft_logout is false, if present

    Examples:
      | what                | call                                                                        |
      | by default          | changePassword with new_password "{fresh.password}"                         |
      | logout_devices true | changePassword with new_password "{fresh.password}" and logout_devices true |

  @PWD-05
  Scenario Outline: Other devices are removed: <what>
    Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
    When Alice on "PHONE" calls: <call> and authenticates
    Then the response is 200
    And Alice's devices are "PHONE"

    Examples:
      | what                | call                                                                        |
      | by default          | changePassword with new_password "{fresh.password}"                         |
      | logout_devices true | changePassword with new_password "{fresh.password}" and logout_devices true |

  @PWD-05 @needs-refresh-tokens
  Scenario: The refresh tokens of other sessions are dead
    Given Alice is logged in on "PHONE"
    And Alice is logged in on "LAPTOP" with refresh tokens
    When Alice on "PHONE" calls: changePassword with new_password "{fresh.password}" and authenticates
    Then the response is 200
    When an anonymous client calls: refresh with refresh_token "{Alice.LAPTOP.refresh_token}"
    Then the response is 401 M_UNKNOWN_TOKEN

  @PWD-05
  Scenario: Sessions of others live on
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "DESKTOP"
    When Alice calls: changePassword with new_password "{fresh.password}" and authenticates
    Then the response is 200
    When Bob calls: getTokenOwner
    Then the response is 200

  @PWD-06
  Scenario: Where it is asked for other sessions live on, or can be taken up again
    Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
    When Alice on "PHONE" calls: changePassword with new_password "{fresh.password}" and logout_devices false and authenticates
    Then the response is 200
    When Alice on "LAPTOP" calls: getTokenOwner
    Then the response is 200 or 401 M_UNKNOWN_TOKEN by soft logout
    When Alice on "TABLET" calls: getTokenOwner
    Then the response is 200 or 401 M_UNKNOWN_TOKEN by soft logout

  @PWD-06
  Scenario: Where it is asked for other devices stay
    Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
    When Alice on "PHONE" calls: changePassword with new_password "{fresh.password}" and logout_devices false and authenticates
    Then the response is 200
    And Alice's devices are "PHONE", "LAPTOP" and "TABLET"

  @PWD-12
  Scenario Outline: A change that <what>
    Given Alice is logged in on "PHONE" and "LAPTOP"
    And Alice on "LAPTOP" calls: postPusher, with the body:
      """
      {
        "kind": "http",
        "app_id": "org.example.conformance",
        "pushkey": "{fresh.device}",
        "app_display_name": "Conformance",
        "device_display_name": "Laptop",
        "lang": "en",
        "data": {"url": "https://push.example.org/_matrix/push/v1/notify"}
      }
      """
    When Alice on "<changes>" calls: changePassword with new_password "{fresh.password}" <end>
    Then the response is 200
    When Alice on "<changes>" calls: getPushers
    Then the response is 200
    And the response member pushers.0.pushkey is <pushkey>

    Examples:
      | what                                         | changes | end                                        | pushkey          |
      | ends another session ends its pushers        | PHONE   | and authenticates                          | absent           |
      | ends no other session leaves its pushers     | PHONE   | and logout_devices false and authenticates | "{fresh.device}" |
      | ends other sessions leaves one's own pushers | LAPTOP  | and authenticates                          | "{fresh.device}" |
