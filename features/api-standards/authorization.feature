Feature: Authorization headers of another form

  Background:
    Given Alice is logged in on "PHONE" and "LAPTOP"

  @API-23
  Rule: An Authorization header without a valid access token is refused: 401 M_MISSING_TOKEN or M_UNKNOWN_TOKEN

    Scenario Outline: A header with <what> is refused
      When getTokenOwner is called with the Authorization header "<header>"
      Then the response is 401 M_MISSING_TOKEN or 401 M_UNKNOWN_TOKEN

      Examples:
        | what           | header                 |
        | another scheme | Basic YWxpY2U6c2VjcmV0 |
        | an empty token | Bearer                 |

    # What parses HTTP in front of the server may refuse two of them with 400.
    Scenario: Two headers without a valid token are refused
      When getTokenOwner is called with the Authorization headers "Basic eA" and "Bearer {fresh.key}"
      Then the response is one of:
        | 401 M_MISSING_TOKEN |
        | 401 M_UNKNOWN_TOKEN |
        | 400                 |
