Feature: Login and devices

  @LOG-15
  Scenario: Without a device id each login makes a device of its own
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Alice.password}"
    Then the response is 200
    And the response member device_id is remembered as "first"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Alice.password}"
    Then the response is 200
    And the response member device_id is a string other than "{first}"
    And the response member device_id is remembered as "second"
    And Alice's devices are "PHONE", "{first}" and "{second}"

  @LOG-16
  Scenario: A device id given is the device's, and the token's
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Alice.password}" and device_id "{fresh.device}"
    Then the response is 200
    And the response member device_id is "{fresh.device}"
    And the response member access_token is remembered as "new"
    When Alice with the access token "{new}" calls: getTokenOwner
    Then the response is 200
    And the response member device_id is "{fresh.device}"
    When Alice with the access token "{new}" calls: getDevice with deviceId "{fresh.device}"
    Then the response is 200

  @LOG-17
  Scenario: The name given at login is the new device's
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Alice.password}" and device_id "LAPTOP" and initial_device_display_name "Work laptop"
    Then the response is 200
    And Alice's devices are named:
      | device | name        |
      | LAPTOP | Work laptop |

  @LOG-17
  Scenario: The name given at login leaves a known device's as it was
    Given Alice is logged in on "PHONE"
    And Alice logs in on "LAPTOP" with the name "Work laptop"
    And Alice logs in on "LAPTOP" with the name "Another name"
    Then Alice's devices are named:
      | device | name        |
      | LAPTOP | Work laptop |

  @LOG-17
  Scenario: The name given at login leaves the name that a device got since
    Given Alice is logged in on "PHONE" and "LAPTOP"
    And Alice on "PHONE" calls: updateDevice with deviceId "LAPTOP" and display_name "Renamed"
    And Alice logs in on "LAPTOP" with the name "Another name"
    Then Alice's devices are named:
      | device | name    |
      | LAPTOP | Renamed |

  @LOG-24
  Scenario: The id of a cross-signing key is no device's
    Given Alice is logged in on "PHONE"
    And Alice calls: uploadCrossSigningKeys with master_key {"user_id": "{Alice.user_id}", "usage": ["master"], "keys": {"ed25519:{fresh.key}": "{fresh.key}"}} and authenticates
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Alice.password}" and device_id "{fresh.key}"
    Then the response is 403 M_FORBIDDEN

  @LOG-16
  Scenario: A second login leaves the first
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 200
    And the response member device_id is "PHONE"
