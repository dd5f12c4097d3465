Feature: The stages of email addresses and telephone numbers

  @UIT-09
  Scenario: A validated email address completes its stage
    When an anonymous client completes each flow of register in a session of its own
    Then each of the responses is 200

  @UIT-09
  Scenario: A validated email address is counted
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client answers the stage "m.login.email.identity"
    Then the response is 200 or 401
    And the response member errcode is absent

  @UIT-10
  Scenario: An email address that is not validated does not complete its stage
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client calls: requestTokenToRegisterEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1
    Then the response is 200
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and auth {"type": "m.login.email.identity", "threepid_creds": {"sid": "{sid}", "client_secret": "{client_secret}"}, "session": "{session}"}
    Then the response is 4xx
    And no stage is completed

  @UIT-10
  Scenario: A validated email address with another secret does not complete its stage
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client answers the stage "m.login.email.identity" with a wrong answer
    Then the response is 4xx
    And no stage is completed

  @UIT-10
  Scenario: A validation that was never begun does not complete the stage m.login.email.identity
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and auth {"type": "m.login.email.identity", "threepid_creds": {"sid": "1234567890", "client_secret": "{fresh.client_secret}"}, "session": "{session}"}
    Then the response is 4xx
    And no stage is completed

  @UIT-09
  Scenario: Once the person has confirmed the message, the email address completes its stage
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client calls: requestTokenToRegisterEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1
    Then the response is 200
    And 1 message has been sent to "{fresh.email}"
    When an anonymous client confirms the message to "{fresh.email}"
    And an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and auth {"type": "m.login.email.identity", "threepid_creds": {"sid": "{sid}", "client_secret": "{client_secret}"}, "session": "{session}"}
    Then the response is 200 or 401
    And the response member errcode is absent

  @UIT-11
  Scenario: A validated telephone number completes its stage
    When an anonymous client completes each flow of register in a session of its own
    Then each of the responses is 200

  @UIT-11
  Scenario: A validated telephone number is counted
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client answers the stage "m.login.msisdn"
    Then the response is 200 or 401
    And the response member errcode is absent

  @UIT-11
  Scenario: A telephone number that is not validated does not complete its stage
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client calls: requestTokenToRegisterMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "{fresh.phone.national}" and send_attempt 1
    Then the response is 200
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and auth {"type": "m.login.msisdn", "threepid_creds": {"sid": "{sid}", "client_secret": "{client_secret}"}, "session": "{session}"}
    Then the response is 4xx
    And no stage is completed

  @UIT-11
  Scenario: A validated telephone number with another secret does not complete its stage
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client answers the stage "m.login.msisdn" with a wrong answer
    Then the response is 4xx
    And no stage is completed

  @UIT-11
  Scenario: A validation that was never begun does not complete the stage m.login.msisdn
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and auth {"type": "m.login.msisdn", "threepid_creds": {"sid": "1234567890", "client_secret": "{fresh.client_secret}"}, "session": "{session}"}
    Then the response is 4xx
    And no stage is completed

  @UIT-11
  Scenario: Once the person has confirmed the message, the telephone number completes its stage
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client calls: requestTokenToRegisterMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "{fresh.phone.national}" and send_attempt 1
    Then the response is 200
    And 1 message has been sent to "{fresh.phone}"
    When an anonymous client confirms the message to "{fresh.phone}"
    And an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and auth {"type": "m.login.msisdn", "threepid_creds": {"sid": "{sid}", "client_secret": "{client_secret}"}, "session": "{session}"}
    Then the response is 200 or 401
    And the response member errcode is absent

  @UIT-09 @needs-password-login
  Scenario: Who has the account's email address may set a new password
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.email}"
    When an anonymous client calls: changePassword with new_password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client answers the stage "m.login.email.identity" as Alice
    Then the response is 200
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{fresh.password}"
    Then the response is 200
