Feature: Accounts that an application service makes and uses

  @APS-05
  Scenario: A service registers a user without authentication and without a password
    When the application service calls: register with type "m.login.application_service" and username "{service.prefix}{fresh.username}" and inhibit_login true
    Then the response is 200
    And the response member user_id is a string like /@{service.prefix}{fresh.username}:.+/

  @APS-05
  Scenario: The user that a service registered is one it can act as
    Given the application service calls: register with type "m.login.application_service" and username "{service.prefix}{fresh.username}" and inhibit_login true
    And the response member user_id is remembered as "user_id"
    When the application service as "{user_id}" calls: getTokenOwner
    Then the response is 200
    And the response member user_id is "{user_id}"

  @APS-05 @needs-legacy-auth
  Scenario: A service that registers a user gets a session of it
    When the application service calls: register with type "m.login.application_service" and username "{service.prefix}{fresh.username}"
    Then the response is 200
    And the response has:
      | member       | value    |
      | access_token | a string |
      | device_id    | a string |

  @REG-04 @needs-appservice
  Scenario: A service that inhibits the login gets no session
    When the application service calls: register with type "m.login.application_service" and username "{service.prefix}{fresh.username}" and inhibit_login true
    Then the response is 200
    And the response has:
      | member       | value  |
      | access_token | absent |
      | device_id    | absent |

  @APS-06
  Scenario: A service cannot register a user outside its namespace
    When the application service calls: register with type "m.login.application_service" and username "{fresh.username}" and inhibit_login true
    Then the response is 400 M_EXCLUSIVE

  @APS-07
  Scenario: Without a token nobody registers as a service
    When an anonymous client calls: register with type "m.login.application_service" and username "{service.prefix}{fresh.username}" and inhibit_login true
    Then the response is 401 M_MISSING_TOKEN

  @APS-07
  Scenario: With an unknown token nobody registers as a service
    When a client with an unknown token calls: register with type "m.login.application_service" and username "{service.prefix}{fresh.username}" and inhibit_login true
    Then the response is 401 M_UNKNOWN_TOKEN

  @APS-07
  Scenario: With a user's token nobody registers as a service
    Given Bob is logged in on "DESKTOP"
    When Bob calls: register with type "m.login.application_service" and username "{service.prefix}{fresh.username}" and inhibit_login true
    Then the response is 401 M_UNKNOWN_TOKEN

  # Of the login, the client-server API says M_FORBIDDEN.
  @APS-07 @needs-legacy-auth
  Scenario Outline: <who> does not log in as a service
    Given Alice is a user of the application service
    And Bob is logged in on "DESKTOP"
    When <who> calls: login with type "m.login.application_service" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"}
    Then the response is <answer> or 4xx M_FORBIDDEN

    Examples:
      | who                          | answer              |
      | an anonymous client          | 401 M_MISSING_TOKEN |
      | a client with an unknown token | 401 M_UNKNOWN_TOKEN |
      | Bob                          | 401 M_UNKNOWN_TOKEN |

  @APS-11
  Scenario Outline: A service logs in as its user, named by <what>
    Given Alice is a user of the application service
    When the application service calls: login with type "m.login.application_service" and identifier {"type": "m.id.user", "user": "<user>"}
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"
    And the response member access_token is remembered as "access_token"
    When Alice with the access token "{access_token}" calls: getTokenOwner
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

    Examples:
      | what          | user              |
      | its user id   | {Alice.user_id}   |
      | its localpart | {Alice.localpart} |

  @APS-11
  Scenario: A service logs in on the device that it names
    Given Alice is a user of the application service
    When the application service calls: login with type "m.login.application_service" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and device_id "TABLET"
    Then the response is 200
    And the response member device_id is "TABLET"

  @APS-12
  Scenario: A service does not log in as a user that was never registered
    When the application service calls: login with type "m.login.application_service" and identifier {"type": "m.id.user", "user": "{service.prefix}{fresh.username}"}
    Then the response is 4xx M_FORBIDDEN

  @APS-13
  Scenario: A service does not log in as a user outside its namespace
    Given Bob is logged in on "DESKTOP"
    When the application service calls: login with type "m.login.application_service" and identifier {"type": "m.id.user", "user": "{Bob.user_id}"}
    Then the response is 4xx M_EXCLUSIVE

  @APS-18
  Scenario: A name in a namespace that is not exclusive is free to everybody
    When an anonymous client calls: register with username "{service.shared_prefix}{fresh.username}" and password "{fresh.password}" and authenticates
    Then the response is 200
