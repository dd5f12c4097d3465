Feature: The session that a registration begins

  @REG-04
  Rule: With inhibit_login true, no access_token or device_id should be given, and no device made

    Scenario: With the login inhibited no session is given
      When Alice registers with:
        | inhibit_login | true |
      Then the response is 200
      And the response has no access_token
      And the response has no device_id

    @needs-password-login
    Scenario: With the login inhibited no device is made
      Given Alice registers with:
        | inhibit_login | true |
      When Alice logs in with her password on "LAPTOP"
      Then the response is 200
      And Alice's devices are "LAPTOP"

  @REG-05
  Rule: With inhibit_login true, a registration gives neither refresh_token nor expires_in_ms

    Scenario: With the login inhibited nothing to refresh is given
      When Alice registers with:
        | inhibit_login | true |
        | refresh_token | true |
      Then the response is 200
      And the response has no refresh_token
      And the response has no expires_in_ms

  @REG-06
  Rule: With refresh_token true, a server that supports it gives a refresh_token; otherwise it gives none

    Scenario: A client that can refresh gets a refresh token
      When Alice registers with:
        | refresh_token | true |
      Then the response is 200
      And the response has:
        | refresh_token | a string               |
        | expires_in_ms | an integer, if present |

    Scenario: A client that does not say that it can refresh gets no refresh token
      When Alice registers
      Then the response is 200
      And the response has no refresh_token

    Scenario: A client that says that it cannot refresh gets no refresh token
      When Alice registers with:
        | refresh_token | false |
      Then the response is 200
      And the response has no refresh_token

    Scenario: The refresh token of a registration refreshes
      Given Alice registers with:
        | refresh_token | true |
      And the response member refresh_token is remembered as "refresh_token"
      When somebody calls refresh with refresh_token "{refresh_token}"
      Then the response is 200
      And the response member access_token is remembered as "access_token"
      When Alice with the access token "{access_token}" calls getTokenOwner
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

  @REG-15
  Rule: A registration gives the device_id asked for, else a new one; the access token belongs to it

    Scenario Outline: The session is on the device asked for: <what>
      When Alice registers with:
        | device_id | <device> |
      Then the response is 200
      And the response member device_id is "<device>"
      And Alice's devices are "<device>"

      Examples:
        | what                              | device         |
        | an id that is a word              | PHONE          |
        | an id that nobody has used        | {fresh.device} |
        | an id that needs percent-encoding | a/b%2Fc d      |

    Scenario: The server makes a device if none is asked for
      When Alice registers
      Then the response is 200
      And the response member device_id is remembered as "device"
      And Alice's devices are "{device}"

    Scenario: The access token belongs to the device asked for
      When Alice registers with:
        | device_id | PHONE |
      Then the response is 200
      And the response member device_id is remembered as "device"
      When the new session calls getTokenOwner
      Then the response is 200
      And the response member device_id is "{device}"

    Scenario: The access token belongs to the device that the server has made
      When Alice registers
      Then the response is 200
      And the response member device_id is remembered as "device"
      When the new session calls getTokenOwner
      Then the response is 200
      And the response member device_id is "{device}"

  @REG-16
  Rule: initial_device_display_name becomes the name of the new device

    Scenario Outline: A device gets a name <what>
      When Alice registers with:
        | device_id                   | PHONE  |
        | initial_device_display_name | <name> |
      Then the response is 200
      When the new session calls getDevice for "PHONE"
      Then the response is 200
      And the response member display_name is "<name>"

      Examples:
        | what                    | name                 |
        | of two words            | Jungle phone         |
        | with signs beyond ASCII | Küchentelefon ☎ 电话 |

    @needs-guest
    Scenario: A guest's device gets the name asked for
      When Gwen registers as a guest with:
        | initial_device_display_name | Café kiosk |
      Then the response is 200
      And the response member device_id is remembered as "device"
      When the new session calls getDevice for "{device}"
      Then the response is 200
      And the response member display_name is "Café kiosk"
