import {lineBetween} from '../../../tools/space/line-between.ts'
import {metresAlong} from '../../../tools/space/metres-along.ts'
import {offsetLine} from '../../../tools/space/offset-line.ts'
import {simplifyLine} from '../../../tools/space/simplify-line.ts'
import {smoothLine} from '../../../tools/space/smooth-line.ts'
import type {Point} from '../../../tools/space/vector.ts'
import type {CentreFrame} from './centre-frame.ts'
import type {MainLine} from './main-lines.ts'
import type {Port} from './port.ts'
import type {Warp} from './warp.ts'
import type {Waters} from './waters.ts'

/** Promenades along the beaches, the ways down to them, and the beaches. */
export type SeaFront = {lines: MainLine[]; beaches: Point[][]}

const promenadeMetres = 32

export function seaFrontOf(
  warp: Warp,
  {place}: CentreFrame,
  {coast}: Waters,
  {moles: [mole = []]}: Port,
): SeaFront {
  const inland = (from: number, to: number, metres: number) =>
    simplifyLine(offsetLine(lineBetween(coast, from, to), metres), 1)
  const at = (point: Point) => metresAlong(coast, point)
  const west = at(warp('120,1180')[0]!)
  const marina = at(place(545, -220))
  const lowShore = at(warp('5640,1960')[0]!)
  const east = at(warp('7850,1280')[0]!)
  return {
    lines: [
      {class: 'path', points: inland(west, marina, promenadeMetres)},
      {class: 'path', points: [place(545, -188), place(640, -195), place(895, -195), place(955, -180)]},
      // Out along the western breakwater, past the marina to the light.
      {class: 'path', points: [place(545, -188), ...mole.slice(1, -1)]},
      {class: 'path', points: inland(lowShore, east, promenadeMetres)},
      // Down the western ravine to the beach, and stairs down the bluff.
      {class: 'lane', points: smoothLine(warp('1640,1440 1700,1330 1735,1200 1780,1090'), 30)},
      {class: 'path', points: [place(160, 0), place(160, -185)]},
      {class: 'path', points: smoothLine(warp('700,1510 760,1300 690,1130'), 30)},
      {class: 'path', points: smoothLine(warp('1250,1465 1200,1260 1290,1080'), 30)},
      {class: 'lane', points: warp('6140,1860 6090,1690')},
      {class: 'lane', points: warp('6640,1680 6610,1520')},
      {class: 'lane', points: warp('7300,1552 7290,1390')},
    ],
    beaches: [
      [...lineBetween(coast, west, marina), ...inland(west, marina, promenadeMetres - 4).reverse()],
      [...lineBetween(coast, lowShore, east), ...inland(lowShore, east, promenadeMetres - 4).reverse()],
    ],
  }
}
