Feature: The identifiers of an account

  @TPI-01
  Scenario: An identifier is listed with medium, address and times
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.email}"
    When Alice calls: getAccount3PIDs
    Then the response is 200
    And the response has:
      | member                    | value                           |
      | threepids[*].medium       | "email"                         |
      | threepids[*].address      | "{Alice.email}"                 |
      | threepids.0.validated_at  | a time within 60 minutes of now |
      | threepids.0.added_at      | a time within 60 minutes of now |

  @TPI-02
  Scenario: A new account has none
    Given Alice is logged in on "PHONE"
    When Alice calls: getAccount3PIDs
    Then the response is 200
    And the response member threepids is an array, if present
    And the response member threepids.0 is absent

  @TPI-03
  Scenario: What was added is listed, and what was bound is not
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{fresh.email}"
    And Alice calls: bind3PID with id_server "{identity_server}" and id_access_token "{Alice.identity_token}" and sid "{Bob.identity_sid}" and client_secret "{Bob.identity_secret}"
    When Alice calls: getAccount3PIDs
    Then the response is 200
    And the response member threepids.0.address is "{fresh.email}"
    And the response member threepids.1 is absent

  @TPI-07
  Scenario: Without authentication nothing is added
    Given Alice is logged in on "PHONE"
    And Alice calls: requestTokenTo3PIDEmail with client_secret "{fresh.client_secret}" and email "{Alice.email}" and send_attempt 1
    And Alice confirms the message to "{Alice.email}"
    When Alice calls: add3PID with sid "{sid}" and client_secret "{client_secret}"
    Then the response is a UIA challenge
    When Alice calls: getAccount3PIDs
    Then the response is 200
    And the response member threepids.0 is absent

  @TPI-08
  Scenario: With authentication a validated identifier is added
    Given Alice is logged in on "PHONE"
    And Alice calls: requestTokenTo3PIDEmail with client_secret "{fresh.client_secret}" and email "{Alice.email}" and send_attempt 1
    And Alice confirms the message to "{Alice.email}"
    When Alice calls: add3PID with sid "{sid}" and client_secret "{client_secret}" and authenticates
    Then the response is 200
    When Alice calls: getAccount3PIDs
    Then the response is 200
    And the response member threepids.0.address is "{Alice.email}"

  @TPI-08 @needs-sms-sink
  Scenario: With authentication a validated phone number is added
    Given Alice is logged in on "PHONE"
    And Alice calls: requestTokenTo3PIDMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "{Alice.phone.national}" and send_attempt 1
    And Alice confirms the message to "{Alice.phone}"
    When Alice calls: add3PID with sid "{sid}" and client_secret "{client_secret}" and authenticates
    Then the response is 200
    When Alice calls: getAccount3PIDs
    Then the response is 200
    And the response member threepids.0.medium is "msisdn"
    And the response member threepids.0.address is "{Alice.phone}"

  @TPI-09
  Scenario: What was not validated is not added
    Given Alice is logged in on "PHONE"
    And Alice calls: requestTokenTo3PIDEmail with client_secret "{fresh.client_secret}" and email "{Alice.email}" and send_attempt 1
    When Alice calls: add3PID with sid "{sid}" and client_secret "{client_secret}" and authenticates
    Then the response is 4xx
    When Alice calls: getAccount3PIDs
    Then the response is 200
    And the response member threepids.0 is absent

  @TPI-09
  Scenario Outline: What was validated is not added with <what>
    Given Alice is logged in on "PHONE"
    And Alice calls: requestTokenTo3PIDEmail with client_secret "{fresh.client_secret}" and email "{Alice.email}" and send_attempt 1
    And Alice confirms the message to "{Alice.email}"
    When Alice calls: add3PID with sid "<sid>" and client_secret "<secret>" and authenticates
    Then the response is 4xx
    When Alice calls: getAccount3PIDs
    Then the response is 200
    And the response member threepids.0 is absent

    Examples:
      | what               | sid        | secret                      |
      | another secret     | {sid}      | {fresh.client_secret.other} |
      | an unknown session | made-up-id | {client_secret}             |

  @TPI-10
  Scenario: What another account has is not added
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "DESKTOP"
    And Alice calls: requestTokenTo3PIDEmail with client_secret "{fresh.client_secret}" and email "{Alice.email}" and send_attempt 1
    And the response member sid is remembered as "session_of_alice"
    And Alice confirms the message to "{Alice.email}"
    And Bob has the identifier "{Alice.email}"
    When Alice calls: add3PID with sid "{session_of_alice}" and client_secret "{fresh.client_secret}" and authenticates
    Then the response is 4xx
    When Alice calls: getAccount3PIDs
    Then the response is 200
    And the response member threepids.0 is absent

  @TPI-11
  Scenario: What was added serves to reset the password
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.email}"
    When an anonymous client calls: requestTokenToResetPasswordEmail with client_secret "{fresh.client_secret}" and email "{Alice.email}" and send_attempt 1
    Then the response is 200
    And 2 messages have been sent to "{Alice.email}"

  @TPI-12
  Scenario Outline: Without <what> nothing can be added
    Given Alice is logged in on "PHONE"
    When Alice calls: add3PID and authenticates, with the body:
      """
      <body>
      """
    Then the response is 400

    Examples:
      | what          | body                                         |
      | sid           | {"client_secret": "{fresh.client_secret}"}   |
      | client_secret | {"sid": "made-up-id"}                        |

  @TPI-04
  Scenario: The deprecated operation takes what an identity server has validated
    Given Alice is logged in on "PHONE"
    When Alice calls: post3PIDs with three_pid_creds {"id_server": "{identity_server}", "id_access_token": "{Alice.identity_token}", "sid": "{Alice.identity_sid}", "client_secret": "{Alice.identity_secret}"}
    Then the response is 200

  @TPI-05
  Scenario Outline: The deprecated operation takes nothing that <what>
    Given Alice is logged in on "PHONE"
    When Alice calls: post3PIDs with three_pid_creds {"id_server": "{identity_server}", "id_access_token": "{Alice.identity_token}", "sid": "<sid>", "client_secret": "<secret>"}
    Then the response is 403 M_THREEPID_AUTH_FAILED

    Examples:
      | what                          | sid                  | secret                  |
      | the identity server denies    | {Alice.identity_sid} | {fresh.client_secret}   |
      | belongs to no session         | made-up-id           | {Alice.identity_secret} |

  @TPI-06
  Scenario: The deprecated operation needs credentials
    Given Alice is logged in on "PHONE"
    When Alice calls: post3PIDs, with the body:
      """
      {}
      """
    Then the response is 400
