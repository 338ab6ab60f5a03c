import {loadCities} from '@hromada/datasets'
import {expect, test} from 'vitest'
import {attribution} from './attribution.ts'

const cities = await loadCities()
const landingsOf = (id: string) => {
  const city = cities.get(id)!
  return city.feeds.map(feed => ({city, feed}))
}

test('publishers of a city’s datasets are named once each, with a link to the licence', () => {
  const landings = [...landingsOf('odesa'), ...landingsOf('demo')]
  expect(attribution(landings, 'odesa', ['districts', 'roads'])).toBe(
    'Учасники OpenStreetMap (<a href="https://opendatacommons.org/licenses/odbl/1-0/">ODbL-1.0</a>)',
  )
  const demo = attribution(landings, 'demo', ['roads', 'streets', 'railways'])!
  expect(demo.split(', ')).toHaveLength(2)
  expect(demo).toContain('<a href="https://creativecommons.org/licenses/by/4.0/">CC-BY-4.0</a>')
  expect(attribution(landings, 'odesa', ['roads'])).toBe(null)
})

test('what a publisher is called is text, not markup', () => {
  const name = 'A<script> & "B"'
  const publisher = {uk: name, en: name}
  const licence = {id: 'own', title: publisher}
  const landing = {
    city: {id: 'x', country: 'GB'},
    feed: {publisher, licence, dataset: {id: 'roads', publisher, licence}},
  }
  expect(attribution([landing], 'x', ['roads'])).toBe('A&lt;script&gt; &amp; &quot;B&quot; (own)')
})
