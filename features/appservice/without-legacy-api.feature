Feature: Application services where there is no legacy login

  @APS-08
  Rule: A server without the legacy API still lets services register users, with inhibit_login true

    Scenario: A service registers a user without the legacy API
      When the application service registers "{service.prefix}{fresh.username}" as a service
      Then the response is 200
      And the response has:
        | user_id      | a string |
        | access_token | absent   |
        | device_id    | absent   |

  @APS-09
  Rule: A server without the legacy API refuses a registration by a service without inhibit_login true: 400 M_APPSERVICE_LOGIN_UNSUPPORTED

    Scenario: A service that registers a user does not say inhibit_login
      Given Alice is a user of the application service
      When the application service calls register with:
        | type     | m.login.application_service      |
        | username | {service.prefix}{fresh.username} |
      Then the response is 400 M_APPSERVICE_LOGIN_UNSUPPORTED
      And the application service has no user "{service.prefix}{fresh.username}"

    Scenario: A service that registers a user says inhibit_login false
      Given Alice is a user of the application service
      When the application service calls register with:
        | type          | m.login.application_service      |
        | username      | {service.prefix}{fresh.username} |
        | inhibit_login | false                            |
      Then the response is 400 M_APPSERVICE_LOGIN_UNSUPPORTED
      And the application service has no user "{service.prefix}{fresh.username}"

  @APS-10
  Rule: A server without the legacy API refuses a login by a service: 400 M_APPSERVICE_LOGIN_UNSUPPORTED

    Scenario: A service logs in without the legacy API
      Given Alice is a user of the application service
      When the application service logs in as a service for "{Alice.user_id}"
      Then the response is 400 M_APPSERVICE_LOGIN_UNSUPPORTED
      And no session has begun
