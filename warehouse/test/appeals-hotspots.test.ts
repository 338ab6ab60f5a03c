import {cellToLatLng, gridDisk, latLngToCell} from 'h3-js'
import {expect, test} from 'vitest'
import {normalTails} from '../src/statistics/normal-tails.ts'
import {type AppealRow, atDay, townOfAppeals} from './appeals.fixture.ts'

/** Sixty-one cells of resolution 9, those within four rings of one, in the order of their names. */
const cells = gridDisk(latLngToCell(45.5, 31.5, 9), 4).sort()
/** Appeals about noise in each: a spot in the middle. */
const counts = Array.from('2001624701010120111610040230081110002101011120121000020122011', Number)

const appealsIn = (of: string[], category: string, howMany: (at: number) => number): AppealRow[] =>
  of.flatMap((cell, at) => {
    const [lat, lon] = cellToLatLng(cell)
    return Array.from({length: howMany(at)}, () => ({
      category,
      received_at: atDay(100),
      is_public_on_map: 'true',
      lat: lat.toFixed(7),
      lon: lon.toFixed(7),
    }))
  })

type Spot = {
  category: string
  h3: string
  lat: number
  lon: number
  n: number
  n_around: number
  expected: number
  z: number
  q: number
  is_hot: boolean
  is_hot_coarse: boolean | null
}

test('Gi* over hexagons and its false discovery rate are those of esda and statsmodels', async () => {
  // esda 2.9.0 (Python), G_Local(counts, w, transform='B', star=True).Zs, w those within two rings by h3 4.5.0 grid_disk
  const z = [
    -0.2828980424459994, -0.42631437222613167, -1.375408412583578, -0.7522681733435704, 2.7409725735600596,
    1.7954532880530083, 3.213732216313587, 3.6864918590671127, 1.1651070977149736, 0.21958781220792148,
    3.213732216313587, 0.6714130959075004, -0.5464907806352395, 1.7052656516388665, -0.42631437222613167,
    0.8757504622451593, -0.8059519883691101, 2.898559121144569, 0.8499340025459567, 2.898559121144569,
    -0.6173768786635133, 0.8499340025459567, 0.06200126462341335, 2.7409725735600596, -0.11966776502728886,
    1.9530398356375172, 1.5393626137601257, 0.5439443864876768, 0.15078344950465059, 3.5289053114826032,
    3.5289053114826032, 2.4257994783910437, -1.017229131348381, -1.5652272206550673, -0.45147384078477204,
    -0.6173768786635133, -0.8059519883691101, -1.375408412583578, 0.2121383107301936, -1.2008119035739766,
    -1.369600351468563, -0.8904758433010499, -0.6173768786635133, 0.5347609073769392, -0.6173768786635133,
    0.8499340025459567, -0.23649556415464262, -0.8904758433010499, -0.466480814671595, -1.5652272206550673,
    -1.384394675799572, -1.7550460287265566, -1.5679774480251674, -1.0640190587686664, 0.2121383107301936,
    -1.5753777441768944, -0.13493599521857774, -0.9580455660519013, -0.716932627833433, -1.1855896045120888,
    -0.9957707964405995,
  ]
  // statsmodels 0.15, multipletests(2 * norm.sf(abs(z)), method='fdr_bh')
  const q = [
    0.890385036183692, 0.7858193458226008, 0.45302230784090747, 0.7068020001870788, 0.041519053936714255,
    0.3689560031244217, 0.01598466007150643, 0.008484742285074747, 0.572404395996249, 0.890385036183692,
    0.01598466007150643, 0.7279145846204126, 0.7533693147197909, 0.3840598805162698, 0.7858193458226008,
    0.6699185714363225, 0.6746448030747987, 0.03266825580472756, 0.6699185714363225, 0.03266825580472756,
    0.7279145846204126, 0.6699185714363225, 0.9505618249170004, 0.041519053936714255, 0.9198254422070489,
    0.28179158012622363, 0.39719281815862456, 0.7533693147197909, 0.9198254422070489, 0.008484742285074747,
    0.008484742285074747, 0.09317571487232121, 0.6699185714363225, 0.39719281815862456, 0.7858193458226008,
    0.7279145846204126, 0.6746448030747987, 0.45302230784090747, 0.890385036183692, 0.572404395996249,
    0.45302230784090747, 0.6699185714363225, 0.7279145846204126, 0.7533693147197909, 0.7279145846204126,
    0.6699185714363225, 0.890385036183692, 0.6699185714363225, 0.7858193458226008, 0.39719281815862456,
    0.45302230784090747, 0.37187211759716765, 0.39719281815862456, 0.6491305190376209, 0.890385036183692,
    0.39719281815862456, 0.9198254422070489, 0.6699185714363225, 0.7219588942878108, 0.572404395996249,
    0.6699185714363225,
  ]
  // The same of cells of resolution 8 with one ring.
  const coarse: [string, number][] = [
    ['881e59cc09fffff', -0.030503261163592536],
    ['881e59cc0dfffff', -0.32791005750861946],
    ['881e59cc41fffff', 2.245122317362298],
    ['881e59cc43fffff', 1.4686001709001326],
    ['881e59cc45fffff', 1.7862136675869853],
    ['881e59cc47fffff', 1.510868477721798],
    ['881e59cc49fffff', 0.5281173028360081],
    ['881e59cc4bfffff', 0.7625815290898117],
    ['881e59cc4dfffff', 1.150801690975014],
    ['881e59cc69fffff', -0.5261812550719702],
    ['881e59cc6bfffff', 0.05787586880394583],
    ['881e59ce27fffff', -0.5680490233702101],
    ['881e59cf13fffff', -0.030503261163592536],
  ]
  const town = await townOfAppeals(
    [
      ...appealsIn(cells, 'Noise', at => counts[at]!),
      // What makes the empty cells part of the city: something was once reported in each.
      ...appealsIn(cells, 'Roads', () => 1),
      // Too old, too few, and outside the city's box.
      ...appealsIn(cells, 'Noise', () => 3).map(row => ({...row, received_at: atDay(9.9)})),
      ...appealsIn(cells, 'Trees', at => (at === 0 ? 29 : 0)),
      {category: 'Noise', received_at: atDay(100), lon: '45.5', lat: '31.5', is_public_on_map: 'true'},
    ],
    'appeals_hotspots',
  )
  const found = await town.rows<Spot>('select * from appeals_hotspots order by category, h3')
  const wider = await town.rows<{h3: string; z: number}>(
    `select h3, z from int_appeals_hotspots where resolution = 8 and category = 'Noise' order by h3`,
  )
  await town.warehouse.close()
  // Where every cell has as many, none stands out: roads have no row. Of 29 trees nothing is said.
  expect(new Set(found.map(({category}) => category))).toEqual(new Set(['Noise']))
  expect(found.map(({h3}) => h3)).toEqual(cells)
  expect(found.map(({n}) => n)).toEqual(counts)
  for (const [at, cell] of found.entries()) {
    expect(cell.z).toBeCloseTo(z[at]!, 10)
    expect(cell.q).toBeCloseTo(q[at]!, 10)
    expect(cell.is_hot).toBe(z[at]! > 0 && q[at]! < 0.05)
    expect([cell.lat, cell.lon]).toEqual(cellToLatLng(cell.h3))
  }
  expect(found.filter(one => one.is_hot)).toHaveLength(9)
  expect(wider.map(({h3}) => h3)).toEqual(coarse.map(([h3]) => h3))
  for (const [at, cell] of wider.entries()) expect(cell.z).toBeCloseTo(coarse[at]![1], 10)
  // Thirteen large cells are too few to tell: the spot shows at one scale only, and the table says so.
  expect(found.every(one => one.is_hot_coarse === false)).toBe(true)
  const corner = found[0]!
  const near = new Set(gridDisk(corner.h3, 2))
  expect(corner.n_around).toBe(counts.reduce((sum, n, at) => sum + (near.has(cells[at]!) ? n : 0), 0))
  const inCity = cells.filter(cell => near.has(cell)).length
  expect(corner.expected).toBeCloseTo((inCity * counts.reduce((sum, n) => sum + n)) / 61, 12)
})

