Feature: Deleting a device

  @DEV-11
  Scenario Outline: Without authentication nothing is deleted: <body>
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: <call>
    Then the response is a UIA challenge
    And Alice's devices are "PHONE" and "LAPTOP"

    Examples:
      | body            | call                                            |
      | an empty object | deleteDevice with deviceId "LAPTOP"             |
      | no body at all  | deleteDevice with deviceId "LAPTOP" and no body |

  @DEV-12
  Scenario: With authentication the device is removed
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP" and authenticates
    Then the response is 200
    And Alice's devices are "PHONE"

  @DEV-12
  Scenario: A deleted device is not found any more
    Given Alice is logged in on "PHONE" and "{fresh.device}"
    When Alice on "PHONE" calls: deleteDevice with deviceId "{fresh.device}" and authenticates
    Then the response is 200
    When Alice on "PHONE" calls: getDevice with deviceId "{fresh.device}"
    Then the response is 404

  @DEV-12
  Scenario: A device can delete itself
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "LAPTOP" calls: deleteDevice with deviceId "LAPTOP" and authenticates
    Then the response is 200
    And Alice's devices are "PHONE"

  @DEV-12
  Scenario: A device whose id needs percent-encoding can be deleted
    Given Alice is logged in on "PHONE" and "a/b%2Fc d"
    When Alice on "PHONE" calls: deleteDevice with deviceId "a/b%2Fc d" and authenticates
    Then the response is 200
    And Alice's devices are "PHONE"

  @DEV-12
  Scenario: Deleting a device leaves the other sessions alive
    Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP" and authenticates
    Then the response is 200
    When Alice on "TABLET" calls: getTokenOwner
    Then the response is 200
    And the response member device_id is "TABLET"

  @DEV-13
  Scenario: Deleting a device that is gone already succeeds
    Given Alice is logged in on "PHONE" and "LAPTOP"
    And Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP" and authenticates
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP" and authenticates
    Then the response is 200

  @DEV-14
  Scenario: Deleting a device ends its session
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP" and authenticates
    Then the response is 200
    When Alice on "LAPTOP" calls: getTokenOwner
    Then the response is 401 M_UNKNOWN_TOKEN

  @DEV-14
  Scenario: A device that deletes itself ends its own session
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "LAPTOP" calls: deleteDevice with deviceId "LAPTOP" and authenticates
    Then the response is 200
    When Alice on "LAPTOP" calls: getDevices
    Then the response is 401 M_UNKNOWN_TOKEN

  @DEV-15 @needs-refresh-tokens
  Scenario: Deleting a device kills its refresh token
    Given Alice is logged in on "PHONE"
    And Alice is logged in on "LAPTOP" with refresh tokens
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP" and authenticates
    Then the response is 200
    When an anonymous client calls: refresh with refresh_token "{Alice.LAPTOP.refresh_token}"
    Then the response is 401 M_UNKNOWN_TOKEN

  @DEV-15 @needs-e2ee-keys
  Scenario: Deleting a device removes its keys
    Given Alice is logged in on "PHONE" and "LAPTOP"
    And Alice on "LAPTOP" calls: uploadKeys, with the body:
      """
      {
        "device_keys": {
          "user_id": "{Alice.user_id}",
          "device_id": "LAPTOP",
          "algorithms": ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"],
          "keys": {"curve25519:LAPTOP": "{fresh.key.1}", "ed25519:LAPTOP": "{fresh.key.2}"},
          "signatures": {"{Alice.user_id}": {"ed25519:LAPTOP": "{fresh.signature}"}}
        }
      }
      """
    When Alice on "PHONE" calls: queryKeys with device_keys {"{Alice.user_id}": []}
    Then the response is 200
    And the response member device_keys.{Alice.user_id}.LAPTOP is an object
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP" and authenticates
    Then the response is 200
    When Alice on "PHONE" calls: queryKeys with device_keys {"{Alice.user_id}": []}
    Then the response is 200
    And the response member device_keys.{Alice.user_id}.LAPTOP is absent

  @DEV-16
  Scenario: Deleting a device asks for more than the access token
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    Then the response is a UIA challenge
    And no flow offered is only "m.login.dummy"

  @DEV-17
  Scenario: A device of another account survives
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "DESKTOP" and "{fresh.device}"
    When Alice calls: deleteDevice with deviceId "{fresh.device}" and authenticates
    Then the response is 200 or 4xx
    And Bob's devices are "DESKTOP" and "{fresh.device}"

  @APS-15
  Scenario: An application service deletes a device without user interaction
    Given Alice is a user of the application service
    And the application service as Alice calls: updateDevice with deviceId "BRIDGE"
    When the application service as Alice calls: deleteDevice with deviceId "BRIDGE"
    Then the response is 200
