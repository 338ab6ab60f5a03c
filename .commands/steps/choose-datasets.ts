import type {City} from '@hromada/datasets'
import {nearest, UsageError} from '@hromada/pipelines/command'

/** The cities with these of their feeds only; all of them where nothing is named. */
export function chooseDatasets(cities: City[], names: string | null): City[] {
  if (names === null) return cities
  const wanted = [...new Set(names.split(',').map(name => name.trim()))]
  const known = new Set(cities.flatMap(({feeds}) => feeds.map(({dataset}) => dataset.id)))
  for (const id of wanted) {
    if (known.has(id)) continue
    const meant = nearest(id, known)
    throw new UsageError(
      `${cities.map(city => city.id).join(', ')} has no dataset "${id}".${meant ? ` Did you mean "${meant}"?` : ''} ` +
        `There are ${[...known].sort().join(', ')}.`,
    )
  }
  return cities.map(city => ({...city, feeds: city.feeds.filter(({dataset}) => wanted.includes(dataset.id))}))
}