test('a large spot shows by large cells, too; a city of one cell has none', async () => {
  const wide = gridDisk(latLngToCell(45.5, 31.5, 9), 12)
  const spot = new Set(gridDisk(latLngToCell(45.5, 31.5, 9), 3))
  const town = await townOfAppeals(
    [...appealsIn(wide, 'Roads', () => 1), ...appealsIn(wide, 'Noise', at => (spot.has(wide[at]!) ? 5 : 0))],
    'appeals_hotspots',
  )
  const found = await town.rows<Spot>(`select * from appeals_hotspots where category = 'Noise'`)
  await town.warehouse.close()
  const hot = found.filter(one => one.is_hot)
  // Whatever is hot lies within the spot or two rings around it.
  const around = new Set(gridDisk(latLngToCell(45.5, 31.5, 9), 5))
  expect(hot.every(({h3}) => around.has(h3))).toBe(true)
  expect([...spot].every(cell => hot.some(({h3}) => h3 === cell))).toBe(true)
  expect(found.find(({h3}) => h3 === latLngToCell(45.5, 31.5, 9))!.is_hot_coarse).toBe(true)
  expect(found.filter(one => !around.has(one.h3) && one.is_hot_coarse)).toEqual([])

  const hamlet = await townOfAppeals(
    appealsIn([cells[0]!], 'Noise', () => 40),
    'appeals_hotspots',
  )
  expect(await hamlet.rows('select * from appeals_hotspots')).toEqual([])
  await hamlet.warehouse.close()
})

test('the tails of the normal distribution are those of SciPy', () => {
  // scipy.stats.norm.sf, doubled.
  const tails = [
    [0, 1],
    [0.5, 0.6170750774519738],
    [1, 0.31731050786291415],
    [1.959963984540054, 0.05],
    [2.5, 0.012419330651552265],
    [2.83, 0.004654800413463103],
    [3, 0.0026997960632601866],
    [4, 6.334248366623973e-5],
    [6, 1.973175290075389e-9],
    [10, 1.523970604832094e-23],
  ] as const
  for (const [z, p] of tails) {
    expect(Math.abs(normalTails(z) / p - 1)).toBeLessThan(1e-12)
    expect(normalTails(-z)).toBe(normalTails(z))
  }
})
