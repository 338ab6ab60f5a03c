import {Refused} from './ask-api.ts'
import {faultWords, type ScenarioTexts} from './scenario-texts.ts'
import {sessionToken} from './session-token.ts'

/** Why something did not come about, for the reader. A token that is not valid is forgotten on the way. */
export function saysWhy(error: unknown, t: ScenarioTexts): string {
  if (!(error instanceof Refused)) return t.offline
  if (error.problem.code === 'TOKEN_REFUSED') sessionToken.forget()
  return faultWords(error.problem, t)
}
