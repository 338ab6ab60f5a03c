/** The word for a code; a code without one stands for itself. */
export const wordFor = (words: Record<string, string>, code: string): string => words[code] ?? code
