import {expect, test} from 'vitest'
import {normalTails} from '../src/statistics/normal-tails.ts'
import {type AppealRow, atDay, townOfAppeals} from './appeals.fixture.ts'

/** Appeals about noise in six by six squares, south to north, west to east. */
const counts = [
  [3, 0, 1, 3, 0, 0],
  [1, 10, 6, 0, 1, 0],
  [1, 8, 10, 0, 0, 1],
  [1, 1, 0, 3, 1, 1],
  [2, 0, 1, 0, 3, 2],
  [0, 1, 1, 1, 1, 2],
]

/** In the town's grid: 500 m squares, as wide at the middle of its box, 45.5° N. */
const middleOf = (column: number, row: number) => ({
  lon: String(((4900 + column + 0.5) * 500) / (111_320 * Math.cos((45.5 * Math.PI) / 180))),
  lat: String(((10_100 + row + 0.5) * 500) / 111_320),
})

const appealsIn = (category: string, howMany: (row: number, column: number) => number): AppealRow[] =>
  counts.flatMap((line, row) =>
    line.flatMap((_, column) =>
      Array.from({length: howMany(row, column)}, () => ({
        category,
        received_at: atDay(100),
        is_public_on_map: 'true',
        ...middleOf(column, row),
      })),
    ),
  )

test('Gi* and its false discovery rate are those of esda and statsmodels', async () => {
  // esda 2.9.0 (Python), G_Local(counts, lat2W(6, 6, rook=False), transform='B', star=True).Zs
  const z = [
    1.34735025034155, 1.70427823883094, 1.53385041494785, 0.0, -1.19299476718166, -1.27998273782447,
    2.04513388659713, 3.4470015345101, 3.15363970178584, 0.660064123629594, -1.68683053816452,
    -1.53385041494785, 1.87470606271404, 3.15363970178584, 3.15363970178584, 0.660064123629594,
    -1.39346870544025, -1.19299476718166, 0.340855647766188, 1.10010687271599, 0.953425956353859,
    0.220021374543198, -0.806745039991727, -0.511283471649282, -1.02256694329856, -1.39346870544025,
    -1.24678778907812, -0.806745039991727, -0.36670229090533, -0.170427823883094, -0.875777662722007,
    -1.02256694329856, -1.19299476718166, -0.681711295532377, -0.340855647766188, 0.134735025034155,
  ]
  // statsmodels 0.15, multipletests(2 * norm.sf(abs(z)), method='fdr_bh')
  const q = [
    0.46574284485817, 0.412361737245893, 0.45023924494268, 1.0, 0.46574284485817, 0.46574284485817,
    0.294059953982755, 0.014512322644956, 0.014512322644956, 0.654702017541488, 0.412361737245893,
    0.45023924494268, 0.364999034266248, 0.014512322644956, 0.014512322644956, 0.654702017541488,
    0.46574284485817, 0.46574284485817, 0.824863787284787, 0.514014744736694, 0.556976119589896,
    0.900932190641217, 0.604531280545162, 0.756189405776445, 0.525450250112685, 0.46574284485817,
    0.46574284485817, 0.604531280545162, 0.824863787284787, 0.915536850272117, 0.596584041833223,
    0.525450250112685, 0.46574284485817, 0.654702017541488, 0.824863787284787, 0.91833056197907,
  ]
  const town = await townOfAppeals(
    [
      ...appealsIn('Noise', (row, column) => counts[row]![column]!),
      // What makes the empty squares part of the city: something was once reported in each.
      ...appealsIn('Roads', () => 1),
      // Too old, too few, and outside the city's box.
      ...appealsIn('Noise', () => 3).map(row => ({...row, received_at: atDay(9.9)})),
      ...appealsIn('Trees', (row, column) => (row + column === 0 ? 29 : 0)),
      {category: 'Noise', received_at: atDay(100), lon: '45.5', lat: '31.5', is_public_on_map: 'true'},
    ],
    'appeals_hotspots',
  )
  const found = await town.rows<{
    category: string
    cell_id: string
    n: number
    n_around: number
    expected: number
    z: number
    q: number
    is_hot: boolean
  }>(
    `select * from appeals_hotspots order by category, split_part(cell_id, ':', 2), split_part(cell_id, ':', 1)`,
  )
  await town.warehouse.close()
  // Where every square has as many, none stands out: roads have no row. Of 29 trees nothing is said.
  expect(new Set(found.map(({category}) => category))).toEqual(new Set(['Noise']))
  expect(found.map(({n}) => n)).toEqual(counts.flat())
  expect(found).toHaveLength(36)
  for (const [index, square] of found.entries()) {
    expect(square.z).toBeCloseTo(z[index]!, 10)
    expect(square.q).toBeCloseTo(q[index]!, 10)
    expect(square.is_hot).toBe(z[index]! > 0 && q[index]! < 0.05)
  }
  const corner = found[0]!
  expect(corner).toMatchObject({cell_id: '4900:10100', n: counts[0]![0]})
  expect(corner.n_around).toBe(counts[0]![0]! + counts[0]![1]! + counts[1]![0]! + counts[1]![1]!)
  expect(corner.expected).toBeCloseTo((4 * counts.flat().reduce((sum, n) => sum + n)) / 36, 12)
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
