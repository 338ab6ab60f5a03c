import {type SpeciesKey, speciesIndex} from './tree-species.ts'

/** Species and how often each stands in a place of one kind. */
export type Mix = {species: number[]; ends: number[]}

const mix = (shares: Partial<Record<SpeciesKey, number>>): Mix => {
  const entries = Object.entries(shares) as [SpeciesKey, number][]
  const sum = entries.reduce((total, [, share]) => total + share, 0)
  let end = 0
  return {
    species: entries.map(([key]) => speciesIndex(key)),
    ends: entries.map(([, share]) => (end += share / sum)),
  }
}

/** The species of a mix at a place in [0, 1). */
export function speciesOf({species, ends}: Mix, unit: number): number {
  let index = 0
  while (index < ends.length - 1 && ends[index]! <= unit) index++
  return species[index]!
}

export const mixes = {
  /** Rows along avenues, streets of the centre, of estates, of suburbs, in works, on the shore, on highways. */
  avenue: mix({plane: 4, chestnut: 3, lime: 3, sophora: 2, lombardy: 1}),
  centre: mix({locust: 5, sophora: 3, chestnut: 3, lime: 2, plane: 2, maple: 1, catalpa: 1}),
  estate: mix({lombardy: 3, ash: 2, maple: 3, lime: 2, locust: 2, birch: 1, catalpa: 1, sophora: 1}),
  suburb: mix({locust: 3, walnut: 3, apricot: 4, mulberry: 2, maple: 1, sweetCherry: 1, ash: 1}),
  works: mix({poplar: 3, lombardy: 3, elm: 2, ashMaple: 2, ailanthus: 1}),
  highway: mix({walnut: 3, lombardy: 2, apricot: 2, gleditsia: 2, locust: 2}),
  /** Parks, yards of blocks of flats, gardens, slopes, wet woods, belts between fields, graves. */
  park: mix({
    plane: 2,
    sophora: 2,
    maple: 3,
    lime: 2,
    oak: 2,
    pine: 3,
    chestnut: 2,
    locust: 2,
    catalpa: 1,
    spruce: 1,
    birch: 1,
    gleditsia: 1,
  }),
  yard: mix({
    lombardy: 2,
    maple: 2,
    ash: 2,
    birch: 1,
    walnut: 1,
    apricot: 2,
    locust: 2,
    ailanthus: 1,
    mulberry: 1,
    spruce: 1,
    catalpa: 1,
  }),
  court: mix({locust: 2, ailanthus: 2, mulberry: 1, walnut: 1, maple: 1, apricot: 1, sophora: 1}),
  garden: mix({
    cherry: 3,
    apricot: 3,
    apple: 3,
    pear: 2,
    plum: 2,
    walnut: 2,
    sweetCherry: 2,
    peach: 2,
    mulberry: 1,
    thuja: 1,
  }),
  slope: mix({locust: 4, elm: 2, oleaster: 2, ashMaple: 2, oak: 1, apricot: 1, gleditsia: 1, pine: 1}),
  wet: mix({willow: 5, poplar: 4, alder: 2, ashMaple: 1}),
  belt: mix({locust: 4, gleditsia: 2, apricot: 2, elm: 2, oak: 1, ashMaple: 1}),
  graves: mix({thuja: 3, birch: 2, maple: 2, locust: 2, spruce: 1}),
} as const satisfies Record<string, Mix>
