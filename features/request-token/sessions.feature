Feature: The session that a request for a message begins

  @RQT-31
  Rule: The server should have the address validated: a message with a token or a link arrives

    Scenario: A mail arrives
      When somebody asks for a message to register with "{fresh.email}"
      Then the response is 200
      And 1 message has been sent to "{fresh.email}"

  @RQT-32
  Rule: A request with the same send_attempt gives the same sid and no new mail; a greater one sends again

    Scenario: A request is repeated with the same send_attempt, then with a greater one
      When somebody asks for a message to register with "{fresh.email}"
      Then the response is 200
      And the response member sid is remembered as "first"
      And 1 message has been sent to "{fresh.email}"
      When somebody asks for a message to register with "{fresh.email}"
      Then the response is 200
      And the response member sid is "{first}"
      When somebody asks for a message to register with "{fresh.email}", with:
        | send_attempt | 2 |
      Then the response is 200
      And 2 messages have been sent to "{fresh.email}"

  @RQT-35
  Rule: The sid has 1 to 255 characters of 0-9a-zA-Z.=_-

    @needs-open-registration
    Scenario: A session of a mail has a proper id
      When somebody asks for a message to register with "{fresh.email}"
      Then the response is 200
      And the response member sid is a string like /[0-9a-zA-Z.=_-]{1,255}/

    @needs-open-registration @needs-sms-sink
    Scenario: A session of a text message has a proper id
      When somebody asks for a message to register with "{fresh.phone}"
      Then the response is 200
      And the response member sid is a string like /[0-9a-zA-Z.=_-]{1,255}/

  @RQT-34
  Rule: The browser that follows the link of a mail is sent on to next_link

    Scenario: The link of a mail is followed
      When somebody asks for a message to register with "{fresh.email}", with:
        | next_link | https://client.example.org/confirmed |
      Given the server has taken the next_link
      When somebody confirms the message to "{fresh.email}"
      Then the response is 3xx
      And the response header Location is a string beginning with "https://client.example.org/confirmed"

  @RQT-36
  Rule: The submit_url, where given, takes sid, client_secret and the right token without an access token: success true

    Scenario: The code of a text message is handed in
      When somebody asks for a message to register with "{fresh.phone}"
      Given the server has given a submit_url
      When somebody confirms the message to "{fresh.phone}"
      Then the response is 200
      And the response member success is true

  @RQT-37
  Rule: The submit_url refuses a wrong token, a bad parameter or an expired session: 400 M_TOKEN_INCORRECT, M_INVALID_PARAM or M_SESSION_EXPIRED

    Scenario: A wrong code is handed in
      When somebody asks for a message to register with "{fresh.phone}"
      Given the server has given a submit_url
      When somebody confirms the message to "{fresh.phone}" with a wrong token
      Then the response is 400 M_TOKEN_INCORRECT

    Scenario: The code of a text message is handed in with another client's secret
      When somebody asks for a message to register with "{fresh.phone}"
      Given the server has given a submit_url
      When somebody confirms the message to "{fresh.phone}" with a wrong client secret
      Then the response is 400 M_INVALID_PARAM or 400 M_SESSION_EXPIRED or 400 M_TOKEN_INCORRECT
