import {column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'railways',
  title: {uk: 'Залізничні колії', en: 'Railway tracks'},
  describe: {
    uk: 'Осі колій: відрізки від стрілки до стрілки чи до моста, на перегонах, станціях, у порту й на під’їздах до заводів.',
    en: 'Centre lines of tracks, from switch to switch or to a bridge: on the line, in stations, in the port and into plants.',
  },
  publisher: {uk: 'Залізниця', en: 'Railway'},
  theme: 'TRAN',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['track_id'],
  columns: {
    track_id: column.text({from: 'track_id', describe: {uk: 'Код відрізка', en: 'Key of the section'}}),
    length_m: column.number({from: 'length_m', unit: 'm', describe: {uk: 'Довжина', en: 'Length'}}),
    is_bridge: column.boolean({from: 'bridge', describe: {uk: 'Міст', en: 'Bridge'}}),
    geometry: column.geometry({
      from: 'geometry',
      describe: {uk: 'Вісь, GeoJSON у WGS 84', en: 'Centre line, GeoJSON in WGS 84'},
    }),
  },
})
