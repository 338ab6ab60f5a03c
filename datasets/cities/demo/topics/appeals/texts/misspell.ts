import type {Draw} from '../../../tools/numbers/draw.ts'

const isSmall = (code: number) =>
  (code >= 0x430 && code <= 0x44f) || code === 0x456 || code === 0x457 || code === 0x454
const vowels: Record<string, string> = {и: 'і', і: 'и', е: 'и', о: 'а'}

/**
 * A text with one slip of the fingers, inside a word: two letters swapped, one lost or doubled, a vowel taken for another.
 * @param spared what no slip may touch, however its first letter is written
 */
export function misspell(text: string, spared: readonly string[], draw: Draw): string {
  const small = text.toLowerCase()
  const sparedSpans = spared.flatMap(words => spansOf(small, words.toLowerCase()))
  for (let attempt = 0; attempt < 8; attempt++) {
    const at = 1 + draw.below(Math.max(1, text.length - 3))
    const isInside =
      isSmall(text.charCodeAt(at - 1)) &&
      isSmall(text.charCodeAt(at)) &&
      isSmall(text.charCodeAt(at + 1)) &&
      isSmall(text.charCodeAt(at + 2))
    if (!isInside || sparedSpans.some(([from, to]) => at < to && at + 1 >= from)) continue
    const [before, letter, next, after] = [text.slice(0, at), text[at]!, text[at + 1]!, text.slice(at + 2)]
    switch (draw.below(4)) {
      case 0:
        return before + next + letter + after
      case 1:
        return before + next + after
      case 2:
        return before + letter + letter + next + after
      default:
        if (vowels[letter]) return before + vowels[letter] + next + after
    }
  }
  return text
}

/** Where words stand in a text: from, and the first letter after them. */
function spansOf(text: string, words: string): [from: number, to: number][] {
  const spans: [number, number][] = []
  if (words === '') return spans
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + words.length))
    spans.push([from, from + words.length])
  return spans
}
