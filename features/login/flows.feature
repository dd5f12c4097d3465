Feature: The ways to log in

  @LOG-01
  Rule: GET /login gives 200 with the array flows

    Scenario: The login flows are an array
      When somebody calls getLoginFlows
      Then the response is 200
      And the response member flows is an array

  @LOG-02
  Rule: Each login flow has its type, a string

    Scenario: The type of each login flow is a string
      When somebody calls getLoginFlows
      Then the response is 200
      And the response member flows[*].type is a string

  @LOG-03
  Rule: GET /login needs no access token

    Scenario: Somebody without an access token asks for the login flows
      When somebody calls getLoginFlows
      Then the response is 200

  @LOG-04
  Rule: Where the legacy API is not supported, GET /login should give 404 M_UNRECOGNIZED

    Scenario: There are no login flows to ask for
      When somebody calls getLoginFlows
      Then the response is 404 M_UNRECOGNIZED

  @LOG-05
  Rule: get_login_token of a login flow is a boolean

    Scenario: Whether login tokens can be generated
      When somebody calls getLoginFlows
      Then the response is 200
      And the response member flows[*].get_login_token is a boolean, if present

  @LOG-06
  Rule: Each identity provider of a login flow has its id and its name, and maybe its icon and brand, all strings

    Scenario: Id and name of identity providers are strings
      When somebody calls getLoginFlows
      Then the response is 200
      And the response has:
        | flows[*].identity_providers?         | an array |
        | flows[*].identity_providers?[*].id   | a string |
        | flows[*].identity_providers?[*].name | a string |

    Scenario: Icon and brand of identity providers are strings
      When somebody calls getLoginFlows
      Then the response is 200
      And the response has:
        | flows[*].identity_providers?[*].icon  | a string, if present |
        | flows[*].identity_providers?[*].brand | a string, if present |

  @LOG-07
  Rule: The ids of identity providers should be unique, and follow the grammar of opaque identifiers

    Scenario: The ids of identity providers
      When somebody calls getLoginFlows
      Then the response is 200
      And the response has:
        | flows[*].identity_providers?[*].id | a string like /[0-9A-Za-z._~-]{1,255}/ |
        | flows[*].identity_providers?[*].id | a string of its own                    |

  @LOG-08
  Rule: oauth_aware_preferred of a login flow is a boolean

    Scenario: The preference of OAuth aware clients
      When somebody calls getLoginFlows
      Then the response is 200
      And the response member flows[*].oauth_aware_preferred is a boolean, if present

  @LOG-09
  Rule: A server with single sign-on takes the login token that it ends with

    Scenario: A login token that never existed is refused as such, not as an unknown type
      When somebody calls login with type "m.login.token" and token "{fresh.unknown_token}"
      Then the response is 401 or 403

  @API-15
  Rule: A path that exists, called with a method that it does not have, gives 405 M_UNRECOGNIZED

    Scenario: The login takes no PUT
      When somebody sends PUT to "/_matrix/client/v3/login"
      Then the response is 405 M_UNRECOGNIZED

    Scenario: Asking whose a token is takes no PATCH
      When somebody sends PATCH to "/_matrix/client/v3/account/whoami"
      Then the response is 405 M_UNRECOGNIZED
