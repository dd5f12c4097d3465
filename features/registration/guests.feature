Feature: Guest accounts

  @REG-23
  Rule: A registration of a kind that is not allowed is refused with 403

    # Where guests are let in, 200 is right. A challenge never is.
    Scenario Outline: A guest is let in or refused <where>
      When Gwen registers as a guest
      Then the response is 200 or 403

      Examples:
        | where         |
        | on any server |

      @needs-closed-registration
      Examples:
        | where                                |
        | on a server with registration closed |

      @needs-server-config
      Examples:
        | where                                |
        | on a server of another configuration |

    @needs-open-registration
    Scenario: An account of a kind that does not exist is not made
      When somebody calls register and authenticates, with the malformed body:
        """
        {"kind": "administrator", "username": "{fresh.username}", "password": "{fresh.password}"}
        """
      Then the response is 4xx
      And the user name "{fresh.username}" is free

  @REG-24
  Rule: A guest registers without user-interactive authentication

    Scenario: A guest is let in at the first request
      When Gwen registers as a guest
      Then the response is 200
      And the response has:
        | user_id      | a valid user id |
        | access_token | a string        |
        | device_id    | a string        |

    Scenario: A guest's access token works, for the guest
      Given Gwen registers as a guest
      When the new session calls getTokenOwner
      Then the response is 200
      And the response member user_id is "{Gwen.user_id}"

    Scenario: Two guests are two users
      Given Gwen registers as a guest
      When Greg registers as a guest
      Then the response is 200
      And the response member user_id is a string other than "{Gwen.user_id}"

  @REG-25
  Rule: The registration of a guest ignores every member of the body but initial_device_display_name

    Scenario: A guest's login cannot be inhibited
      When Gwen registers as a guest with:
        | inhibit_login | true |
      Then the response is 200
      And the response member access_token is a string

    Scenario: The name that a guest asks for is ignored
      When Gwen registers as a guest with:
        | username | {fresh.username} |
      Then the response is 200
      And the response member user_id is a string like /(?!@{fresh.username}:).+/

    Scenario: A guest may ask for a name that is taken
      Given Alice has an account
      When Gwen registers as a guest with:
        | username | {Alice.localpart} |
      Then the response is 200
      And the response member user_id is a string other than "{Alice.user_id}"

    @needs-password-login
    Scenario: The password that a guest asks for is ignored
      Given Gwen registers as a guest with:
        | password | {fresh.password} |
      When Gwen logs in with the password "{fresh.password}"
      Then the response is 4xx
      And no session has begun

  @REG-26
  Rule: The server picks the device_id of a guest

    Scenario: The device that a guest asks for is ignored
      When Gwen registers as a guest with:
        | device_id | {fresh.device} |
      Then the response is 200
      And the response member device_id is a string other than "{fresh.device}"

    Scenario: The access token belongs to the device that the server has picked
      When Gwen registers as a guest
      Then the response is 200
      And the response member device_id is remembered as "device"
      When the new session calls getTokenOwner
      Then the response is 200
      And the response member device_id is "{device}"

  @REG-27
  Rule: A guest can use the endpoints listed for guests: devices, whoami, keys, displayname, sync, joins

    Scenario Outline: A guest may call <operation>
      Given Gwen registers as a guest
      When the new session calls <operation>
      Then the response is 200

      Examples:
        | operation     |
        | getTokenOwner |
        | getDevices    |

      @needs-e2ee-keys
      Examples:
        | operation  |
        | uploadKeys |

    Scenario: A guest may look at the guest's own device
      Given Gwen registers as a guest
      And the response member device_id is remembered as "device"
      When the new session calls getDevice for "{device}"
      Then the response is 200

    Scenario: A guest may name the guest's own device
      Given Gwen registers as a guest
      And the response member device_id is remembered as "device"
      When the new session calls updateDevice for "{device}" with display_name "Café kiosk"
      Then the response is 200
      When the new session calls getDevice for "{device}"
      Then the response is 200
      And the response member display_name is "Café kiosk"

    @needs-e2ee-keys
    Scenario: A guest may ask for keys
      Given Gwen registers as a guest
      When the new session calls queryKeys with:
        | device_keys | {"{Gwen.user_id}": []} |
      Then the response is 200

  @REG-28
  Rule: A guest who registers with guest_access_token and the localpart as username keeps the user id

    Scenario: A guest becomes a user and keeps the user id
      Given Gwen registers as a guest
      And the response member user_id is remembered as "guest"
      And the response member access_token is remembered as "guest_token"
      When Gwen registers with:
        | username           | {Gwen.localpart} |
        | guest_access_token | {guest_token}    |
      Then the response is 200
      And the response member user_id is "{guest}"
      When the new session calls getTokenOwner
      Then the response is 200
      And the response has:
        | user_id  | "{guest}"         |
        | is_guest | false, if present |

    Scenario Outline: With <what> a guest's account cannot be taken over
      Given Gwen registers as a guest
      And the response member device_id is remembered as "device"
      And Greg registers as a guest
      And the response member access_token is remembered as "other_token"
      When Bob registers with:
        | username           | {Gwen.localpart} |
        | guest_access_token | <token>          |
      Then the response is 4xx
      And the response has no user_id
      And Gwen's session on "{device}" goes on

      Examples:
        | what                  | token                 |
        | another guest's token | {other_token}         |
        | a token never issued  | {fresh.unknown_token} |

    Scenario: Without a guest's token a guest's account cannot be taken over
      Given Gwen registers as a guest
      And the response member device_id is remembered as "device"
      When Bob registers with:
        | username | {Gwen.localpart} |
      Then the response is 4xx
      And the response has no user_id
      And Gwen's session on "{device}" goes on
