Feature: Flows of more than one stage

  @UIA-06
  Rule: A completed stage with more to come gives 401 with the same flows, params and session, and names the stage in completed

    Scenario: The first of several stages is completed
      When somebody begins a registration
      And somebody answers the first stage of a longer flow
      Then the response is the same UIA challenge
      And just that stage is completed

    Scenario: All stages of a longer flow are completed
      When somebody begins a registration
      And somebody answers the first stage of a longer flow
      And somebody completes a flow
      Then the response is 200

  @UIA-08
  Rule: The client may pick any offered flow, and completing one is enough

    Scenario: Each flow offered leads to an account
      When somebody completes each flow of register
      Then each response is 200

  @UIA-09
  Rule: A stage attempted out of order gives 401 and does not count

    Scenario: A stage is answered out of order
      When somebody begins a registration
      And somebody answers a stage out of order
      Then the response is a UIA challenge
      And no stage is completed

    Scenario: A stage that was answered out of order is still to be completed
      When somebody begins a registration
      And somebody answers a stage out of order
      And somebody answers the first stage of a longer flow
      Then the response is a UIA challenge
      And just that stage is completed

  @UIA-14
  Rule: A completed stage that is repeated gives 401 with the completed stages, or the result if all are completed, and never fails

    Scenario: A completed stage is answered again
      When somebody begins a registration
      And somebody answers the first stage of a longer flow
      Then the response is a UIA challenge
      When somebody answers that stage again
      Then the response is a UIA challenge
      And just that stage is completed
      And the response has no errcode

  @UIA-15
  Rule: auth with nothing but the session polls it: 401 until a stage that happens outside the client is completed

    Scenario: A session is polled before any stage is completed
      When somebody begins a registration
      And somebody polls the session
      Then the response is the same UIA challenge
      And no stage is completed

    Scenario: A session is polled after a stage was completed on its page
      When somebody begins a registration
      And somebody completes the first stage of a longer flow on its page
      And somebody polls the session
      Then the response is the same UIA challenge
      And just that stage is completed
      When somebody completes a flow
      Then the response is 200

  @UIT-22
  Rule: A stage that is offered has a fallback page that can perform it

    Scenario: The first stage of a longer flow is completed on its page
      When somebody begins a registration
      And somebody completes the first stage of a longer flow on its page
      Then the page says that the stage is done
