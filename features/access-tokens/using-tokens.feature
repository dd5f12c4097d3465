Feature: Using access tokens

  @TOK-01
  Rule: The server offers at least one of the two authentication APIs

    Scenario: The server has login flows or OAuth 2.0 metadata
      When somebody calls getLoginFlows, or else getAuthMetadata
      Then the response is 200

  @TOK-02
  Rule: An access token in the header Authorization: Bearer authenticates the request

    Scenario: A token in the header tells whose it is
      Given Alice is logged in on "PHONE"
      When Alice calls getTokenOwner
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

  @TOK-08
  Rule: A server that advertises a version up to v1.19 accepts the access token in the query too

    Scenario: A token in the query tells whose it is
      Given Alice is logged in on "PHONE"
      When Alice calls getTokenOwner with the access token in the query
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

  @TOK-03
  Rule: An endpoint that needs an access token refuses a request without one: 401 M_MISSING_TOKEN

    Scenario Outline: <operation> needs an access token
      When <operation> is called without an access token
      Then the response is 401 M_MISSING_TOKEN

      Examples:
        | operation             |
        | getTokenOwner         |
        | getCapabilities       |
        | logout                |
        | logout_all            |
        | getAccount3PIDs       |
        | add3PID               |
        | post3PIDs             |
        | bind3PID              |
        | unbind3pidFromAccount |
        | delete3pidFromAccount |

      @needs-login-token
      Examples:
        | operation          |
        | generateLoginToken |

      @needs-e2ee-keys
      Examples:
        | operation  |
        | queryKeys  |
        | uploadKeys |

    @needs-e2ee-keys
    Scenario: Uploading a cross-signing key needs an access token
      When somebody calls uploadCrossSigningKeys
      Then the response is 401 M_MISSING_TOKEN

  @TOK-04
  Rule: An access token that never existed is refused with 401 M_UNKNOWN_TOKEN

    Scenario Outline: <operation> refuses an unknown access token
      When <operation> is called with an unknown access token
      Then the response is 401 M_UNKNOWN_TOKEN

      Examples:
        | operation             |
        | getTokenOwner         |
        | getCapabilities       |
        | logout                |
        | logout_all            |
        | getAccount3PIDs       |
        | add3PID               |
        | post3PIDs             |
        | bind3PID              |
        | unbind3pidFromAccount |
        | delete3pidFromAccount |

      @needs-login-token
      Examples:
        | operation          |
        | generateLoginToken |

      @needs-e2ee-keys
      Examples:
        | operation  |
        | queryKeys  |
        | uploadKeys |

    @needs-e2ee-keys
    Scenario: Uploading a cross-signing key refuses an unknown access token
      When a client with an unknown token calls uploadCrossSigningKeys
      Then the response is 401 M_UNKNOWN_TOKEN

    Scenario: An unknown token in the query is refused
      When a client with an unknown token calls getTokenOwner with the access token in the query
      Then the response is 401 M_UNKNOWN_TOKEN

  @TOK-05
  Rule: An access token that was logged out is refused with 401 M_UNKNOWN_TOKEN

    Scenario: A token is used after a logout
      Given Alice is logged in on "PHONE"
      And Alice calls logout
      When Alice calls getTokenOwner
      Then the response is 401 M_UNKNOWN_TOKEN

  @TOK-15
  Rule: soft_logout, where present, is a boolean in a 401 with M_UNKNOWN_TOKEN or M_USER_LOCKED

    Scenario Outline: The error for <client> has a boolean soft_logout
      Given Alice is logged in on "PHONE"
      And Alice calls logout
      When <client> calls getTokenOwner
      Then the response is 401
      And the response member soft_logout is a boolean, if present

      Examples:
        | client                         |
        | Alice                          |
        | a client with an unknown token |
        | somebody                       |

  @TOK-14
  Rule: soft_logout true is sent only while the session can be continued, not after a real logout

    # LGO-02, LGO-08 and DEV-14 check whether the token has ended.
    Scenario Outline: The error after <operation> tells of no soft logout
      Given Alice is logged in on "PHONE"
      And Alice calls <operation>
      When Alice calls getTokenOwner
      Then the response member soft_logout is false, if present

      Examples:
        | operation  |
        | logout     |
        | logout_all |

    Scenario: The error after a deletion of the device tells of no soft logout
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Alice on "PHONE" calls deleteDevice for "LAPTOP" and authenticates
      When Alice on "LAPTOP" calls getTokenOwner
      Then the response member soft_logout is false, if present
