Feature: The password stage and the ways to name a user

  @UIT-01
  Scenario Outline: The right password completes the stage for <user>
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    Then the response is a UIA challenge
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP" and auth {"type": "m.login.password", "identifier": {"type": "m.id.user", "user": "<user>"}, "password": "{Alice.password}", "session": "{session}"}
    Then the response is 200
    And Alice's devices are "PHONE"

    Examples:
      | user              |
      | {Alice.user_id}   |
      | {Alice.localpart} |

  @UIT-03
  Scenario: The password stage takes the account's email address
    Given Alice is logged in on "PHONE" and "LAPTOP"
    And Alice has the identifier "{Alice.email}"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    Then the response is a UIA challenge
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP" and auth {"type": "m.login.password", "identifier": {"type": "m.id.thirdparty", "medium": "email", "address": "{Alice.email}"}, "password": "{Alice.password}", "session": "{session}"}
    Then the response is 200
    And Alice's devices are "PHONE"

  @UIT-04
  Scenario: An address that nobody has does not complete the password stage
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    Then the response is a UIA challenge
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP" and auth {"type": "m.login.password", "identifier": {"type": "m.id.thirdparty", "medium": "email", "address": "{fresh.email}"}, "password": "{Alice.password}", "session": "{session}"}
    Then the response is 403 or 401
    And no stage is completed
    And Alice's devices are "PHONE" and "LAPTOP"

  @UIT-25
  Scenario Outline: A login names the user by <user>
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "<user>"} and password "{Alice.password}"
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

    Examples:
      | user              |
      | {Alice.user_id}   |
      | {Alice.localpart} |

  @UIT-26
  Scenario: A login names the user by the account's email address
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.email}"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.thirdparty", "medium": "email", "address": "{Alice.email}"} and password "{Alice.password}"
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

  @UIT-27
  Scenario Outline: The case of an email address does not matter at login: <address>
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "Alice-{fresh.username}@Example.org"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.thirdparty", "medium": "email", "address": "<address>"} and password "{Alice.password}"
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

    Examples:
      | address                            |
      | alice-{fresh.username}@example.org |
      | ALICE-{fresh.username}@EXAMPLE.ORG |

  @UIT-27
  Scenario: An email address in other letters is still in use
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "alice-{fresh.username}@example.org"
    And Bob is logged in on "DESKTOP"
    When Bob calls: requestTokenTo3PIDEmail with client_secret "{fresh.client_secret}" and email "ALICE-{fresh.username}@Example.org" and send_attempt 1
    Then the response is 4xx

  @UIT-28
  Scenario Outline: A login names the user by a telephone number as typed: <phone>
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.phone}"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.phone", "country": "FR", "phone": "<phone>"} and password "{Alice.password}"
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

    Examples:
      | phone                  |
      | {Alice.phone.national} |
      | +{Alice.phone}         |

  @UIT-28
  Scenario: A login names the user by a telephone number in canonical form
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.phone}"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.thirdparty", "medium": "msisdn", "address": "{Alice.phone}"} and password "{Alice.password}"
    Then the response is 200

  @UIT-29
  Scenario: A login with an identifier of an unknown type is refused
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "org.example.unheard_of", "user": "{Alice.user_id}"} and password "{Alice.password}"
    Then the response is 4xx
    And the response member errcode is a string
