Feature: Users that an application service registers

  @APS-05
  Rule: A service registers users of its namespace without user-interactive authentication and without a password

    Scenario: A service registers a user of its namespace
      When the application service registers "{service.prefix}{fresh.username}" as a service
      Then the response is 200
      And the response member user_id is a string like /@{service.prefix}{fresh.username}:.+/

    Scenario: A service acts as the user that it has registered
      Given the application service registers "{service.prefix}{fresh.username}" as a service
      And the response member user_id is remembered as "user_id"
      When the application service as "{user_id}" calls getTokenOwner
      Then the response is 200
      And the response member user_id is "{user_id}"

    @needs-legacy-auth
    Scenario: A service that asks for a session is not challenged
      When the application service calls register with:
        | type     | m.login.application_service      |
        | username | {service.prefix}{fresh.username} |
      Then the response is 200
      And the response has no flows

  @REG-02
  Rule: A registration gives access_token and device_id too, unless inhibit_login is true

    @needs-appservice @needs-legacy-auth
    Scenario: A service that registers a user gets a session
      When the application service calls register with:
        | type     | m.login.application_service      |
        | username | {service.prefix}{fresh.username} |
      Then the response is 200
      And the response has:
        | access_token | a string |
        | device_id    | a string |

  @REG-04
  Rule: With inhibit_login true, no access_token or device_id should be given, and no device made

    @needs-appservice
    Scenario: A service that inhibits the login gets no session
      When the application service registers "{service.prefix}{fresh.username}" as a service
      Then the response is 200
      And the response has:
        | access_token | absent |
        | device_id    | absent |

  @APS-06
  Rule: A service that registers a user outside its namespace is refused with M_EXCLUSIVE

    Scenario: A service registers a user name that is not in its namespace
      When the application service registers "{fresh.username}" as a service
      Then the response is 400 M_EXCLUSIVE
      And the user name "{fresh.username}" is free

  @APS-07
  Rule: m.login.application_service needs the token of a service: 401 M_MISSING_TOKEN without one, M_UNKNOWN_TOKEN with another

    Scenario Outline: <client> registers a user as a service does
      Given Alice is a user of the application service
      When <client> registers "{service.prefix}{fresh.username}" as a service
      Then the response is <answer>
      And the application service has no user "{service.prefix}{fresh.username}"

      Examples:
        | client                         | answer              |
        | somebody                       | 401 M_MISSING_TOKEN |
        | a client with an unknown token | 401 M_UNKNOWN_TOKEN |

    Scenario: A user registers another one as a service does
      Given Alice is a user of the application service
      And Bob has an account
      When Bob registers "{service.prefix}{fresh.username}" as a service
      Then the response is 401 M_UNKNOWN_TOKEN
      And the application service has no user "{service.prefix}{fresh.username}"

  @APS-18
  Rule: A name in a namespace that is not exclusive is free for ordinary users

    Scenario: Somebody registers a name of the service's shared namespace
      When somebody calls register and authenticates, with:
        | username | {service.shared_prefix}{fresh.username} |
        | password | {fresh.password}                        |
      Then the response is 200
