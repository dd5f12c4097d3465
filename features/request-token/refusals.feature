Feature: Messages that are not sent

  Scenario Outline: Registration is for addresses that nobody has: <medium>
    Given Bob is logged in on "DESKTOP"
    And Bob has the identifier "<address>"
    When an anonymous client calls: <call>
    Then the response is 400 M_THREEPID_IN_USE or 200

    @RQT-02
    Examples:
      | medium | address     | call                                                                                                              |
      | email  | {Bob.email} | requestTokenToRegisterEmail with client_secret "{fresh.client_secret}" and email "{Bob.email}" and send_attempt 1 |

    @RQT-06
    Examples:
      | medium | address     | call                                                                                                                                        |
      | msisdn | {Bob.phone} | requestTokenToRegisterMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "+{Bob.phone}" and send_attempt 1 |

  Scenario Outline: What another user has cannot be added: <medium>
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "DESKTOP"
    And Bob has the identifier "<address>"
    When Alice calls: <call>
    Then the response is 400 M_THREEPID_IN_USE

    @RQT-20
    Examples:
      | medium | address     | call                                                                                                          |
      | email  | {Bob.email} | requestTokenTo3PIDEmail with client_secret "{fresh.client_secret}" and email "{Bob.email}" and send_attempt 1 |

    @RQT-26
    Examples:
      | medium | address     | call                                                                                                                                    |
      | msisdn | {Bob.phone} | requestTokenTo3PIDMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "+{Bob.phone}" and send_attempt 1 |

  Scenario Outline: A password is reset for addresses of accounts: <medium>
    When an anonymous client calls: <call>
    Then the response is 400 M_THREEPID_NOT_FOUND or 200

    @RQT-10
    Examples:
      | medium | call                                                                                                                     |
      | email  | requestTokenToResetPasswordEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1 |

    @RQT-15
    Examples:
      | medium | call                                                                                                                                               |
      | msisdn | requestTokenToResetPasswordMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "+{fresh.phone}" and send_attempt 1 |

  Scenario Outline: What is no address cannot be added: <medium>
    Given Alice is logged in on "PHONE"
    When Alice calls: <operation>, with the body:
      """
      <body>
      """
    Then the response is 400 M_INVALID_PARAM

    @RQT-23
    Examples:
      | medium | operation               | body                                                                                            |
      | email  | requestTokenTo3PIDEmail | {"client_secret": "{fresh.client_secret}", "email": "not-an-email", "send_attempt": 1}          |

    @RQT-29
    Examples:
      | medium | operation                | body                                                                                                        |
      | msisdn | requestTokenTo3PIDMSISDN | {"client_secret": "{fresh.client_secret}", "country": "FR", "phone_number": "abc", "send_attempt": 1}       |

  Scenario Outline: An address that is not permitted is denied: <family>
    When an anonymous client calls: <call>
    Then the response is <answers>

    @RQT-04
    Examples:
      | family               | answers               | call                                                                                                                |
      | register with email  | 403 M_THREEPID_DENIED | requestTokenToRegisterEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1 |

    @RQT-08
    Examples:
      | family               | answers               | call                                                                                                                                          |
      | register with msisdn | 403 M_THREEPID_DENIED | requestTokenToRegisterMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "+{fresh.phone}" and send_attempt 1 |

    @RQT-13
    Examples:
      | family               | answers                                           | call                                                                                                                     |
      | password with email  | 403 M_THREEPID_DENIED or 400 M_THREEPID_NOT_FOUND | requestTokenToResetPasswordEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1 |

    @RQT-18
    Examples:
      | family               | answers                                           | call                                                                                                                                               |
      | password with msisdn | 403 M_THREEPID_DENIED or 400 M_THREEPID_NOT_FOUND | requestTokenToResetPasswordMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "+{fresh.phone}" and send_attempt 1 |

  Scenario Outline: An address that is not permitted cannot be added: <medium>
    Given Alice is logged in on "PHONE"
    When Alice calls: <call>
    Then the response is 403 M_THREEPID_DENIED

    @RQT-24
    Examples:
      | medium | call                                                                                                            |
      | email  | requestTokenTo3PIDEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1 |

    @RQT-30
    Examples:
      | medium | call                                                                                                                                      |
      | msisdn | requestTokenTo3PIDMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "+{fresh.phone}" and send_attempt 1 |

  Scenario Outline: A medium that cannot be added is not supported: <medium>
    Given Alice is logged in on "PHONE"
    When Alice calls: <call>
    Then the response is 400 M_THREEPID_MEDIUM_NOT_SUPPORTED

    @RQT-22
    Examples:
      | medium | call                                                                                                            |
      | email  | requestTokenTo3PIDEmail with client_secret "{fresh.client_secret}" and email "{fresh.email}" and send_attempt 1 |

    @RQT-28
    Examples:
      | medium | call                                                                                                                                      |
      | msisdn | requestTokenTo3PIDMSISDN with client_secret "{fresh.client_secret}" and country "FR" and phone_number "+{fresh.phone}" and send_attempt 1 |
