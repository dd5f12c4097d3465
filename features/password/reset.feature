Feature: Resetting a forgotten password

  @PWD-07
  Scenario: Without an access token flows are offered
    When an anonymous client calls: changePassword with new_password "{fresh.password}"
    Then the response is a UIA challenge
    And at least one flow is offered

  @PWD-08
  Scenario: A validated address of the account resets the password
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.email}"
    And an anonymous client calls: requestTokenToResetPasswordEmail with client_secret "{fresh.client_secret}" and email "{Alice.email}" and send_attempt 1
    And an anonymous client confirms the message to "{Alice.email}"
    When an anonymous client calls: changePassword with new_password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client calls: changePassword with new_password "{fresh.password}" and auth {"type": "m.login.email.identity", "session": "{session}", "threepid_creds": {"sid": "{sid}", "client_secret": "{client_secret}"}}
    Then the response is 200
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{fresh.password}"
    Then the response is 200
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Alice.first_password}"
    Then the response is 403 M_FORBIDDEN

  @PWD-09
  Scenario: An address that was not validated resets nothing
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.email}"
    And an anonymous client calls: requestTokenToResetPasswordEmail with client_secret "{fresh.client_secret}" and email "{Alice.email}" and send_attempt 1
    When an anonymous client calls: changePassword with new_password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client calls: changePassword with new_password "{fresh.password}" and auth {"type": "m.login.email.identity", "session": "{session}", "threepid_creds": {"sid": "{sid}", "client_secret": "{client_secret}"}}
    Then the response is 4xx
    And Alice can log in

  @PWD-09 @needs-open-registration
  Scenario: An address that nobody has resets nothing
    Given an anonymous client calls: requestTokenToRegisterEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1
    And an anonymous client confirms the message to "{fresh.email}"
    When an anonymous client calls: changePassword with new_password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client calls: changePassword with new_password "{fresh.password}" and auth {"type": "m.login.email.identity", "session": "{session}", "threepid_creds": {"sid": "{sid}", "client_secret": "{client_secret}"}}
    Then the response is 4xx
