/** A value of JSON as a cell's text: null is nothing, lists and objects keep their JSON. */
export const jsonText = (value: unknown): string | null =>
  value === undefined || value === null
    ? null
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)
