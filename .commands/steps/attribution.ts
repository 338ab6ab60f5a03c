import type {City, Dataset, Licence, Text} from '@hromada/datasets'

/** What was landed of a dataset, and from whom. */
type Landed = {
  city: Pick<City, 'id' | 'country'>
  feed: {publisher?: Text; licence?: Licence; dataset: Pick<Dataset, 'id' | 'publisher' | 'licence'>}
}

/**
 * Whom to name for what a city publishes in some datasets, as HTML in the language of its country: each publisher and a
 * link to the licence. Null where nothing of them has landed.
 */
export function attribution(landings: Landed[], city: string, datasets: readonly string[]): string | null {
  const named = datasets
    .flatMap(id => landings.filter(one => one.city.id === city && one.feed.dataset.id === id))
    .map(({city: {country}, feed}) => {
      const publisher = (feed.publisher ?? feed.dataset.publisher)[country === 'UA' ? 'uk' : 'en']
      const {id, url} = feed.licence ?? feed.dataset.licence
      const licence = url === undefined ? escaped(id) : `<a href="${escaped(url)}">${escaped(id)}</a>`
      return `${escaped(publisher)} (${licence})`
    })
  return named.length === 0 ? null : [...new Set(named)].join(', ')
}

const signs: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, sign => signs[sign]!)
