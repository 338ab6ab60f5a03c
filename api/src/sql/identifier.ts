/** A name as SQL writes it, whatever is in it. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A text as SQL writes it: for constants of ours only; what a request brings is bound. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
