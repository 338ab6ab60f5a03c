/**
 * A text as it may be kept: lines end with \n, control characters and those that turn the direction of writing are
 * left out, as they show a text as another one. Null for what is no text: half of a pair of UTF-16.
 */
export function plainText(text: string): string | null {
  if (!text.isWellFormed()) return null
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu, sign => (/[\n\t]/.test(sign) ? sign : ''))
    .trim()
}

/** How long people would say it is: signs, not halves of them. */
export const characters = (text: string): number => [...text].length
