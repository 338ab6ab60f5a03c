import {check, column, defineDataset, licences} from '../src/index.ts'
import utilityNodes from '../utility-nodes/dataset.ts'

export default defineDataset({
  id: 'utility-links',
  title: {uk: 'Від чого що залежить', en: 'What depends on what'},
  describe: {
    uk: 'Хто кого живить: лінія, основна вона чи резервна. Звʼязки одного фідера зникають разом. Це критична інфраструктура, тому окремі звʼязки не публікуються.',
    en: 'What feeds what: the line, and whether it is the main one or a reserve. Links of one feeder fail together. This is critical infrastructure, so single links are not published.',
  },
  publisher: {uk: 'Комунальні підприємства', en: 'Municipal utilities'},
  theme: 'ENER',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['link_id'],
  columns: {
    link_id: column.text({from: 'uid', describe: {uk: 'Номер', en: 'Number'}}),
    from_node_id: column.text({
      from: 'from',
      privacy: 'internal',
      describe: {uk: 'Звідки', en: 'From which node'},
    }),
    to_node_id: column.text({from: 'to', privacy: 'internal', describe: {uk: 'Куди', en: 'To which node'}}),
    medium: column.text({
      from: 'medium',
      allowed: ['power', 'water'],
      describe: {uk: 'Що: power електроенергія, water вода', en: 'What flows: power or water'},
    }),
    feeder: column.text({from: 'feeder', privacy: 'internal', describe: {uk: 'Лінія', en: 'Line'}}),
    role: column.text({
      from: 'role',
      allowed: ['main', 'reserve'],
      describe: {uk: 'Роль: main основне живлення, reserve резервне', en: 'Role: main or reserve'},
    }),
  },
  checks: [
    check.relation('from_node_id', utilityNodes, 'node_id'),
    check.relation('to_node_id', utilityNodes, 'node_id'),
  ],
})
