import type {XmlElement} from '../xml/read-xml.ts'

/** A flat face: its rings as vertices' numbers, the outline first, not closed. */
export type Face = {id: string | null; rings: number[][]; isTurned: boolean}

/** Vertices of one city object, each place once. */
export class Vertices {
  readonly list: [number, number, number][] = []
  #places = new Map<string, number>()
  #isSwapped: boolean

  /** @param isSwapped latitude comes first */
  constructor(isSwapped: boolean) {
    this.#isSwapped = isSwapped
  }

  add(x: number, y: number, z: number): number {
    const key = `${x} ${y} ${z}`
    let index = this.#places.get(key)
    if (index === undefined) {
      index = this.list.push(this.#isSwapped ? [y, x, z] : [x, y, z]) - 1
      this.#places.set(key, index)
    }
    return index
  }
}

const containers = new Set([
  'surfaceMember',
  'surfaceMembers',
  'CompositeSurface',
  'MultiSurface',
  'Shell',
  'Surface',
  'PolyhedralSurface',
  'TriangulatedSurface',
  'Tin',
  'patches',
  'polygonPatches',
  'trianglePatches',
  'baseSurface',
  'exterior',
  'interior',
])
const polygons = new Set(['Polygon', 'PolygonPatch', 'Triangle', 'Rectangle'])

/** Finds the elements that links name. */
export type Linked = (href: string) => XmlElement | null

/**
 * The faces of a GML 3 surface of any kind, in the order of the file; links are followed within the city object.
 * @param dimension coordinates of a place, where the coordinates themselves do not say it
 */
export function facesOf(
  element: XmlElement,
  vertices: Vertices,
  linked: Linked,
  isTurned = false,
  depth = 0,
): Face[] {
  if (depth > 30) return []
  if (polygons.has(element.name)) {
    const rings = ['exterior', 'interior'].flatMap(side =>
      element.children.filter(({name}) => name === side).map(child => ringOf(child, vertices)),
    )
    const [outline, ...holes] = rings
    if (!outline || outline.length < 3) return []
    return [
      {
        id: element.attributes.id ?? null,
        rings: [outline, ...holes.filter(ring => ring.length >= 3)],
        isTurned,
      },
    ]
  }
  if (element.name === 'OrientableSurface') {
    const turned = isTurned !== (element.attributes.orientation === '-')
    return element.children.flatMap(child => facesOf(child, vertices, linked, turned, depth + 1))
  }
  if (!containers.has(element.name)) return []
  const target = element.attributes.href === undefined ? null : linked(element.attributes.href)
  const inside = target ? [target] : element.children
  return inside.flatMap(child => facesOf(child, vertices, linked, isTurned, depth + 1))
}

/** A ring's vertices; the last one, which repeats the first, is left out. */
function ringOf(side: XmlElement, vertices: Vertices): number[] {
  const numbers: number[][] = []
  collect(side, null, numbers)
  const ring = numbers.map(([x, y, z]) => vertices.add(x!, y!, z ?? 0))
  // Places that repeat the one before them are none.
  const cleaned = ring.filter((vertex, index) => index === 0 || vertex !== ring[index - 1])
  if (cleaned.length > 1 && cleaned[0] === cleaned.at(-1)) cleaned.pop()
  return cleaned
}

function collect(element: XmlElement, dimension: number | null, into: number[][]) {
  const said = Number(element.attributes.srsDimension) || dimension
  if (element.name === 'posList' || element.name === 'pos' || element.name === 'coordinates') {
    const separator = element.name === 'coordinates' ? /[\s,]+/ : /\s+/
    const values = element.text.split(separator).filter(Boolean).map(Number)
    if (!values.every(Number.isFinite))
      throw new Error(`"${element.text.trim().slice(0, 60)}" on line ${element.line} is no place`)
    const width = said ?? (values.length % 3 === 0 ? 3 : 2)
    if (values.length % width !== 0 || (width !== 2 && width !== 3))
      throw new Error(
        `places on line ${element.line} have ${values.length} coordinates, which are not ${width} each`,
      )
    for (let at = 0; at < values.length; at += width) into.push(values.slice(at, at + width))
    return
  }
  for (const child of element.children) collect(child, said, into)
}

/** Shells of a solid, the outer one first, each as faces. */
export function shellsOf(solid: XmlElement, vertices: Vertices, linked: Linked): Face[][] {
  const sides = ['exterior', 'interior'].flatMap(side => solid.children.filter(({name}) => name === side))
  return sides.map(side => facesOf(side, vertices, linked)).filter(faces => faces.length > 0)
}

/** A face's rings as they run when it is seen from outside. */
export const ringsOf = ({rings, isTurned}: Face): number[][] =>
  isTurned ? rings.map(ring => ring.toReversed()) : rings
