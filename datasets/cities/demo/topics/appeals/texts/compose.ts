import type {Draw} from '../../../tools/numbers/draw.ts'
import type {Channel} from '../channels.ts'
import type {About} from './about.ts'
import type {Confidence} from './confidences.ts'
import {misspell} from './misspell.ts'
import {writeConfidence, writeText} from './write-texts.ts'

/** What kind of text is wanted. */
export type Occasion = {
  voice: Channel['voice']
  isQuestion: boolean
  isRepeated: boolean
  isCollective: boolean
  /** What it gives away; the flat is in `About`. */
  confidences: readonly Confidence[]
}

/** The text of an appeal, as it was taken down, typed or written. */
export function compose(about: About, occasion: Occasion, draw: Draw): string {
  const isOperator = occasion.voice === 'operator'
  const isLetter = occasion.voice === 'letter'
  const isBroken = isLetter && draw.chance(0.45)
  let text = isLetter
    ? letter(about, occasion, isBroken ? '\n' : ' ', draw)
    : isOperator
      ? writeText[occasion.isQuestion ? 'operatorQuestion' : 'operator'](about, draw)
      : writeText[occasion.isQuestion ? 'screenQuestion' : 'screen'](about, draw)
  if (occasion.isRepeated && isOperator)
    text = writeText[occasion.isQuestion ? 'questionAgain' : 'operatorAgain'](about, draw) + text
  // After a greeting that one is there again would come too late.
  if (occasion.isRepeated && !isOperator && !isLetter)
    text += ` ${occasion.isQuestion ? 'Пишу вдруге.' : writeText.again(about, draw).trimEnd()}`
  if (occasion.voice === 'screen')
    text = asTyped(text, Object.values(about.street), occasion.confidences.length > 0, draw)
  for (const confidence of occasion.confidences)
    text +=
      (isBroken ? '\n' : ' ') + writeConfidence[confidence][isOperator ? 'operator' : 'own'](about, draw)
  // A flat that no address has taken up is added, so that what is planted is there.
  if (about.flat) text += `${/[.!?]$/.test(text) ? '' : '.'} Кв.${about.flat.slice(5)}.`
  return text
}

function letter(
  about: About,
  {isQuestion, isRepeated, isCollective}: Occasion,
  gap: string,
  draw: Draw,
): string {
  const opening = isCollective
    ? ''
    : isRepeated
      ? writeText.again(about, draw).trimEnd()
      : writeText.letterOpening(about, draw)
  const body = writeText[isCollective ? 'letterCollective' : isQuestion ? 'letterQuestion' : 'letterBody'](
    about,
    draw,
  )
  return `${opening && opening + gap}${body}${gap}${writeText[isQuestion ? 'letterQuestionEnd' : 'letterEnd'](about, draw)}`
}

/**
 * With the haste of those who type on a telephone: one in nine slips. A street is chosen from a list, and an operator’s
 * screen underlines slips.
 */
function asTyped(text: string, street: readonly string[], isKept: boolean, draw: Draw): string {
  let typed = text
  const haste = draw.unit()
  if (haste < 0.11) typed = misspell(typed, street, draw)
  if (haste < 0.025) typed = misspell(typed, street, draw)
  if (haste > 0.22 && haste < 0.36) typed = typed.charAt(0).toLowerCase() + typed.slice(1)
  if (haste > 0.3 && haste < 0.47 && !isKept) typed = typed.replace(/\.$/, '')
  if (haste > 0.47 && haste < 0.49) typed = typed.replace(/[.!]$/, '!!!')
  if (haste > 0.985 && !isKept && !/кв\./.test(typed)) typed = typed.toUpperCase()
  return draw.chance(0.08) ? typed.replaceAll('’', "'") : typed
}
