import {type Found, findPersonal, redacted, textRules} from '@hromada/warehouse'
import type {ModeratedComment} from '../contract/index.ts'

type Finding = ModeratedComment['findings'][number]

/** Personal data in what somebody has written, by the detectors that stand before every release. */
export function findingsIn(parts: {text: string; name: string | null; answer: string | null}): Finding[] {
  return (['text', 'name', 'answer'] as const).flatMap(part =>
    found(parts[part]).map(({rule, span: [start, end]}) => ({
      rule,
      describe: textRules[rule].describe,
      in: part,
      start,
      end,
    })),
  )
}

/** The same with […] in place of all that was found. */
export const withoutFindings = ({text, name}: {text: string; name: string | null}) => ({
  text: redacted(text, found(text)),
  name: name === null ? null : redacted(name, found(name)),
})

const found = (text: string | null): Found[] => (text === null ? [] : findPersonal(text, 'all'))
