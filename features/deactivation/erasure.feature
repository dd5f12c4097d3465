Feature: What becomes of messages when an account is deactivated

  Background:
    Given Alice has an account
    And Bob has an account
    And Alice and Bob are in the public room "kitchen"
    And Alice sends "hello" in "kitchen"

  @DEA-10
  Rule: After an erasure, users who join a room later see redacted copies of the user's events

    Scenario: A user who joins after an erasure sees no message of the erased user
      Given Alice calls deactivateAccount with erase true and authenticates
      And Carol has an account
      And Carol joins "kitchen"
      When Carol calls getRoomEvents with:
        | roomId | {kitchen} |
        | dir    | b         |
        | limit  | 50        |
      Then the response is 200
      And the response member chunk.0.type is a string
      And the response has no chunk[*].content.body

    Scenario: A user who joins after an erasure cannot read a single message of the erased user
      Given Alice calls deactivateAccount with erase true and authenticates
      And Carol has an account
      And Carol joins "kitchen"
      When Carol calls getOneRoomEvent with roomId "{kitchen}" and eventId "{hello}"
      Then the response is 200 or 404
      And the response has no content.body

  @DEA-11
  Rule: An erasure sends no redaction, and members from before still see the content

    Scenario: A member from before an erasure still sees the message
      Given Alice calls deactivateAccount with erase true and authenticates
      When Bob calls getOneRoomEvent with roomId "{kitchen}" and eventId "{hello}"
      Then the response is 200
      And the response member content.body is "hello"

    Scenario: An erasure sends no redaction
      Given Alice calls deactivateAccount with erase true and authenticates
      When Bob calls getRoomEvents with:
        | roomId | {kitchen} |
        | dir    | b         |
        | limit  | 50        |
      Then the response is 200
      And the response member chunk.0.type is a string
      And the response member chunk[*].type is a string other than "m.room.redaction"

  @DEA-13
  Rule: Without erasure, messages stay readable for users who join later

    Scenario: A user who joins after a deactivation sees the message
      Given Alice calls deactivateAccount and authenticates
      And Carol has an account
      And Carol joins "kitchen"
      When Carol calls getOneRoomEvent with roomId "{kitchen}" and eventId "{hello}"
      Then the response is 200
      And the response member content.body is "hello"

    Scenario: A user who joins after a deactivation with erase false sees the message
      Given Alice calls deactivateAccount with erase false and authenticates
      And Carol has an account
      And Carol joins "kitchen"
      When Carol calls getOneRoomEvent with roomId "{kitchen}" and eventId "{hello}"
      Then the response is 200
      And the response member content.body is "hello"
