# Which code a body of a wrong shape gets is not stated (M_BAD_JSON, M_MISSING_PARAM, M_INVALID_PARAM and M_UNKNOWN all claim it), and a challenge may
# come before the body is looked at. An endpoint that is missing altogether is found elsewhere.
Feature: Bodies that are no JSON

  @API-10
  Scenario Outline: <call> a body that is no JSON
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When <caller> calls: <call> each body that is no JSON
    Then each of the responses is 400 M_NOT_JSON or 404 M_UNRECOGNIZED

    Examples:
      | caller              | call                                   |
      | an anonymous client | login with                             |
      | Alice               | updateDevice with deviceId "PHONE" and |
      | Alice               | deleteDevices with                     |
      | Alice               | changePassword with                    |
      | Alice               | deactivateAccount with                 |
      | Alice               | add3PID with                           |

    @needs-open-registration
    Examples:
      | caller              | call          |
      | an anonymous client | register with |

    @needs-refresh-tokens
    Examples:
      | caller              | call         |
      | an anonymous client | refresh with |

    @needs-login-token
    Examples:
      | caller | call                    |
      | Alice  | generateLoginToken with |

    @needs-e2ee-keys
    Examples:
      | caller | call                        |
      | Alice  | uploadCrossSigningKeys with |

    @needs-email-sink
    Examples:
      | caller              | call                                  |
      | Alice               | post3PIDs with                        |
      | Alice               | bind3PID with                         |
      | Alice               | unbind3pidFromAccount with            |
      | Alice               | delete3pidFromAccount with            |
      | an anonymous client | requestTokenToRegisterEmail with      |
      | an anonymous client | requestTokenToResetPasswordEmail with |
      | Alice               | requestTokenTo3PIDEmail with          |

    @needs-sms-sink
    Examples:
      | caller              | call                                   |
      | an anonymous client | requestTokenToRegisterMSISDN with      |
      | an anonymous client | requestTokenToResetPasswordMSISDN with |
      | Alice               | requestTokenTo3PIDMSISDN with          |

  @API-05
  Scenario Outline: <call> a body that is no UTF-8
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When <caller> calls: <call> each body that is no UTF-8
    Then each of the responses is 400 M_NOT_JSON or 400 M_BAD_JSON or 404 M_UNRECOGNIZED

    Examples:
      | caller              | call                                   |
      | an anonymous client | login with                             |
      | Alice               | updateDevice with deviceId "PHONE" and |
      | Alice               | deleteDevices with                     |
      | Alice               | changePassword with                    |
      | Alice               | deactivateAccount with                 |
      | Alice               | add3PID with                           |

    @needs-open-registration
    Examples:
      | caller              | call          |
      | an anonymous client | register with |

    @needs-refresh-tokens
    Examples:
      | caller              | call         |
      | an anonymous client | refresh with |

    @needs-login-token
    Examples:
      | caller | call                    |
      | Alice  | generateLoginToken with |

    @needs-e2ee-keys
    Examples:
      | caller | call                        |
      | Alice  | uploadCrossSigningKeys with |

    @needs-email-sink
    Examples:
      | caller              | call                                  |
      | Alice               | post3PIDs with                        |
      | Alice               | bind3PID with                         |
      | Alice               | unbind3pidFromAccount with            |
      | Alice               | delete3pidFromAccount with            |
      | an anonymous client | requestTokenToRegisterEmail with      |
      | an anonymous client | requestTokenToResetPasswordEmail with |
      | Alice               | requestTokenTo3PIDEmail with          |

    @needs-sms-sink
    Examples:
      | caller              | call                                   |
      | an anonymous client | requestTokenToRegisterMSISDN with      |
      | an anonymous client | requestTokenToResetPasswordMSISDN with |
      | Alice               | requestTokenTo3PIDMSISDN with          |

  @API-11
  Scenario Outline: <call> a body that is no object
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When <caller> calls: <call> each body that is no object
    Then each of the responses is 400 M_BAD_JSON or 400 M_NOT_JSON or 400 M_MISSING_PARAM or 400 M_INVALID_PARAM or 400 M_UNKNOWN or 404 M_UNRECOGNIZED

    Examples:
      | caller              | call                                   |
      | an anonymous client | login with                             |
      | Alice               | updateDevice with deviceId "PHONE" and |
      | Alice               | deleteDevices with                     |
      | Alice               | changePassword with                    |
      | Alice               | deactivateAccount with                 |
      | Alice               | add3PID with                           |

    @needs-open-registration
    Examples:
      | caller              | call          |
      | an anonymous client | register with |

    @needs-refresh-tokens
    Examples:
      | caller              | call         |
      | an anonymous client | refresh with |

    @needs-login-token
    Examples:
      | caller | call                    |
      | Alice  | generateLoginToken with |

    @needs-e2ee-keys
    Examples:
      | caller | call                        |
      | Alice  | uploadCrossSigningKeys with |

    @needs-email-sink
    Examples:
      | caller              | call                                  |
      | Alice               | post3PIDs with                        |
      | Alice               | bind3PID with                         |
      | Alice               | unbind3pidFromAccount with            |
      | Alice               | delete3pidFromAccount with            |
      | an anonymous client | requestTokenToRegisterEmail with      |
      | an anonymous client | requestTokenToResetPasswordEmail with |
      | Alice               | requestTokenTo3PIDEmail with          |

    @needs-sms-sink
    Examples:
      | caller              | call                                   |
      | an anonymous client | requestTokenToRegisterMSISDN with      |
      | an anonymous client | requestTokenToResetPasswordMSISDN with |
      | Alice               | requestTokenTo3PIDMSISDN with          |

  # Whether a DELETE is read for a body is the server's business: it may take what it cannot read for no body at all.
  @API-10
  Scenario Outline: A deletion with <body> is refused, or taken for one without a body
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP" and <body>
    Then each of the responses is 400 or 401
    And Alice's devices are "PHONE" and "LAPTOP"

    Examples:
      | body                      |
      | each body that is no JSON   |
      | each body that is no UTF-8  |
      | each body that is no object |
