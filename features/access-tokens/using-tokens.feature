Feature: Using access tokens

  @TOK-01
  Scenario: At least one of the two authentication APIs is there
    When an anonymous client calls: getLoginFlows or getAuthMetadata
    Then the response is 200

  @TOK-02
  Scenario: The token in the header authenticates
    Given Alice is logged in on "PHONE"
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

  @TOK-08
  Scenario: The token in the query authenticates
    Given Alice is logged in on "PHONE"
    When Alice with the access token "{Alice.PHONE.access_token}" in the query calls: getTokenOwner
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

  @TOK-04
  Scenario: A token in the query that never existed is refused
    When Alice with the access token "{fresh.unknown_token}" in the query calls: getTokenOwner
    Then the response is 401 M_UNKNOWN_TOKEN

  @TOK-03
  Scenario Outline: Without an access token <call> is refused
    When an anonymous client calls: <call>
    Then the response is 401 M_MISSING_TOKEN

    Examples:
      | call                                                                 |
      | getTokenOwner                                                        |
      | getCapabilities                                                      |
      | logout                                                               |
      | logout_all                                                           |
      | getAccount3PIDs                                                      |
      | add3PID with sid "made-up" and client_secret "made-up-client-secret" |

    @needs-login-token
    Examples:
      | call               |
      | generateLoginToken |

    @needs-email-sink
    Examples:
      | call                                                                                                               |
      | post3PIDs with three_pid_creds {"sid": "a", "client_secret": "b", "id_server": "example.org", "id_access_token": "c"} |
      | bind3PID with client_secret "a" and id_server "example.org" and id_access_token "b" and sid "c"                     |
      | unbind3pidFromAccount with medium "email" and address "nobody@example.org"                                          |
      | delete3pidFromAccount with medium "email" and address "nobody@example.org"                                          |

    @needs-e2ee-keys
    Examples:
      | call                                |
      | queryKeys with device_keys {}       |
      | uploadKeys                          |
      | uploadCrossSigningKeys              |

  @TOK-04
  Scenario Outline: With an access token that never existed <call> is refused
    When a client with an unknown token calls: <call>
    Then the response is 401 M_UNKNOWN_TOKEN

    Examples:
      | call                                                                 |
      | getTokenOwner                                                        |
      | getCapabilities                                                      |
      | logout                                                               |
      | logout_all                                                           |
      | getAccount3PIDs                                                      |
      | add3PID with sid "made-up" and client_secret "made-up-client-secret" |

    @needs-login-token
    Examples:
      | call               |
      | generateLoginToken |

    @needs-email-sink
    Examples:
      | call                                                                                                               |
      | post3PIDs with three_pid_creds {"sid": "a", "client_secret": "b", "id_server": "example.org", "id_access_token": "c"} |
      | bind3PID with client_secret "a" and id_server "example.org" and id_access_token "b" and sid "c"                     |
      | unbind3pidFromAccount with medium "email" and address "nobody@example.org"                                          |
      | delete3pidFromAccount with medium "email" and address "nobody@example.org"                                          |

    @needs-e2ee-keys
    Examples:
      | call                                |
      | queryKeys with device_keys {}       |
      | uploadKeys                          |
      | uploadCrossSigningKeys              |

  @TOK-05
  Scenario: A token that was logged out is refused
    Given Alice is logged in on "PHONE"
    And Alice on "PHONE" calls: logout
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 401 M_UNKNOWN_TOKEN

  @TOK-15
  Scenario Outline: What <who> is told of a soft logout is a boolean
    Given Alice is logged in on "PHONE"
    And Alice on "PHONE" calls: logout
    When <who> calls: getTokenOwner
    Then the response is 401
    And the response member soft_logout is a boolean, if present

    Examples:
      | who                            |
      | Alice on "PHONE"               |
      | a client with an unknown token |
      | an anonymous client            |

  @TOK-14
  Scenario Outline: No soft logout is told of after <call>
    Given Alice is logged in on "PHONE"
    And Alice on "PHONE" calls: <call>
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 401
    And the response member soft_logout is false, if present

    Examples:
      | call       |
      | logout     |
      | logout_all |

  @TOK-14 @DEV-14
  Scenario: No soft logout is told of when the device was deleted
    Given Alice is logged in on "PHONE" and "LAPTOP"
    And Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP" and authenticates
    When Alice on "LAPTOP" calls: getTokenOwner
    Then the response is 401
    And the response member soft_logout is false, if present
