Feature: The ways to log in

  @LOG-01
  Scenario: The flows are an array
    When an anonymous client calls: getLoginFlows
    Then the response is 200
    And the response member flows is an array

  @LOG-02
  Scenario: Each flow has its type
    When an anonymous client calls: getLoginFlows
    Then the response is 200
    And the response member flows[*].type is a string

  @LOG-03
  Scenario: The flows are told without an access token
    When an anonymous client calls: getLoginFlows
    Then the response is 200

  @LOG-04
  Scenario: Without the legacy API there are no flows to ask for
    When an anonymous client calls: getLoginFlows
    Then the response is 404 M_UNRECOGNIZED

  @LOG-05
  Scenario: Whether login tokens can be generated is a boolean
    When an anonymous client calls: getLoginFlows
    Then the response is 200
    And the response member flows[*].get_login_token is a boolean, if present

  @LOG-06
  Scenario: Each identity provider has its id and its name
    When an anonymous client calls: getLoginFlows
    Then the response is 200
    And the response has:
      | member                              | value    |
      | flows[*].identity_providers?        | an array |
      | flows[*].identity_providers?[*].id   | a string |
      | flows[*].identity_providers?[*].name | a string |

  @LOG-06
  Scenario: Icon and brand of an identity provider have the documented types
    When an anonymous client calls: getLoginFlows
    Then the response is 200
    And the response has:
      | member                               | value                |
      | flows[*].identity_providers?[*].icon  | a string, if present |
      | flows[*].identity_providers?[*].brand | a string, if present |

  @LOG-07
  Scenario: The ids of identity providers are opaque identifiers, each its own
    When an anonymous client calls: getLoginFlows
    Then the response is 200
    And the response has:
      | member                            | value                                   |
      | flows[*].identity_providers?[*].id | a string like /[0-9A-Za-z._~-]{1,255}/ |
      | flows[*].identity_providers?[*].id | a string of its own                     |

  @LOG-08
  Scenario: The preference of OAuth aware clients is a boolean
    When an anonymous client calls: getLoginFlows
    Then the response is 200
    And the response member flows[*].oauth_aware_preferred is a boolean, if present

  @LOG-09
  Scenario: Where single sign-on is offered, the token that it ends with is taken at login
    When an anonymous client calls: login with type "m.login.token" and token "{fresh.unknown_token}"
    Then the response is 403 M_FORBIDDEN

  @API-15
  Scenario: Another method than those of the operations is not allowed
    When an anonymous client calls: PUT /_matrix/client/v3/login
    Then the response is 405 M_UNRECOGNIZED
