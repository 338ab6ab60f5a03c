import type {Detector, Span} from './detectors/detector.ts'
import {type TextRule, type TextRuleName, textRules} from './rules.ts'

/**
 * What is looked for: everything; all but names, where the law has them published; in texts that nobody writes by hand
 * only what looks like nothing else.
 */
export type Scrutiny = 'all' | 'but_names' | 'anywhere'

export type Found = {rule: TextRuleName; span: Span}

const rules = Object.entries<TextRule>(textRules) as [TextRuleName, TextRule][]
const detectorsOf: Record<Scrutiny, {rule: TextRuleName; find: Detector}[]> = {
  all: rules.map(([rule, {find}]) => ({rule, find})),
  but_names: rules.filter(([, {isName}]) => !isName).map(([rule, {find}]) => ({rule, find})),
  anywhere: rules.flatMap(([rule, {findAnywhere}]) => (findAnywhere ? [{rule, find: findAnywhere}] : [])),
}

/** Everything in a text that must not be told, by kind; what one kind has found is not counted by another. */
export function findPersonal(text: string, scrutiny: Scrutiny): Found[] {
  const found: Found[] = []
  for (const {rule, find} of detectorsOf[scrutiny])
    for (const span of find(text))
      if (!found.some(({span: [start, end]}) => span[0] < end && start < span[1])) found.push({rule, span})
  return found
}

/** The text with […] in place of what must not be told. */
export function redacted(text: string, found: readonly Found[]): string {
  const spans = found.map(({span}) => span).sort(([a], [b]) => a - b)
  let rest = ''
  let from = 0
  for (const [start, end] of spans) {
    rest += `${text.slice(from, start)}[…]`
    from = end
  }
  return rest + text.slice(from)
}
