Feature: The challenge that begins user-interactive authentication

  @UIA-01
  Rule: A call without auth is answered with 401 and a challenge, and does nothing

    Scenario Outline: <operation> is challenged and does nothing
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When <operation> is called
      Then the response is a UIA challenge
      And Alice's account is as it was

      Examples: every operation with user-interactive authentication of its caller

  @UIA-16
  Rule: A registration without auth gives 401, even where only m.login.dummy is asked for

    Scenario: A registration is challenged and makes no account
      When somebody begins a registration
      Then the response is a UIA challenge
      And the user name "{fresh.username}" is free

  @UIA-02
  Rule: A challenge has the array flows

    Scenario Outline: The challenge of <operation> has the flows
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When <operation> is called
      Then the response is 401
      And the response member flows is an array

      Examples: every operation with user-interactive authentication of its caller

    @needs-open-registration
    Scenario: The challenge of a registration has the flows
      When somebody begins a registration
      Then the response is 401
      And the response member flows is an array

  @UIA-03
  Rule: Each flow has the array stages, of strings

    Scenario Outline: Each flow in the challenge of <operation> has its stages
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When <operation> is called
      Then the response is 401
      And the response has:
        | flows[*].stages    | an array             |
        | flows[*].stages[*] | a string, if present |

      Examples: every operation with user-interactive authentication of its caller

    @needs-open-registration
    Scenario: Each flow in the challenge of a registration has its stages
      When somebody begins a registration
      Then the response is 401
      And the response has:
        | flows[*].stages    | an array             |
        | flows[*].stages[*] | a string, if present |

  @UIA-04
  Rule: session is a string, params an object of objects, and completed an array of strings, where present

    Scenario Outline: The other members in the challenge of <operation> have the documented types
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When <operation> is called
      Then the response is 401
      And the response has:
        | session      | a string, if present  |
        | params       | an object, if present |
        | params.*     | an object, if present |
        | completed    | an array, if present  |
        | completed[*] | a string, if present  |

      Examples: every operation with user-interactive authentication of its caller

    @needs-open-registration
    Scenario: The other members in the challenge of a registration have the documented types
      When somebody begins a registration
      Then the response is 401
      And the response has:
        | session      | a string, if present  |
        | params       | an object, if present |
        | params.*     | an object, if present |
        | completed    | an array, if present  |
        | completed[*] | a string, if present  |

  @UIA-05
  Rule: A challenge offers at least one flow

    Scenario Outline: The challenge of <operation> offers a flow
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When <operation> is called
      Then the response is a UIA challenge
      And at least one flow is offered

      Examples: every operation with user-interactive authentication of its caller

    @needs-open-registration
    Scenario: The challenge of a registration offers a flow
      When somebody begins a registration
      Then the response is a UIA challenge
      And at least one flow is offered

  @UIA-23
  Rule: An endpoint that needs an access token answers a call without one with 401 M_MISSING_TOKEN, not with a challenge

    Scenario Outline: <operation> without an access token is not challenged
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When <operation> is called without an access token
      Then the response is 401 M_MISSING_TOKEN
      And the response has no flows
      And Alice's account is as it was

      Examples:
        | operation     |
        | deleteDevice  |
        | deleteDevices |
        | add3PID       |

      @needs-login-token
      Examples:
        | operation          |
        | generateLoginToken |

    Scenario Outline: <operation> with an unknown access token is not challenged
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When <operation> is called with an unknown access token
      Then the response is 401 M_UNKNOWN_TOKEN
      And the response has no flows
      And Alice's account is as it was

      Examples:
        | operation     |
        | deleteDevice  |
        | deleteDevices |
