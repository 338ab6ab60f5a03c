import {type City, loadCities} from '@hromada/datasets'
import {nearest, UsageError} from '@hromada/pipelines/command'

/** The profiles of the chosen cities, the one at home first. */
export async function chooseCities(ids: string[]): Promise<City[]> {
  const known = await loadCities()
  return ids.map(id => {
    const city = known.get(id)
    if (city) return city
    const meant = nearest(id, [...known.keys()])
    throw new UsageError(
      `There is no city "${id}".${meant ? ` Did you mean "${meant}"?` : ''} Known cities: ${[...known.keys()].sort().join(', ')}. ` +
        'Add one as a folder datasets/cities/<id>.',
    )
  })
}
