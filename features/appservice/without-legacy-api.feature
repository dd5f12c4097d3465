Feature: Application services where there is no legacy login

  @APS-08
  Scenario: A service registers a user
    When the application service calls: register with type "m.login.application_service" and username "{service.prefix}{fresh.username}" and inhibit_login true
    Then the response is 200
    And the response has:
      | member       | value    |
      | user_id      | a string |
      | access_token | absent   |
      | device_id    | absent   |

  @APS-09
  Scenario Outline: A registration by a service with <what> is refused
    When the application service calls: <call>
    Then the response is 400 M_APPSERVICE_LOGIN_UNSUPPORTED

    Examples:
      | what                | call                                                                                                                              |
      | no word of a login  | register with type "m.login.application_service" and username "{service.prefix}{fresh.username}"                         |
      | inhibit_login false | register with type "m.login.application_service" and username "{service.prefix}{fresh.username}" and inhibit_login false |

  @APS-10
  Scenario: A login by a service is refused
    Given Alice is a user of the application service
    When the application service calls: login with type "m.login.application_service" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"}
    Then the response is 400 M_APPSERVICE_LOGIN_UNSUPPORTED
