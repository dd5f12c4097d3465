Feature: Answering a stage

  @UIA-07
  Rule: The call is performed, and its own result returned, when all stages of one offered flow are completed

    Scenario Outline: <operation> is performed when a flow is completed
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When <operation> is called
      And Alice completes a flow
      Then the response is 200
      And Alice's devices are "PHONE"

      Examples:
        | operation     |
        | deleteDevice  |
        | deleteDevices |

    Scenario: The password is changed when a flow is completed
      Given Alice has an account
      When Alice calls changePassword with new_password "{fresh.password}"
      And Alice completes a flow
      Then the response is 200
      When Alice logs in with the password "{fresh.password}"
      Then the response is 200

    @needs-login-token
    Scenario: A login token is given when a flow is completed
      Given Alice has an account
      When Alice calls generateLoginToken and authenticates
      Then the response is 200
      And the response member login_token is a string

    @needs-password-login
    Scenario: The owner's password succeeds after another user's
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Bob has an account
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice answers the stage "m.login.password" with Bob's credentials
      And Alice on "PHONE" calls deleteDevice for "LAPTOP" and authenticates
      Then the response is 200
      And Alice's devices are "PHONE"

    @needs-open-registration
    Scenario: An account is made when a flow is completed
      When somebody begins a registration
      And somebody completes a flow
      Then the response is 200
      And the response member user_id is a string

  @UIA-10
  Rule: A failed stage that can be tried again gives 401 with the challenge, errcode and error

    Scenario Outline: A wrong password for <operation> is challenged again
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When <operation> is called
      And Alice answers the stage "m.login.password" wrongly
      Then the response is a UIA challenge
      And the response has:
        | errcode | a string |
        | error   | a string |
      And Alice's account is as it was

      Examples: every operation with user-interactive authentication of its caller

    Scenario: The challenge is the same after a wrong password
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice answers the stage "m.login.password" wrongly
      Then the response is the same UIA challenge
      And Alice's account is as it was

  @UIT-02
  Rule: A wrong password does not complete the stage m.login.password: 401 M_FORBIDDEN

    Scenario: A wrong password is refused
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice answers the stage "m.login.password" wrongly
      Then the response is 401 M_FORBIDDEN
      And Alice's account is as it was

  @UIA-11
  Rule: A failed stage is not completed, and does nothing

    Scenario Outline: A wrong password does not perform <operation>
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When <operation> is called and its stage "m.login.password" answered in each way:
        | way                                    | identifier.user         | password         |
        | a wrong password                       | {Alice.user_id}         | {fresh.password} |
        | a wrong password, by the localpart     | {Alice.localpart}       | {fresh.password} |
        | a wrong password, the name in capitals | {Alice.localpart.upper} | {fresh.password} |
        | an empty password                      | {Alice.user_id}         | ""               |
        | no password                            | {Alice.user_id}         |                  |
      Then each response is 4xx
      And Alice's account is as it was

      Examples: every operation with user-interactive authentication of its caller

    @needs-email-sink
    Scenario: A wrong password does not add an address
      Given Alice has an account
      And Alice asks for a message to add "{Alice.email}"
      And Alice confirms the message to "{Alice.email}"
      When Alice calls add3PID with that validation
      And Alice answers the stage "m.login.password" wrongly
      Then the response is 4xx
      And Alice has no third-party identifiers

    Scenario Outline: A wrong password completes no stage of <operation>
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When <operation> is called
      And Alice answers the stage "m.login.password" wrongly
      Then the response is 4xx
      And no stage is completed

      Examples: every operation with user-interactive authentication of its caller

  @UIA-12
  Rule: A session survives a failed attempt, and can still be completed

    Scenario: The right password succeeds after a wrong one
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice answers the stage "m.login.password" wrongly
      And Alice answers the stage "m.login.password"
      Then the response is 200
      And Alice's devices are "PHONE"

  @UIA-13
  Rule: A failure for another reason than authentication is a standard error without a challenge

    Scenario: A request without its list of devices is not challenged again
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevices and authenticates, with the malformed body:
        """
        {}
        """
      Then the response has:
        | errcode | a string, if present |
        | flows   | absent               |

    @needs-open-registration
    Scenario: A user name in use is refused without a challenge
      Given Alice has an account
      When somebody calls register and authenticates, with:
        | username | {Alice.localpart} |
        | password | {fresh.password}  |
      Then the response is 4xx
      And the response has:
        | errcode | a string |
        | error   | a string |
        | flows   | absent   |

  @UIA-18
  Rule: A stage of a type that no offered flow has does not authorise

    Scenario: A stage that no flow has deletes no device
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice answers a stage that no flow has
      Then the response is 4xx
      And Alice's devices are "PHONE" and "LAPTOP"
      And Alice's session on "LAPTOP" goes on

    Scenario: A stage of an unknown type deletes no device
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      Then the response is a UIA challenge
      When Alice on "PHONE" calls deleteDevice with:
        | deviceId     | LAPTOP                 |
        | auth.type    | org.example.unheard_of |
        | auth.session | {session}              |
      Then the response is 4xx
      And Alice's devices are "PHONE" and "LAPTOP"
      And Alice's session on "LAPTOP" goes on

    Scenario Outline: The stage <type>, which is not for this, deletes no device
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      Then the response is a UIA challenge
      And no flow has the stage "<type>"
      When Alice on "PHONE" calls deleteDevice with:
        | deviceId     | LAPTOP    |
        | auth.type    | <type>    |
        | auth.session | {session} |
      Then the response is 4xx
      And Alice's account is as it was

      Examples:
        | type                       |
        | m.login.registration_token |
        | m.login.terms              |
        | m.oauth                    |

    @needs-open-registration
    Scenario: A stage that no flow has registers nobody
      When somebody begins a registration
      And somebody answers a stage that no flow has
      Then the response is 4xx
      And the user name "{fresh.username}" is free

  @UIA-25
  Rule: A stage of a type that no offered flow has is not listed as completed

    Scenario: A stage that no flow has is not completed
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice answers a stage that no flow has
      Then the response is 4xx
      And no stage is completed

    Scenario: A stage of an unknown type is not completed
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice on "PHONE" calls deleteDevice with:
        | deviceId     | LAPTOP                 |
        | auth.type    | org.example.unheard_of |
        | auth.session | {session}              |
      Then the response is 4xx
      And no stage is completed

  @UIA-24
  Rule: An answer to a stage without the session gets a result or a standard error

    Scenario: The right password is sent without the session
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice answers the stage "m.login.password" without the session
      Then the response is 200 or 4xx
