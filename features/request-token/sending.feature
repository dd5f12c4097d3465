Feature: Asking for a message that validates an address

  Scenario Outline: A message to <whose address> is sent in a session
    When an anonymous client calls: <call>
    Then the response is 200
    And the response member sid is a string

    @RQT-01
    Examples:
      | whose address                   | call                                                                                                                            |
      | nobody's email, to register     | requestTokenToRegisterEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1             |

    @RQT-05
    Examples:
      | whose address                   | call                                                                                                                                                  |
      | nobody's phone, to register     | requestTokenToRegisterMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "+{fresh.phone}" and send_attempt 1        |
      | a phone as dialled at home      | requestTokenToRegisterMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "{fresh.phone.national}" and send_attempt 1 |

  Scenario Outline: A message to <whose address> is sent to a user in a session
    Given Alice is logged in on "PHONE"
    When Alice calls: <call>
    Then the response is 200
    And the response member sid is a string

    @RQT-19
    Examples:
      | whose address             | call                                                                                                            |
      | nobody's email, to add    | requestTokenTo3PIDEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1 |

    @RQT-25
    Examples:
      | whose address             | call                                                                                                                                      |
      | nobody's phone, to add    | requestTokenTo3PIDMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "+{fresh.phone}" and send_attempt 1 |

  Scenario Outline: A message to reset the password of an account is sent in a session: <medium>
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "<address>"
    When an anonymous client calls: <call>
    Then the response is 200
    And the response member sid is a string

    @RQT-09 @RQT-11
    Examples:
      | medium | address       | call                                                                                                                     |
      | email  | {Alice.email} | requestTokenToResetPasswordEmail with client_secret "{fresh.client_secret}" and email "{Alice.email}" and send_attempt 1 |

    @RQT-14 @RQT-16
    Examples:
      | medium | address       | call                                                                                                                                               |
      | msisdn | {Alice.phone} | requestTokenToResetPasswordMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "+{Alice.phone}" and send_attempt 1 |

  @RQT-31
  Scenario: The message arrives
    When an anonymous client calls: requestTokenToRegisterEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1
    Then the response is 200
    And 1 message has been sent to "{fresh.email}"

  @RQT-32
  Scenario: A repeated attempt gives the same session and no other message, a greater one a message
    When an anonymous client calls: requestTokenToRegisterEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1
    Then the response is 200
    And the response member sid is remembered as "first"
    And 1 message has been sent to "{fresh.email}"
    When an anonymous client calls: requestTokenToRegisterEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1
    Then the response is 200
    And the response member sid is "{first}"
    When an anonymous client calls: requestTokenToRegisterEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 2
    Then the response is 200
    And 2 messages have been sent to "{fresh.email}"

  @RQT-35
  Scenario Outline: A session ID has the form of one: <medium>
    When an anonymous client calls: <call>
    Then the response is 200
    And the response member sid is a string like /[0-9a-zA-Z.=_-]{1,255}/

    @needs-open-registration
    Examples:
      | medium | call                                                                                                                |
      | email  | requestTokenToRegisterEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1 |

    @needs-open-registration @needs-sms-sink
    Examples:
      | medium | call                                                                                                                                          |
      | msisdn | requestTokenToRegisterMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "+{fresh.phone}" and send_attempt 1 |

  @RQT-34
  Scenario: After the link of a mail the browser is sent on, where a next_link is taken
    When an anonymous client calls: requestTokenToRegisterEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1 and next_link "https://client.example.org/confirmed"
    Given the response member sid is remembered as "session_id"
    When an anonymous client confirms the message to "{fresh.email}"
    Then the response is 302 or 301 or 303 or 307
    And the response header Location is a string beginning with "https://client.example.org/confirmed"

  @RQT-36
  Scenario: The code of a text message is handed in without access token, where there is a place for it
    When an anonymous client calls: requestTokenToRegisterMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "+{fresh.phone}" and send_attempt 1
    Given the response member submit_url is remembered as "submit_url"
    When an anonymous client confirms the message to "{fresh.phone}"
    Then the response is 200
    And the response member success is true

  @RQT-37
  Scenario Outline: What is handed in with <what> is refused
    When an anonymous client calls: requestTokenToRegisterMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "+{fresh.phone}" and send_attempt 1
    Given the response member submit_url is remembered as "submit_url"
    When an anonymous client confirms the message to "{fresh.phone}" <how>
    Then the response is <answers>

    Examples:
      | what            | how                        | answers                                                             |
      | another token   | with a wrong token         | 400 M_TOKEN_INCORRECT                                               |
      | another secret  | with a wrong client secret | 400 M_INVALID_PARAM or 400 M_SESSION_EXPIRED or 400 M_TOKEN_INCORRECT |
