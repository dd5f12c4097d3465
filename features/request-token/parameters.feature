Feature: What a request for a message must have

  Scenario Outline: An identity server that nobody trusts is refused or ignored: <family>
    When an anonymous client calls: <call> and id_server "identity.invalid" and id_access_token "made-up"
    Then the response is 400 M_SERVER_NOT_TRUSTED or 200

    @RQT-03
    Examples:
      | family               | call                                                                                                                |
      | register with email  | requestTokenToRegisterEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1 |

    @RQT-07
    Examples:
      | family               | call                                                                                                                                          |
      | register with msisdn | requestTokenToRegisterMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "+{fresh.phone}" and send_attempt 1 |

  Scenario Outline: An identity server that nobody trusts is refused or ignored for a user: <family>
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "<address>"
    When Alice calls: <call> and id_server "identity.invalid" and id_access_token "made-up"
    Then the response is 400 M_SERVER_NOT_TRUSTED or 200

    @RQT-12
    Examples:
      | family               | address       | call                                                                                                                     |
      | password with email  | {Alice.email} | requestTokenToResetPasswordEmail with client_secret "{fresh.client_secret}" and email "{Alice.email}" and send_attempt 1 |

    @RQT-17
    Examples:
      | family               | address       | call                                                                                                                                               |
      | password with msisdn | {Alice.phone} | requestTokenToResetPasswordMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "+{Alice.phone}" and send_attempt 1 |

    @RQT-21
    Examples:
      | family               | address       | call                                                                                                            |
      | 3pid with email      | {Alice.email} | requestTokenTo3PIDEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1 |

    @RQT-27
    Examples:
      | family               | address       | call                                                                                                                                      |
      | 3pid with msisdn     | {Alice.phone} | requestTokenTo3PIDMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "+{fresh.phone}" and send_attempt 1 |

  @RQT-39
  Scenario: An identity server without access token is refused, or ignored with the server
    When an anonymous client calls: requestTokenToRegisterEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1 and id_server "{identity_server}"
    Then the response is 400 M_MISSING_PARAM or 200

  @RQT-33
  Scenario Outline: A client secret <what> is refused
    When an anonymous client calls: requestTokenToRegisterEmail, with the body:
      """
      {"client_secret": "<secret>", "email": "{fresh.email}", "send_attempt": 1}
      """
    Then the response is 400

    Examples:
      | what                          | secret |
      | that is empty                 | |
      | with a space                  | white space |
      | with a letter beyond ASCII    | geheimnisträger |
      | with a slash                  | secret/secret |
      | of 256 characters             | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx |

  @RQT-38
  Scenario Outline: A request for mail without <what> is refused
    When an anonymous client calls: requestTokenToRegisterEmail, with the body:
      """
      <body>
      """
    Then the response is 400

    Examples:
      | what          | body                                                              |
      | client_secret | {"email": "{fresh.email}", "send_attempt": 1}                     |
      | email         | {"client_secret": "{fresh.client_secret}", "send_attempt": 1}     |
      | send_attempt  | {"client_secret": "{fresh.client_secret}", "email": "{fresh.email}"} |

  @RQT-38 @needs-sms-sink
  Scenario Outline: A request for a text message without <what> is refused
    When an anonymous client calls: requestTokenToRegisterMSISDN, with the body:
      """
      <body>
      """
    Then the response is 400

    Examples:
      | what          | body                                                                                              |
      | client_secret | {"country": "FR", "phone_number": "+{fresh.phone}", "send_attempt": 1}                            |
      | country       | {"client_secret": "{fresh.client_secret}", "phone_number": "{fresh.phone.national}", "send_attempt": 1} |
      | phone_number  | {"client_secret": "{fresh.client_secret}", "country": "FR", "send_attempt": 1}                    |
      | send_attempt  | {"client_secret": "{fresh.client_secret}", "country": "FR", "phone_number": "+{fresh.phone}"}     |
