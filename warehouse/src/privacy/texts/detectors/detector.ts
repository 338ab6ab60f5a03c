/** Places of a text, from the first letter to the one after the last. */
export type Span = readonly [start: number, end: number]

/** Finds one kind of what a text must not tell. */
export type Detector = (text: string) => Span[]

/** Where a pattern (global) is found, and the match is what it looks like. */
export function spansOf(
  text: string,
  pattern: RegExp,
  isMeant: (match: RegExpExecArray) => boolean = () => true,
): Span[] {
  const spans: Span[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (isMeant(match)) spans.push([match.index, match.index + match[0].length])
    // What overlaps a match that is none may be one.
    else pattern.lastIndex = match.index + 1
  }
  return spans
}

export const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')
