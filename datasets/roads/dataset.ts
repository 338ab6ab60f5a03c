import roadNodes from '../road-nodes/dataset.ts'
import {check, column, defineDataset, licences} from '../src/index.ts'
import streets from '../streets/dataset.ts'

export default defineDataset({
  id: 'roads',
  title: {uk: 'Дорожня мережа', en: 'Road network'},
  describe: {
    uk: 'Дороги й пішохідні шляхи як граф: відрізки між вузлами з класом, швидкістю й вулицею. Де кінці відрізків мають спільний вузол, там можна перейти чи переїхати.',
    en: 'Roads and footways as a graph: edges between nodes, with class, speed and street. Where edges share a node one can turn from one into the other.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'TRAN',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['edge_id'],
  columns: {
    edge_id: column.text({from: 'edge_id', describe: {uk: 'Код відрізка', en: 'Key of the edge'}}),
    from_node: column.text({
      from: 'from_node',
      describe: {uk: 'Вузол початку', en: 'Node that it begins at'},
    }),
    to_node: column.text({from: 'to_node', describe: {uk: 'Вузол кінця', en: 'Node that it ends at'}}),
    class: column.text({
      from: 'class',
      allowed: ['avenue', 'main', 'street', 'local', 'lane', 'path'],
      describe: {
        uk: 'Клас: avenue, main – магістралі; street, local – вулиці; lane – проїзди; path – лише пішки',
        en: 'Class: avenue and main carry through traffic; street and local; lane in yards; path on foot only',
      },
    }),
    length_m: column.number({from: 'length_m', unit: 'm', describe: {uk: 'Довжина', en: 'Length'}}),
    speed_kmh: column.number({
      from: 'speed_kmh',
      nullable: true,
      unit: 'km/h',
      describe: {
        uk: 'Дозволена швидкість; порожньо, де не їздять',
        en: 'Speed limit; empty where nobody drives',
      },
    }),
    is_oneway: column.boolean({
      from: 'oneway',
      describe: {uk: 'Односторонній рух', en: 'Traffic in one direction only'},
    }),
    is_bridge: column.boolean({from: 'bridge', describe: {uk: 'Міст', en: 'Bridge'}}),
    street_id: column.text({
      from: 'street_id',
      nullable: true,
      describe: {uk: 'Код вулиці за реєстром', en: 'Key of the street in its register'},
    }),
    street: column.text({
      from: 'street',
      nullable: true,
      describe: {uk: 'Вулиця', en: 'Street, in Ukrainian'},
    }),
    geometry: column.geometry({
      from: 'geometry',
      describe: {uk: 'Вісь, GeoJSON у WGS 84', en: 'Centre line, GeoJSON in WGS 84'},
    }),
  },
  checks: [
    check.shapeInCity('geometry'),
    check.relation('from_node', roadNodes, 'node_id'),
    check.relation('to_node', roadNodes, 'node_id'),
    check.relation('street_id', streets, 'street_id'),
    check.range('length_m', {from: 0.1, to: 50_000}),
    check.range('speed_kmh', {from: 5, to: 130}),
  ],
})
