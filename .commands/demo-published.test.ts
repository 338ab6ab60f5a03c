import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import {beforeAll, describe, expect, test} from 'vitest'
import {startedDemo, startedDemoTimeout} from './test/started-demo.fixture.ts'

// What is hidden in the demo city is found in its release alone, by anyone who downloads the tables: what no other test
// of published tables finds. The city is a twentieth of itself; its ground, houses and institutions are whole.
let ask: <Row>(sql: string) => Promise<Row[]>
beforeAll(async () => {
  const {data} = await startedDemo()
  const release = join(data, 'releases', (await readFile(join(data, 'current'), 'utf8')).trim())
  const duck = await (await DuckDBInstance.create(':memory:')).connect()
  for (const file of await readdir(release))
    if (file.endsWith('.parquet'))
      await duck.run(`create view "${file.slice(0, -8)}" as from read_parquet('${join(release, file)}')`)
  ask = async <Row>(sql: string) => (await duck.runAndReadAll(sql)).getRowObjectsJson() as Row[]
  return () => duck.closeSync()
}, startedDemoTimeout)

const row = async <Row>(sql: string) => (await ask<Row>(sql))[0]!

describe('streets', () => {
  test('some thirty were renamed by one decision; addresses on them say so', async () => {
    const renamed = await ask<{decision_number: string; n: number}>(
      `select decision_number, count(*)::integer as n from streets where former_name_uk is not null group by 1`,
    )
    expect(renamed).toHaveLength(1)
    expect(renamed[0]!.decision_number).toMatch(/-VIII$/)
    expect(renamed[0]!.n).toBeGreaterThan(24)
    const {changed, others} = await row<{changed: number; others: number}>(
      `select count(*) filter (where status = 'Чинна зі змінами')::integer as changed,
         count(*) filter (where status = 'Чинна зі змінами' and not exists (from streets
           where former_name_uk is not null and (ends_with(street, ' ' || name_uk) or street = former_name_uk)))::integer as others
       from addresses`,
    )
    expect(changed).toBeGreaterThan(500)
    expect(others / changed).toBeLessThan(0.1)
  })
})

describe('roads', () => {
  test('three settlements of sixty nodes and more hang on a single road each', async () => {
    const edges = await ask<{from_node: string; to_node: string; class: string}>(
      'select from_node, to_node, class from roads where speed_kmh is not null',
    )
    const cut = behindBridges(edges)
      .filter(({nodes}) => nodes >= 60)
      .sort((a, b) => b.nodes - a.nodes)
    expect(cut.map(one => one.class)).toEqual(['avenue', 'main', 'main'])
    expect(cut[0]!.nodes).toBeGreaterThan(80)
  })
})

describe('networks', () => {
  test('one feeder puts out the main pump and a hospital together; no other puts out any pump or hospital', async () => {
    const dangerous = await ask<Record<string, number>>(
      `select main_pumps, hospitals, feeders, intakes + zone_pumps + sewage_pumps + boiler_houses + fire_stations as others
       from feeder_outages where intakes + main_pumps + zone_pumps + sewage_pumps + hospitals > 0`,
    )
    expect(dangerous).toEqual([{main_pumps: 1, hospitals: 1, feeders: 1, others: 0}])
  })
})

describe('trees and transit', () => {
  test('the horse chestnuts of one district are ill, and no other trees are as ill as they', async () => {
    const [ill, next] = await ask<{species: string; katottg: string; share: number}>(
      `select species, katottg, avg((condition = 'незадовільний')::integer) as share from trees
       group by all having count(*) > 100 order by share desc limit 2`,
    )
    expect(ill).toMatchObject({species: 'каштан кінський', katottg: 'UA99020010010110002'})
    expect(ill!.share).toBeGreaterThan(0.55)
    expect(next!.share).toBeLessThan(0.25)
  })

  test('the only bus that does not run on Sundays is No. 12', async () => {
    const idle = await ask<{short_name: string}>(
      `select short_name from transit_trips join transit_services using (service_id) join transit_routes using (route_id)
       group by 1 having not bool_or(sunday)`,
    )
    expect(idle.map(({short_name}) => short_name)).toEqual(['12'])
  })
})

