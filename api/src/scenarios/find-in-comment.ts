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

/** The same with […] in place of what was found, but for the rules whose findings may be told. */
export function withoutFindings(
  {text, name}: {text: string; name: string | null},
  seen: readonly string[],
): {text: string; name: string | null} {
  const cleaned = (part: string) =>
    redacted(
      part,
      found(part).filter(({rule}) => !seen.includes(rule)),
    )
  return {text: cleaned(text), name: name === null ? null : cleaned(name)}
}

const found = (text: string | null): Found[] => (text === null ? [] : findPersonal(text, 'all'))
