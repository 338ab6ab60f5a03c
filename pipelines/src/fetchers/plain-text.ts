/**
 * What somebody else wrote, fit for a message: one line, no characters that steer a terminal, so long at most.
 */
export function plainText(text: string, mostCharacters = 200): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  return plain.length > mostCharacters ? `${plain.slice(0, mostCharacters)}…` : plain
}