describe('people and houses', () => {
  test('one in four is old in houses of before 1971, one in eight in later ones, one in sixteen in the new', async () => {
    const shares = await ask<{built: string; share: number}>(
      `select built, sum(residents) filter (where age_group = '65+') / sum(residents) as share from residents_by_age
       where district = '' and built in ('-1970', '1971-1994', '1995-') and age_group <> '' group by 1 order by 1`,
    )
    expect(shares.map(({built}) => built)).toEqual(['-1970', '1971-1994', '1995-'])
    for (const [index, expected] of [1 / 4, 1 / 8, 1 / 16].entries())
      expect(Math.abs(shares[index]!.share / expected - 1)).toBeLessThan(0.2)
  })

  test('below three metres most houses stand in one place, on the left bank', async () => {
    const low = await ask<{lon: number; lat: number}>(
      `select lon, lat from buildings where use = 'житло' and ground_m < 3`,
    )
    expect(low.length).toBeGreaterThan(30)
    const middle = await row<{lon: number; lat: number}>(
      `select median(lon) as lon, median(lat) as lat from buildings where use = 'житло' and ground_m < 3`,
    )
    const near = low.filter(
      ({lon, lat}) =>
        Math.hypot((lon - middle.lon) * Math.cos((lat * Math.PI) / 180), lat - middle.lat) * 111.2 < 1,
    )
    expect(near.length / low.length).toBeGreaterThan(0.7)
    const [nearest] = await ask<{district_id: string}>(
      `select district_id from districts order by pow((lon - ${middle.lon}) * cos(radians(lat)), 2) + pow(lat - ${middle.lat}, 2) limit 1`,
    )
    expect(nearest!.district_id).toBe('UA99020010010410005')
  })
})

describe('appeals', () => {
  test('in the winter of 2022/23 power was what people called about', async () => {
    const {winter, usual} = await row<{winter: number; usual: number}>(
      `select sum(received) filter (where month between '2022-11-01' and '2023-01-01') / 3 as winter,
         median(received) filter (where year(month) in (2021, 2025)) as usual
       from appeals_monthly where category = 'Електропостачання'`,
    )
    expect(winter).toBeGreaterThan(8 * Math.max(1, usual))
  })
})

describe('interventions', () => {
  test('after the reminders more was closed on time, but not because of them', async () => {
    const found = await row<{
      finding: string
      treated_change: number
      effect_low: number
      effect_high: number
    }>(`select * from interventions_effects where intervention_id = 'Z-02'`)
    expect(found.finding).toBe('no_evidence')
    expect(found.treated_change).toBeGreaterThan(0)
    expect(found.effect_low).toBeLessThan(0)
    expect(found.effect_high).toBeGreaterThan(0)
  })
})

type Edge = {from_node: string; to_node: string; class: string}

/**
 * Edges without which a graph falls apart (Tarjan, A note on finding the bridges of a graph, 1974), the outermost of each
 * branch, with how many nodes lie behind them. Parallel edges are no bridges.
 */
function behindBridges(edges: Edge[]): {class: string; nodes: number}[] {
  const around = new Map<string, {other: string; edge: number}[]>()
  for (const [edge, {from_node, to_node}] of edges.entries())
    for (const [one, other] of [
      [from_node, to_node],
      [to_node, from_node],
    ] as const)
      around.set(one, [...(around.get(one) ?? []), {other, edge}])
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const size = new Map<string, number>()
  const found: {class: string; nodes: number; from: number; to: number}[] = []
  for (const root of around.keys()) {
    if (order.has(root)) continue
    const stack = [{node: root, by: -1, next: 0}]
    order.set(root, order.size)
    low.set(root, order.get(root)!)
    size.set(root, 1)
    while (stack.length > 0) {
      const top = stack.at(-1)!
      const step = around.get(top.node)![top.next++]
      if (step) {
        if (step.edge === top.by) continue
        if (order.has(step.other)) low.set(top.node, Math.min(low.get(top.node)!, order.get(step.other)!))
        else {
          order.set(step.other, order.size)
          low.set(step.other, order.get(step.other)!)
          size.set(step.other, 1)
          stack.push({node: step.other, by: step.edge, next: 0})
        }
        continue
      }
      stack.pop()
      const above = stack.at(-1)
      if (!above) continue
      low.set(above.node, Math.min(low.get(above.node)!, low.get(top.node)!))
      size.set(above.node, size.get(above.node)! + size.get(top.node)!)
      const [from, nodes] = [order.get(top.node)!, size.get(top.node)!]
      if (low.get(top.node)! === from)
        found.push({class: edges[top.by]!.class, nodes, from, to: from + nodes})
    }
  }
  // Behind some lies the larger part, as where the search began in a settlement.
  const total = around.size
  const small = found.map(one => ({...one, nodes: Math.min(one.nodes, total - one.nodes)}))
  return small.filter(
    one =>
      one.nodes < total / 10 &&
      !small.some(
        other =>
          other !== one &&
          other.nodes < total / 10 &&
          other.from <= one.from &&
          other.to >= one.to &&
          other.nodes > one.nodes,
      ),
  )
}
