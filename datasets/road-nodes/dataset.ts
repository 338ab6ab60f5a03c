import {check, column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'road-nodes',
  title: {uk: 'Вузли дорожньої мережі', en: 'Nodes of the road network'},
  describe: {
    uk: 'Вузли, у яких сходяться відрізки дорожньої мережі, з висотою землі. Разом із відрізками це граф, за яким можна прокласти маршрут і знати його ухил.',
    en: 'The nodes in which the edges of the road network meet, with the height of the ground. Together with the edges they are a graph on which a route can be found, and its slope known.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'TRAN',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['node_id'],
  columns: {
    node_id: column.text({
      from: 'node_id',
      describe: {
        uk: 'Код вузла, на який посилаються from_node і to_node',
        en: 'Key of the node, to which from_node and to_node refer',
      },
    }),
    height_m: column.number({
      from: 'height_m',
      nullable: true,
      unit: 'm',
      describe: {uk: 'Висота над рівнем моря', en: 'Height above sea level'},
    }),
    geometry: column.geometry({
      from: 'geometry',
      describe: {uk: 'Місце, GeoJSON у WGS 84', en: 'Place, GeoJSON in WGS 84'},
    }),
  },
  checks: [check.shapeInCity('geometry'), check.range('height_m', {from: -430, to: 8849})],
})
