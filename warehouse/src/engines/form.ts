/** How an engine writes a portable function: pieces of SQL with the numbers of its arguments between them. */
export type Form = readonly (string | number)[]

/** A form: form`left(${0}, ${1})` */
export const form = (pieces: TemplateStringsArray, ...places: number[]): Form =>
  pieces.flatMap((piece, index) => (index === 0 ? [piece] : [places[index - 1]!, piece]))
