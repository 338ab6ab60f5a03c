import {streetTypes} from '../../world/ground/addresses/name-streets/street-types.ts'

const fullOf = new Map(Object.values(streetTypes).map(({short, full}) => [short as string, full as string]))

/** «вул.» → «вулиця». @throws Error for an abbreviation that no type of street has */
export function typeInFull(short: string): string {
  const full = fullOf.get(short)
  if (full === undefined)
    throw new Error(`No street is of the type "${short}"; types are ${[...fullOf.keys()].join(', ')}.`)
  return full
}
