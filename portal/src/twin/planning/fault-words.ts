import {ModelFault, ProposalFault} from '@hromada/twin/planning'
import type {PlanningTexts} from './planning-texts.ts'

/** What is wrong with a document, in words of the page and then in those of its reader, which name the place. */
export function faultWords(error: unknown, t: PlanningTexts): string {
  const {message} = error as Error
  if (error instanceof ProposalFault) return `${t.faults[error.code]} ${message}`
  if (error instanceof ModelFault) return `${t.model.faults[error.code]} ${message}`
  return message
}

/** The same of a fault that a worker told of. */
export function toldWords({code, message}: {code: string | null; message: string}, t: PlanningTexts): string {
  const all: Record<string, string> = {...t.faults, ...t.model.faults}
  return `${code === null ? '' : (all[code] ?? '')} ${message}`.trim()
}
