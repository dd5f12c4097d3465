Feature: Logging out

  @LGO-01
  Scenario: A logout gives an object
    Given Alice is logged in on "PHONE"
    When Alice on "PHONE" calls: logout
    Then the response is 200
    And the response member . is an object

  @LGO-02
  Scenario: After a logout the token is dead
    Given Alice is logged in on "PHONE"
    When Alice on "PHONE" calls: logout
    Then the response is 200
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 401 M_UNKNOWN_TOKEN

  @LGO-02
  Scenario: A second logout with the same token is refused
    Given Alice is logged in on "PHONE"
    And Alice on "PHONE" calls: logout
    When Alice on "PHONE" calls: logout
    Then the response is 401 M_UNKNOWN_TOKEN

  @LGO-03
  Scenario: A logout deletes the device
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "LAPTOP" calls: logout
    Then the response is 200
    And Alice's devices are "PHONE"

  @LGO-03
  Scenario: The id of a device that was logged out can be used again
    Given Alice is logged in on "PHONE"
    And Alice logs in on "LAPTOP" with the name "Old laptop"
    And Alice on "LAPTOP" calls: logout
    And Alice is logged in on "LAPTOP"
    When Alice on "LAPTOP" calls: getTokenOwner
    Then the response is 200
    And the response member device_id is "LAPTOP"
    And Alice's devices are "PHONE" and "LAPTOP"

  @LGO-04
  Scenario: A logout deletes the keys of the device
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "{fresh.device}"
    And Alice on "PHONE" calls: uploadKeys, with the body:
      """
      {
        "device_keys": {
          "user_id": "{Alice.user_id}",
          "device_id": "PHONE",
          "algorithms": ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"],
          "keys": {"curve25519:PHONE": "{fresh.key.1}", "ed25519:PHONE": "{fresh.key.2}"},
          "signatures": {"{Alice.user_id}": {"ed25519:PHONE": "{fresh.signature}"}}
        }
      }
      """
    When Alice on "PHONE" calls: logout
    Then the response is 200
    When Bob calls: queryKeys with device_keys {"{Alice.user_id}": []}
    Then the response is 200
    And the response member device_keys.{Alice.user_id}.PHONE is absent

  @LGO-05
  Scenario: A logout leaves the other sessions
    Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
    And Alice on "LAPTOP" calls: logout
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 200
    When Alice on "TABLET" calls: getTokenOwner
    Then the response is 200

  @LGO-05
  Scenario: A logout leaves the device of the same id of another account
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "PHONE"
    And Alice on "PHONE" calls: logout
    When Bob on "PHONE" calls: getTokenOwner
    Then the response is 200

  @LGO-06
  Scenario Outline: <call> takes an empty body
    Given Alice is logged in on "PHONE"
    When Alice on "PHONE" calls: <call> with no body
    Then the response is 200

    Examples:
      | call       |
      | logout     |
      | logout_all |

  @TOK-03
  Scenario Outline: Without an access token <call> logs nobody out
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: <call>
    Then the response is 401 M_MISSING_TOKEN
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 200

    Examples:
      | call       |
      | logout     |
      | logout_all |
