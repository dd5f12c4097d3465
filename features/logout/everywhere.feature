Feature: Logging out everywhere

  @LGO-07
  Scenario: A logout everywhere gives an object and asks for no further authentication
    Given Alice is logged in on "PHONE"
    When Alice on "PHONE" calls: logout_all
    Then the response is 200
    And the response member . is an object
    And the response member flows is absent

  @LGO-08
  Scenario: After a logout everywhere every token is dead
    Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
    And Alice on "LAPTOP" calls: logout_all
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 401 M_UNKNOWN_TOKEN
    When Alice on "LAPTOP" calls: getTokenOwner
    Then the response is 401 M_UNKNOWN_TOKEN
    When Alice on "TABLET" calls: getTokenOwner
    Then the response is 401 M_UNKNOWN_TOKEN

  @LGO-08
  Scenario: A logout everywhere leaves other accounts
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "PHONE"
    And Alice on "PHONE" calls: logout_all
    When Bob on "PHONE" calls: getTokenOwner
    Then the response is 200
    And Alice can log in

  @LGO-09
  Scenario: A logout everywhere deletes all devices
    Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
    And Alice on "LAPTOP" calls: logout_all
    And Alice is logged in on "DESKTOP"
    When Alice on "DESKTOP" calls: getDevices
    Then the response is 200
    And Alice's devices are "DESKTOP"

  @LGO-10
  Scenario: A logout everywhere deletes the keys of all devices
    Given Alice is logged in on "PHONE" and "LAPTOP"
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
    And Alice on "LAPTOP" calls: uploadKeys, with the body:
      """
      {
        "device_keys": {
          "user_id": "{Alice.user_id}",
          "device_id": "LAPTOP",
          "algorithms": ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"],
          "keys": {"curve25519:LAPTOP": "{fresh.key.3}", "ed25519:LAPTOP": "{fresh.key.4}"},
          "signatures": {"{Alice.user_id}": {"ed25519:LAPTOP": "{fresh.signature}"}}
        }
      }
      """
    When Alice on "PHONE" calls: logout_all
    Then the response is 200
    When Bob calls: queryKeys with device_keys {"{Alice.user_id}": []}
    Then the response is 200
    And the response member device_keys.{Alice.user_id}.PHONE is absent
    And the response member device_keys.{Alice.user_id}.LAPTOP is absent
