Feature: What becomes of identifiers when an account is deactivated

  @DEA-03
  Scenario: What was bound is unbound where it was bound
    Given Alice is logged in on "PHONE"
    And Alice calls: bind3PID with id_server "{identity_server}" and id_access_token "{Alice.identity_token}" and sid "{Alice.identity_sid}" and client_secret "{Alice.identity_secret}"
    When Alice calls: deactivateAccount and authenticates
    Then the response is 200
    And the response member id_server_unbind_result is "success"
    And 1 message has been sent to "{identity_server}/3pid/unbind for {Alice.user_id}"

  @DEA-04
  Scenario: What was bound is unbound at the server that is named, by a signed request
    Given Alice is logged in on "PHONE"
    And Alice calls: bind3PID with id_server "{identity_server}" and id_access_token "{Alice.identity_token}" and sid "{Alice.identity_sid}" and client_secret "{Alice.identity_secret}"
    When Alice calls: deactivateAccount with id_server "{identity_server}" and authenticates
    Then the response is 200
    And 1 message has been sent to "{identity_server}/3pid/unbind for {Alice.user_id}"

  @DEA-09
  Scenario: A reset of the password that was prepared revives nobody
    Given Alice is logged in on "PHONE" with refresh tokens
    And Alice has the identifier "{Alice.email}"
    And an anonymous client calls: requestTokenToResetPasswordEmail with client_secret "{fresh.client_secret}" and email "{Alice.email}" and send_attempt 1
    And an anonymous client confirms the message to "{Alice.email}"
    And Alice calls: deactivateAccount and authenticates
    When an anonymous client calls: changePassword with new_password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client calls: changePassword with new_password "{fresh.password}" and auth {"type": "m.login.email.identity", "session": "{session}", "threepid_creds": {"sid": "{sid}", "client_secret": "{client_secret}"}}
    Then the response is 4xx
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{fresh.password}"
    Then the response is 4xx
    When an anonymous client calls: refresh with refresh_token "{Alice.PHONE.refresh_token}"
    Then the response is 4xx

  @DEA-12
  Scenario: Erasure frees the identifiers
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "DESKTOP"
    And Alice has the identifier "{Alice.email}"
    And Alice calls: deactivateAccount with erase true and authenticates
    When Bob calls: requestTokenTo3PIDEmail with client_secret "{fresh.client_secret}" and email "{Alice.email}" and send_attempt 1
    Then the response is 200
