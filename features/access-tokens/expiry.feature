Feature: Access tokens that expire

  @TOK-06
  Scenario: An expired token is refused
    Given Alice is logged in on "PHONE" with refresh tokens
    And the access token of Alice has expired
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 401 M_UNKNOWN_TOKEN

  @TOK-07
  Scenario: A client that can refresh is told of a soft logout
    Given Alice is logged in on "PHONE" with refresh tokens
    And the access token of Alice has expired
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 401 M_UNKNOWN_TOKEN
    And the response member soft_logout is true

  @TOK-15 @needs-refresh-tokens @needs-short-token-lifetime
  Scenario: What is told of an expired token's soft logout is a boolean
    Given Alice is logged in on "PHONE" with refresh tokens
    And the access token of Alice has expired
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 401
    And the response member soft_logout is a boolean, if present

  @TOK-06
  Scenario: A refreshed token expires in its turn
    Given Alice is logged in on "PHONE" with refresh tokens
    And an anonymous client calls: refresh with refresh_token "{Alice.PHONE.refresh_token}"
    And the access token of Alice has expired
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 401 M_UNKNOWN_TOKEN

  @REF-02 @needs-short-token-lifetime
  Scenario: After expiry the refresh token still gives a new access token
    Given Alice is logged in on "PHONE" with refresh tokens
    And the access token of Alice has expired
    When an anonymous client calls: refresh with refresh_token "{Alice.PHONE.refresh_token}"
    Then the response is 200
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 200

  @TOK-16
  Scenario: A soft logout leaves the device and its keys, and the same device can log in again
    Given Alice is logged in on "PHONE" with refresh tokens
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
    And the access token of Alice has expired
    When Bob calls: queryKeys with device_keys {"{Alice.user_id}": ["PHONE"]}
    Then the response is 200
    And the response member device_keys.{Alice.user_id}.PHONE is an object
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Alice.password}" and device_id "PHONE"
    Then the response is 200
    And the response member device_id is "PHONE"
    When Bob calls: queryKeys with device_keys {"{Alice.user_id}": ["PHONE"]}
    Then the response is 200
    And the response member device_keys.{Alice.user_id}.PHONE is an object
