# "The old refresh token remains valid until the new access token or refresh token is used": both of
# two refreshes at the same time may use it, for no new token was used yet.
Feature: Refreshing at the same time

  @REF-05
  Rule: The old refresh token keeps working until a new token is used

    # The server may take back the tokens of one refresh when it answers the other.
    Scenario: Two refreshes at the same time both succeed, and the session goes on
      Given Alice has an account
      When a session of Alice is refreshed twice at the same time, ten times
      Then each response is 200
      And a new access token is accepted each time

  @REF-06
  Rule: The first use of the new access token revokes the old refresh token

    Scenario: After two refreshes at the same time the first use of a new token revokes the old one
      Given Alice has an account
      When a session of Alice is refreshed twice at the same time, ten times
      Then the old refresh token is refused each time, once a new access token was used

  # Whichever request comes first, the session has ended when both are answered.
  @REF-12
  Rule: Logging a device out ends its refresh token too

    @needs-password-login
    Scenario: A refresh at the same time does not save a session that is logged out
      Given Alice has an account
      When a session of Alice is logged out and refreshed at the same time, ten times
      Then no token of the session is accepted each time
