import {hash} from '../../../tools/numbers/hash.ts'
import type {Point} from '../../../tools/space/vector.ts'
import {districtIndex} from '../../districts.ts'
import type {Zone} from '../layout/layout.ts'
import {type CentreFrame, centreLength} from './centre-frame.ts'
import type {Character} from './character.ts'
import type {Warp} from './warp.ts'

/** Around this place the town is of this kind, as far as the face of main lines reaches in which it lies. */
export type ZoneSeed = {at: Point; zone: Zone; district: number; key: number}

type Swap = keyof Character['swaps']
/** Where, which zone (or which by the seed's plan for a group), which district. */
type Row = [at: string, zone: Zone | [Swap, ...Zone[]], district: keyof typeof districtIndex]

const rows: Row[] = [
  // The coast west of the centre.
  ['600,1380', 'resort', 'uzberezhnyi'],
  ['1250,1250', 'resort', 'uzberezhnyi'],
  ['450,1880', 'garden', 'uzberezhnyi'],
  ['1250,1750', 'garden', 'uzberezhnyi'],
  ['2000,1800', 'old', 'uzberezhnyi'],
  ['1300,2550', ['estates', 'khrushchev', 'garden', 'garden', 'khrushchev'], 'uzberezhnyi'],
  ['2080,2400', 'old', 'uzberezhnyi'],
  ['720,2750', ['estates', 'garden', 'garden', 'khrushchev', 'garden'], 'uzberezhnyi'],
  ['160,3000', 'field', 'uzberezhnyi'],
  // Around the centre.
  ['1480,3500', ['estates', 'khrushchev', 'khrushchev', 'garden', 'garden'], 'uzberezhnyi'],
  ['2000,3150', 'old', 'uzberezhnyi'],
  ['2330,3450', 'stalinist', 'seredmistskyi'],
  ['2850,3480', 'stalinist', 'havanskyi'],
  ['3450,3620', 'old', 'havanskyi'],
  ['3700,3780', 'old', 'havanskyi'],
  ['3800,3200', 'old', 'havanskyi'],
  ['4100,2650', 'industry', 'havanskyi'],
  // Along the railway.
  ['4330,3300', 'industry', 'havanskyi'],
  ['4250,2980', 'industry', 'havanskyi'],
  ['4250,3850', 'industry', 'havanskyi'],
  ['4230,4400', 'industry', 'havanskyi'],
  ['4270,5100', 'industry', 'havanskyi'],
  ['4280,5700', 'industry', 'havanskyi'],
  ['4300,6300', 'industry', 'havanskyi'],
  // The river's high bank and its flood plain.
  ['5000,3700', 'park', 'havanskyi'],
  ['4800,5200', 'park', 'havanskyi'],
  ['5200,4300', 'park', 'havanskyi'],
  ['5300,5600', 'park', 'zarichchianskyi'],
  ['4600,2800', 'park', 'havanskyi'],
  ['5600,4150', 'park', 'zarichchianskyi'],
  ['5560,3600', 'park', 'zarichchianskyi'],
  ['5500,2600', 'park', 'zarichchianskyi'],
  // North of the centre, up to the ravine and beyond it.
  ['1550,4300', 'garden', 'stepovyi'],
  ['2120,4250', 'garden', 'stepovyi'],
  ['2850,3920', 'old', 'stepovyi'],
  ['2800,4560', 'garden', 'stepovyi'],
  ['3650,3990', 'garden', 'havanskyi'],
  ['3650,4450', 'garden', 'havanskyi'],
  ['500,4200', 'field', 'uzberezhnyi'],
  ['1000,3800', 'garden', 'uzberezhnyi'],
  // The newer north.
  ['1850,5350', ['estates', 'micro', 'garden', 'garden', 'micro'], 'stepovyi'],
  ['2800,5300', ['estates', 'garden', 'micro', 'micro', 'garden'], 'stepovyi'],
  ['3500,5200', ['estates', 'khrushchev', 'khrushchev', 'micro', 'micro'], 'havanskyi'],
  ['3930,5350', 'garden', 'havanskyi'],
  ['1150,5250', 'garden', 'stepovyi'],
  ['500,5350', 'field', 'stepovyi'],
  ['1950,6100', 'garden', 'stepovyi'],
  ['1900,6600', 'field', 'stepovyi'],
  ['2800,6000', 'garden', 'stepovyi'],
  ['2900,6620', 'field', 'stepovyi'],
  ['3650,5880', 'garden', 'havanskyi'],
  ['3600,6550', 'field', 'havanskyi'],
  ['700,6400', 'field', 'stepovyi'],
  ['1400,6300', 'field', 'stepovyi'],
  ['1000,7400', 'field', 'stepovyi'],
  ['2800,7400', 'field', 'stepovyi'],
  ['3800,7400', 'field', 'havanskyi'],
  ['4500,7000', 'dacha', 'havanskyi'],
  ['3300,7900', 'field', 'stepovyi'],
  ['4450,7850', 'field', 'havanskyi'],
  // The left bank.
  ['6000,2450', 'garden', 'zarichchianskyi'],
  ['6080,3600', 'village', 'zarichchianskyi'],
  ['6120,4500', 'garden', 'zarichchianskyi'],
  ['5870,4100', 'village', 'zarichchianskyi'],
  ['5760,3450', 'village', 'zarichchianskyi'],
  ['5830,4650', 'village', 'zarichchianskyi'],
  ['6700,2300', 'garden', 'zarichchianskyi'],
  ['6700,3000', 'garden', 'zarichchianskyi'],
  ['6680,3700', ['estates', 'garden', 'khrushchev', 'garden', 'khrushchev'], 'zarichchianskyi'],
  ['6800,4500', ['estates', 'micro', 'khrushchev', 'khrushchev', 'khrushchev'], 'zarichchianskyi'],
  ['6120,5400', 'garden', 'zarichchianskyi'],
  ['6750,5330', 'garden', 'zarichchianskyi'],
  ['6800,6150', 'field', 'zarichchianskyi'],
  ['6150,6250', 'field', 'zarichchianskyi'],
  ['7650,2300', 'field', 'zarichchianskyi'],
  ['7480,3750', ['plant', 'industry', 'field'], 'zarichchianskyi'],
  ['7850,4400', 'field', 'zarichchianskyi'],
  ['7500,5500', ['plant', 'field', 'industry'], 'zarichchianskyi'],
  ['7700,6100', 'field', 'zarichchianskyi'],
  ['7300,7300', 'field', 'zarichchianskyi'],
  ['6150,7400', 'field', 'zarichchianskyi'],
  ['6700,1590', 'resort', 'zarichchianskyi'],
  ['7650,1440', 'park', 'zarichchianskyi'],
]

