import type {Format} from '../../format.ts'
import {element} from '../element.ts'
import type {ScenarioTexts} from './scenario-texts.ts'

/** A comment as the queue of moderators has it. */
export type Moderated = {
  id: string
  scenario: string
  scenario_title: string
  number: number
  etag: string
  status: 'pending' | 'published' | 'rejected'
  received_at: string
  text: string
  name: string | null
  place: {lon: number; lat: number} | null
  findings: {
    rule: string
    describe: {uk: string; en: string}
    in: 'text' | 'name' | 'answer'
    start: number
    end: number
  }[]
  reason: string | null
  answer: {text: string; by: string} | null
}

/**
 * One comment with its personal data marked, and the form to decide on it. Without JavaScript's innerHTML: what people
 * write is text.
 */
export function moderationForm(
  comment: Moderated,
  {t, f, address}: {t: ScenarioTexts; f: Format; address: string},
  decide: (body: unknown) => Promise<void>,
): HTMLElement {
  const {id, number, name, findings} = comment
  const kinds = new Map(findings.map(({rule, describe}) => [rule, describe[t.lang]]))
  const titleId = `title-${id}`
  const check = (words: string) => {
    const box = element('input', {type: 'checkbox'})
    return {box, label: element('label', {class: 'staff-check'}, box, element('span', {}, words))}
  }
  const seen = [...kinds].map(([rule, words]) => ({rule, ...check(t.seen(words))}))
  const answer = element('textarea', {rows: '3', maxlength: '4000'})
  answer.value = comment.answer?.text ?? ''
  const reason = element(
    'select',
    {},
    ...Object.entries(t.reasons).map(([value, words]) => element('option', {value}, words)),
  )
  if (comment.reason) reason.value = comment.reason
  const reject = element('button', {type: 'button'}, t.reject)
  reject.addEventListener('click', () => void decide({decision: 'reject', reason: reason.value}))
  const form = element(
    'form',
    {class: 'staff-form', 'aria-labelledby': titleId},
    kinds.size > 0 &&
      element('fieldset', {}, element('legend', {class: 'small'}, t.redact), ...seen.map(({label}) => label)),
    element('label', {}, element('span', {}, t.answerLabel), answer),
    element(
      'p',
      {class: 'plan-actions'},
      element('button', {type: 'submit', class: 'is-main'}, t.publishComment),
    ),
    element(
      'div',
      {class: 'staff-choice'},
      element('label', {}, element('span', {}, t.reason), reason),
      element('p', {class: 'plan-actions'}, reject),
    ),
  )
  form.addEventListener('submit', event => {
    event.preventDefault()
    void decide({
      decision: 'publish',
      redact: kinds.size > 0,
      seen: seen.filter(({box}) => box.checked).map(({rule}) => rule),
      answer: answer.value,
    })
  })
  return element(
    'article',
    {class: 'staff-comment', id: `moderated-${id}`, 'aria-labelledby': titleId},
    element('h3', {id: titleId, tabindex: '-1'}, t.number(f.number(number))),
    element(
      'p',
      {class: 'cap'},
      element('a', {href: `${address}/${comment.scenario}`}, comment.scenario_title),
      ` · ${f.moment(comment.received_at)} · `,
      element('bdi', {}, ...(name === null ? [t.unsigned] : withMarks(name, spansIn(comment, 'name')))),
    ),
    element(
      'p',
      {class: 'scenario-text staff-body', dir: 'auto'},
      ...withMarks(comment.text, spansIn(comment, 'text')),
    ),
    comment.place && element('p', {class: 'cap'}, `${t.atPlace}: ${comment.place.lat}; ${comment.place.lon}`),
    element(
      'p',
      {class: 'small'},
      kinds.size > 0 ? `${t.found}: ${[...kinds.values()].join(', ')}.` : t.foundNone,
    ),
    form,
  )
}

const spansIn = ({findings}: Moderated, part: 'text' | 'name') => findings.filter(one => one.in === part)

/** A text with what was found in it marked. */
function withMarks(text: string, spans: {start: number; end: number}[]): Node[] {
  const nodes: Node[] = []
  let from = 0
  for (const {start, end} of [...spans].sort((a, b) => a.start - b.start)) {
    nodes.push(new Text(text.slice(from, start)), element('mark', {}, text.slice(start, end)))
    from = end
  }
  return [...nodes, new Text(text.slice(from))]
}
