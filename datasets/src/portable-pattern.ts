/** What may stand after a backslash. */
const escapes = /[\^$\\.*+?()[\]{}|/\-tnrfvdDwWbB]/

/**
 * A pattern that JavaScript and RE2 (DuckDB, Trino) read alike, with Unicode's characters as characters.
 * @throws where it holds anything that one of them does not know or reads otherwise
 */
export function portablePattern(pattern: RegExp): {pattern: string; ignoresCase: boolean} {
  const {source, ignoreCase: ignoresCase} = pattern
  const refuse = (what: string) => new Error(`The pattern ${pattern} has ${what}`)
  if (/[^iu]/.test(pattern.flags)) throw refuse('a flag other than i.')
  try {
    new RegExp(source, 'u')
  } catch (error) {
    throw refuse(`no meaning where characters are Unicode's: ${(error as Error).message}`)
  }
  let isInClass = false
  for (let at = 0; at < source.length; at++) {
    const [sign, next = ''] = [source[at]!, source[at + 1]]
    if (sign === '\\') {
      if (!escapes.test(next))
        throw refuse(`\\${next}, which databases read otherwise. Write the characters.`)
      if (ignoresCase && /[wWbB]/.test(next)) throw refuse(`\\${next} beside the flag i.`)
      at++
    } else if (isInClass) {
      if (sign === '[') throw refuse('[ inside of a class. Write \\[ there.')
      isInClass = sign !== ']'
    } else if (sign === '[') {
      if (/^\[\^?\]/.test(source.slice(at))) throw refuse('an empty class.')
      isInClass = true
      if (next === '^') at++
    } else if (sign === '.') {
      throw refuse('a dot, which databases read otherwise. Write [^\\n] for any character, \\. for a dot.')
    } else if (sign === '(' && next === '?' && source[at + 2] !== ':') {
      throw refuse('a group that looks around, or has a name. Databases know only ( ) and (?: ).')
    } else if (sign === '{') {
      const counts = source.slice(at + 1, source.indexOf('}', at)).split(',')
      if (counts.some(count => Number(count) > 1000)) throw refuse('more than 1000 repetitions.')
    }
  }
  return {pattern: source, ignoresCase}
}
