Feature: Parameters of a request for a message

  @RQT-33
  Rule: A client_secret that is empty, longer than 255 characters or has others than 0-9a-zA-Z.=_- is refused

    Scenario Outline: The client secret <what>
      When somebody calls requestTokenToRegisterEmail with the body:
        """
        {"client_secret": "<secret>", "email": "{fresh.email}", "send_attempt": 1}
        """
      Then the response is 400 or 403

      Examples:
        | what                      | secret                                                                                                                                                                                                                                                           |
        | is empty                  |                                                                                                                                                                                                                                                                  |
        | has a space               | white space                                                                                                                                                                                                                                                      |
        | has a letter beyond ASCII | geheimnisträger                                                                                                                                                                                                                                                  |
        | has a slash               | secret/secret                                                                                                                                                                                                                                                    |
        | has 256 characters        | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx |

  @RQT-38
  Rule: A request for a message without client_secret, address or send_attempt is refused

    Scenario Outline: A request for a mail has no <member>
      When requestTokenToRegisterEmail is called without its <member>
      Then the response is 400 or 403

      Examples:
        | member        |
        | client_secret |
        | email         |
        | send_attempt  |

    Scenario Outline: A request for a text message has no <member>
      When requestTokenToRegisterMSISDN is called without its <member>
      Then the response is 400 or 403

      Examples:
        | member        |
        | client_secret |
        | country       |
        | phone_number  |
        | send_attempt  |

    Scenario Outline: <operation> is called without its <member>
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When <operation> is called without its <member>
      Then the response is 400 or 403

      Examples:
        | operation                         | member        |
        | requestTokenToResetPasswordEmail  | client_secret |
        | requestTokenToResetPasswordEmail  | email         |
        | requestTokenToResetPasswordEmail  | send_attempt  |
        | requestTokenToResetPasswordMSISDN | client_secret |
        | requestTokenToResetPasswordMSISDN | country       |
        | requestTokenToResetPasswordMSISDN | phone_number  |
        | requestTokenToResetPasswordMSISDN | send_attempt  |
        | requestTokenTo3PIDEmail           | client_secret |
        | requestTokenTo3PIDEmail           | email         |
        | requestTokenTo3PIDEmail           | send_attempt  |
        | requestTokenTo3PIDMSISDN          | client_secret |
        | requestTokenTo3PIDMSISDN          | country       |
        | requestTokenTo3PIDMSISDN          | phone_number  |
        | requestTokenTo3PIDMSISDN          | send_attempt  |

  @RQT-39
  Rule: A request for a message with id_server and without id_access_token is refused by servers that use identity servers

    Scenario: A request names an identity server and has no token for it
      When somebody asks for a message to register with "{fresh.email}", with:
        | id_server | {identity_server} |
      Then the response is 400 or 200
