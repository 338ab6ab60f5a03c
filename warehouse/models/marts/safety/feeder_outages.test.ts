import {expect, test} from 'vitest'
import {type GivenRow, modelRows} from '../../../test/model-rows.fixture.ts'
import model from './feeder_outages.ts'

const node = (node_id: string, kind: string, backup_hours: number | null): GivenRow => ({
  city: 'lutsk',
  node_id,
  kind,
  backup_hours,
})
let links = 0
const line = (feeder: string, to_node_id: string, role = 'main', medium = 'power'): GivenRow => ({
  city: 'lutsk',
  link_id: String(links++),
  from_node_id: 'П',
  to_node_id,
  medium,
  feeder,
  role,
})

test('a feeder puts out those whose only line it is; a reserve by the same feeder is none, and water is no power', async () => {
  const rows = await modelRows(model, {
    stg_utility_nodes: [
      node('П', 'substation', null),
      node('Н', 'main_pump', 0),
      node('Л', 'hospital', null),
      node('З', 'zone_pump', 5),
      node('К1', 'boiler_house', 8),
      node('К2', 'boiler_house', 9),
    ],
    stg_utility_links: [
      line('Ф-1', 'П'),
      line('Ф-2', 'Н'),
      line('Ф-2', 'Н', 'reserve'),
      line('Ф-2', 'Л'),
      line('В-1', 'Л', 'reserve', 'water'),
      line('Ф-3', 'З'),
      line('Ф-2', 'З', 'reserve'),
      line('Ф-4', 'К1'),
      line('Ф-5', 'К2'),
    ],
  })
  expect(rows.sort((a, b) => Number(a.feeders) - Number(b.feeders))).toEqual([
    expect.objectContaining({main_pumps: 1, hospitals: 1, zone_pumps: 0, feeders: 1, without_backup: 2}),
    expect.objectContaining({main_pumps: 0, hospitals: 0, boiler_houses: 1, feeders: 2, without_backup: 0}),
  ])
})
