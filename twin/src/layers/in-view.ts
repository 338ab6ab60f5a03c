import {earthCentred} from '../earth-centred.ts'
import {groundMetres} from './ground-metres.ts'
import type {Item} from './layer.ts'

/** A plane a·x + b·y + c·z + d = 0 in Earth-centred metres, positive on the visible side. */
export type Plane = [a: number, b: number, c: number, d: number]

/** Where one looks: a place on the ground, and the sides of what the camera sees. Without planes all is in view. */
export type View = {lon: number; lat: number; groundMetres: number; planes: Plane[]}

/** An item and how far it is from the middle of the view, over the ground. */
export type Seen = {item: Item; metres: number}

// A building whose middle is just off the picture still shows a wall.
const marginMetres = 10

/** Items in view, the nearest to its middle first; those equally near by key, so that a list stays put. */
export function inView(items: Item[], view: View): Seen[] {
  return items
    .filter(({lon, lat}) => {
      const [x, y, z] = earthCentred([lon, lat, view.groundMetres])
      return view.planes.every(([a, b, c, d]) => a * x + b * y + c * z + d >= -marginMetres)
    })
    .map(item => ({item, metres: groundMetres(view, item)}))
    .sort((a, b) => a.metres - b.metres || (a.item.key < b.item.key ? -1 : 1))
}
