import buildings from '../../buildings/dataset.ts'
import {defineCity, feed} from '../../src/index.ts'
import terrain from '../../terrain/dataset.ts'

const publisher = {uk: 'Місто Гаага', en: 'City of The Hague'}
const from = (types: string[]) => {
  const format = {kind: 'cityjson', types} as const
  return {
    mirror: {path: 'city3d/denhaag.city.json', format},
    live: {
      source: {
        kind: 'http',
        urls: ['https://3d.bk.tudelft.nl/opendata/cityjson/3dcities/v2.0/DenHaag_01.city.json'],
      },
      format,
    },
    page: 'https://www.cityjson.org/datasets/',
    publisher,
  } as const
}

export default defineCity({
  id: 'the-hague',
  name: {uk: 'Гаага', en: 'The Hague'},
  nameOf: {uk: 'Гааги', en: 'The Hague'},
  country: 'NL',
  zone: 'Europe/Amsterdam',
  bbox: [4.27, 52.1, 4.29, 52.11],
  geoid: {
    metres: {
      west: 4.26,
      south: 52.0875,
      stepLon: 0.02,
      stepLat: 0.0125,
      metres: [
        [43.4162, 43.4174, 43.4188],
        [43.4005, 43.4028, 43.405],
        [43.3843, 43.3876, 43.391],
      ],
    },
    errorMetres: 0.02,
    source: 'NLGEO2018 of RDNAPTRANS2018, Kadaster and Rijkswaterstaat: NAP above ETRS89',
  },
  feeds: [feed(buildings, from(['Building'])), feed(terrain, from(['TINRelief']))],
})