export function zoneSeedsOf(seed: number, warp: Warp, {place}: CentreFrame, {swaps}: Character): ZoneSeed[] {
  const seeds = rows.map(([at, zone, district], index): ZoneSeed => {
    const its = typeof zone === 'string' ? zone : (zone[1 + swaps[zone[0]]] as Zone)
    return {at: warp(at)[0]!, zone: its, district: districtIndex[district], key: hash(seed, 'zone', index)}
  })
  const centre = [0.25, 0.75].flatMap(ahead =>
    [280, 930].map(inland => ({at: place(ahead * centreLength, inland), zone: 'centre' as const})),
  )
  const shore: {at: Point; zone: Zone; district: keyof typeof districtIndex}[] = [
    ...[
      [1300, -250],
      [1700, -250],
      [1500, -155],
      [1000, -300],
      [1500, -330],
      [2050, -280],
      [1600, -700],
    ].map(([ahead, inland]) => ({
      at: place(ahead!, inland!),
      zone: 'harbour' as const,
      district: 'havanskyi' as const,
    })),
    {at: place(700, -230), zone: 'park', district: 'havanskyi'},
    {at: place(300, -500), zone: 'park', district: 'seredmistskyi'},
    {at: warp('500,600')[0]!, zone: 'park', district: 'uzberezhnyi'},
    {at: warp('1700,600')[0]!, zone: 'park', district: 'uzberezhnyi'},
    {at: warp('6500,900')[0]!, zone: 'park', district: 'zarichchianskyi'},
    {at: place(1500, -60), zone: 'park', district: 'havanskyi'},
    {at: place(300, -110), zone: 'park', district: 'seredmistskyi'},
    {at: place(-150, -120), zone: 'park', district: 'uzberezhnyi'},
    {at: place(60, -100), zone: 'park', district: 'seredmistskyi'},
  ]
  return [
    ...seeds,
    ...centre.map(({at, zone}, index) => ({
      at,
      zone,
      district: districtIndex.seredmistskyi,
      key: hash(seed, 'centre', index),
    })),
    ...shore.map(({at, zone, district}, index) => ({
      at,
      zone,
      district: districtIndex[district],
      key: hash(seed, 'shore', index),
    })),
  ]
}
