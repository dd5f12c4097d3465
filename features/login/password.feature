Feature: Login with a password

  @LOG-10
  Rule: A login gives access_token, device_id and user_id, all strings

    Scenario: A login gives user, device and access token
      Given Alice has an account
      When Alice logs in with her password
      Then the response is 200
      And the response has:
        | access_token | a string |
        | device_id    | a string |
        | user_id      | a string |

  @LOG-11
  Rule: The user_id of a login is the full id of the account that logged in

    # LOG-14 checks whether it logs in at all.
    Scenario Outline: <name> logs in as the whole user id
      Given Alice has an account
      When Alice logs in with her password and the identifier:
        | type | m.id.user |
        | user | <user>    |
      Then the response member user_id is "{Alice.user_id}", if present

      Examples:
        | name          | user              |
        | The user id   | {Alice.user_id}   |
        | The localpart | {Alice.localpart} |

  @LOG-14
  Rule: A user id and the right password log in

    Scenario Outline: <name> logs in with the right password
      Given Alice has an account
      When Alice logs in with her password and the identifier:
        | type | m.id.user |
        | user | <user>    |
      Then the response is 200
      When the new session calls getTokenOwner
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

      Examples:
        | name          | user              |
        | The user id   | {Alice.user_id}   |
        | The localpart | {Alice.localpart} |

    Scenario: A user id in another case is the same user's, or nobody's
      Given Alice has an account
      When Alice logs in with her password and the identifier:
        | type | m.id.user                                    |
        | user | @{Alice.localpart.upper}:{Alice.server_name} |
      Then the response is 200 or 400 or 403 M_FORBIDDEN
      And the response member user_id is "{Alice.user_id}", if present

    Scenario: After a change of the password the new one logs in
      Given Alice has an account
      And Alice calls changePassword with new_password "{fresh.password}" and authenticates
      When Alice logs in with the password "{fresh.password}"
      Then the response is 200

    Scenario Outline: A password may have <what>
      Given Alice has an account
      And Alice calls changePassword and authenticates, with:
        | new_password | <beginning>{fresh.password} |
      When Alice logs in with the password "<beginning>{fresh.password}"
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

      Examples:
        | what                 | beginning |
        | letters beyond ASCII | Übermut 猫 |
        | spaces               | two words |
        | what JSON escapes    | a/b&c<d>  |

  @LOG-12
  Rule: The refresh_token of a login is a string, and its expires_in_ms an integer

    Scenario: A client that can refresh logs in
      Given Alice has an account
      When Alice logs in with her password and:
        | refresh_token | true |
      Then the response is 200
      And the response has:
        | refresh_token | a string, if present   |
        | expires_in_ms | an integer, if present |

  @LOG-13
  Rule: The well_known of a login has the form of the client well-known file

    Scenario: The base URLs of the servers are strings
      Given Alice has an account
      When Alice logs in with her password
      Then the response is 200
      And the response has:
        | /well_known?                             | an object |
        | /well_known?/m.homeserver/base_url       | a string  |
        | /well_known?/m.identity_server?/base_url | a string  |

  @LOG-28
  Rule: The deprecated members user, medium and address still name the user

    Scenario Outline: The deprecated member user with <what> names the user
      Given Alice has an account
      When somebody calls login with:
        | type     | m.login.password |
        | user     | <user>           |
        | password | {Alice.password} |
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"
      
      Examples:
        | what          | user              |
        | the localpart | {Alice.localpart} |
        | the user id   | {Alice.user_id}   |
