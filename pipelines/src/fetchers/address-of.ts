/** An address made of a base, a path below it whose parts are encoded, and what is asked; empty answers are left out. */
export function addressOf(
  base: string,
  path: string[],
  query: Record<string, string | number | undefined> = {},
): string {
  const stem = [base.replace(/\/+$/, ''), ...path.map(encodeURIComponent)].join('/')
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === ''
      ? []
      : `${encodeURIComponent(name)}=${encodeURIComponent(value)}`
          .replaceAll('%3A', ':')
          .replaceAll('%24', '$'),
  )
  return asked.length === 0 ? stem : `${stem}?${asked.join('&')}`
}
