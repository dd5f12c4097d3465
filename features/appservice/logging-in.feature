Feature: Logins by an application service

  @APS-11
  Rule: A service logs in as a registered user of its namespace, and gets an access token of that user

    Scenario Outline: A service logs in as its user <user>
      Given Alice is a user of the application service
      When the application service logs in as a service for "<user>"
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"
      And the response member access_token is remembered as "access_token"
      When Alice with the access token "{access_token}" calls getTokenOwner
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

      Examples:
        | user              |
        | {Alice.user_id}   |
        | {Alice.localpart} |

    Scenario: A service logs in on the device that it names
      Given Alice is a user of the application service
      When the application service calls login with:
        | type            | m.login.application_service |
        | identifier.type | m.id.user                   |
        | identifier.user | {Alice.user_id}             |
        | device_id       | TABLET                      |
      Then the response is 200
      And the response member device_id is "TABLET"

  # For the login, the client-server API says M_FORBIDDEN without a status.
  @APS-07
  Rule: m.login.application_service needs the token of a service: 401 M_MISSING_TOKEN without one, M_UNKNOWN_TOKEN with another

    @needs-legacy-auth
    Scenario Outline: <client> logs in as a service does
      Given Alice is a user of the application service
      When <client> logs in as a service for "{Alice.user_id}"
      Then the response is <answer> or 4xx M_FORBIDDEN
      And no session has begun

      Examples:
        | client                         | answer              |
        | somebody                       | 401 M_MISSING_TOKEN |
        | a client with an unknown token | 401 M_UNKNOWN_TOKEN |

  @APS-12
  Rule: A service that logs in as a user that was never registered is refused with M_FORBIDDEN

    Scenario: A service logs in as a user that was never registered
      Given Alice is a user of the application service
      When the application service logs in as a service for "{service.prefix}{fresh.username}"
      Then the response is 403 M_FORBIDDEN
      And no session has begun
      And the application service has no user "{service.prefix}{fresh.username}"

  @APS-13
  Rule: A service that logs in as a user outside its namespace is refused with M_EXCLUSIVE

    Scenario: A service logs in as a user outside its namespace
      Given Bob has an account
      When the application service logs in as a service for "{Bob.user_id}"
      Then the response is 4xx M_EXCLUSIVE
      And Bob's devices are "PHONE"
