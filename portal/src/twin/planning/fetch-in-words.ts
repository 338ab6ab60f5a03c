import type {Fetch} from '../api-source.ts'
import type {PlanningTexts} from './planning-texts.ts'

/** Fetch that says in the reader's language that the server does not answer: browsers say it in their own. */
export const fetchInWords =
  ({noAnswer}: PlanningTexts): Fetch =>
  address =>
    fetch(address).catch(error => {
      throw new Error(noAnswer, {cause: error})
    })
