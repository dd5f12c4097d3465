Feature: What becomes of messages when an account is deactivated

  Background:
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "DESKTOP"
    And Alice calls: createRoom with preset "public_chat"
    And the response member room_id is remembered as "room"
    And Bob calls: joinRoomById with roomId "{room}"
    And Alice calls: sendMessage with roomId "{room}" and eventType "m.room.message" and txnId "one" and msgtype "m.text" and body "Meet me at the bridge"
    And the response member event_id is remembered as "event"

  @DEA-10
  Scenario: Who joins after an erasure sees redacted messages
    Given Alice calls: deactivateAccount with erase true and authenticates
    And Carol is logged in on "TABLET"
    And Carol calls: joinRoomById with roomId "{room}"
    When Carol calls: getRoomEvents with roomId "{room}" and dir "b" and limit 50
    Then the response is 200
    And the response member chunk[*].content.body is absent

  @DEA-11
  Scenario: Who was there before an erasure sees the messages
    Given Alice calls: deactivateAccount with erase true and authenticates
    When Bob calls: getOneRoomEvent with roomId "{room}" and eventId "{event}"
    Then the response is 200
    And the response member content.body is "Meet me at the bridge"

  @DEA-11
  Scenario: An erasure sends no redactions
    Given Alice calls: deactivateAccount with erase true and authenticates
    When Bob calls: getRoomEvents with roomId "{room}" and dir "b" and limit 50
    Then the response is 200
    And the response member chunk[*].type is a string other than "m.room.redaction"

  @DEA-13
  Scenario Outline: Without an erasure who joins later sees the messages: <what>
    Given Alice calls: <call> and authenticates
    And Carol is logged in on "TABLET"
    And Carol calls: joinRoomById with roomId "{room}"
    When Carol calls: getOneRoomEvent with roomId "{room}" and eventId "{event}"
    Then the response is 200
    And the response member content.body is "Meet me at the bridge"

    Examples:
      | what        | call                               |
      | by default  | deactivateAccount                  |
      | erase false | deactivateAccount with erase false |
