import {elementCells} from '../xml/element-cells.ts'
import type {XmlElement} from '../xml/read-xml.ts'
import {type Face, facesOf, type Linked, ringsOf, shellsOf, Vertices} from './surfaces.ts'

type Geometry = {
  type: 'Solid' | 'MultiSolid' | 'MultiSurface'
  lod: string
  boundaries: unknown[]
  semantics?: {surfaces: {type: string; id?: string}[]; values: unknown[]}
}
type CityObject = {
  type: string
  attributes?: Record<string, string>
  geometry?: Geometry[]
  children?: string[]
  parents?: string[]
}

/** A city object as CityJSON has it, and what of it could not be read. */
export type ConvertedObject = {
  id: string
  type: string
  attributes: Map<string, string>
  feature: {
    type: 'CityJSONFeature'
    id: string
    CityObjects: Record<string, CityObject>
    vertices: number[][]
  }
  faults: string[]
}

/** Elements that hold parts which are objects of their own. */
const partHolders = new Set([
  'consistsOfBuildingPart',
  'buildingPart',
  'consistsOfBridgePart',
  'bridgePart',
  'consistsOfTunnelPart',
  'tunnelPart',
  'outerBuildingInstallation',
  'buildingInstallation',
  'outerBridgeInstallation',
  'outerTunnelInstallation',
  'outerBridgeConstruction',
])
const geometryName = /^lod([0-4])(Solid|MultiSurface|FootPrint|RoofEdge|Geometry)$/
/** A library's shape, turned and moved to its place: furniture more often than houses. */
const implicit = /^lod[0-4]ImplicitRepresentation$/
/** Geometry that is not read, and what is inside of buildings. */
const leftOut =
  /^(lod\d.*|boundedBy|boundary|opening|interior.*|roomInstallation|appearance|appearanceMember|pointCloud)$/
const genericKind = /^(string|int|double|date|uri|measure)Attribute$/i

/**
 * Turns a building (bridge, tunnel …) of CityGML 1.0, 2.0 or 3.0 into a CityJSON feature: its solids and surfaces of
 * levels of detail 0 to 3, or of 4 alone, with their meaning, parts and outer installations; the insides of buildings are left out.
 */
export function convertCityObject(element: XmlElement, id: string, isSwapped: boolean): ConvertedObject {
  const vertices = new Vertices(isSwapped)
  const faults: string[] = []
  const byId = new Map<string, XmlElement>()
  index(element, byId)
  const linked: Linked = href => {
    const found = byId.get(href.replace(/^.*#/, ''))
    if (!found) faults.push(`a link to ${href}, which is not in the object`)
    return found ?? null
  }
  const objects: Record<string, CityObject> = {}
  const convert = (node: XmlElement, name: string, parent: string | null) => {
    const object: CityObject = {type: node.name}
    objects[name] = object
    const attributes = attributesOf(node)
    if (attributes.size > 0) object.attributes = Object.fromEntries(attributes)
    const geometry = geometriesOf(node, vertices, linked)
    for (const child of node.children)
      if (implicit.test(child.name))
        faults.push(`${child.name} is a shape placed by a matrix, and is not read`)
    if (geometry.length > 0) object.geometry = geometry
    if (parent !== null) object.parents = [parent]
    const parts = node.children.filter(child => partHolders.has(child.name)).flatMap(({children}) => children)
    for (const [number, part] of parts.entries()) {
      let own = part.attributes.id ?? `${name}-${number + 1}`
      while (own in objects) own += '_'
      object.children = [...(object.children ?? []), own]
      convert(part, own, name)
    }
    return attributes
  }
  const attributes = convert(element, id, null)
  return {
    id,
    type: element.name,
    attributes,
    feature: {type: 'CityJSONFeature', id, CityObjects: objects, vertices: vertices.list},
    faults: [...new Set(faults)],
  }
}

function index(element: XmlElement, byId: Map<string, XmlElement>) {
  const {id} = element.attributes
  if (id !== undefined) byId.set(id, element)
  for (const child of element.children) index(child, byId)
}

/** What is said of an object: its plain elements, its generic attributes by their names, and where it stands. */
function attributesOf(element: XmlElement): Map<string, string> {
  const attributes = new Map<string, string>()
  const plain: XmlElement[] = []
  for (const child of element.children) {
    if (leftOut.test(child.name) || partHolders.has(child.name)) continue
    const generic = child.name === 'genericAttribute' ? child.children[0] : child
    if (generic && genericKind.test(generic.name)) {
      const name = generic.attributes.name ?? generic.children.find(one => one.name === 'name')?.text.trim()
      const value = generic.children.find(one => one.name === 'value')?.text.trim()
      if (name && value) attributes.set(name, value)
    } else plain.push(child)
  }
  const cells = elementCells({...element, attributes: {}, text: '', children: plain})
  for (const [path, text] of cells) {
    // Units and code lists of a value are no values; an address is deep, and only its last names say something.
    if (text === null || path.some(name => name.startsWith('@'))) continue
    const name = path[0] === 'address' ? `address.${path.at(-1)}` : path.join('.')
    attributes.set(attributes.has(name) ? path.join('.') : name, text)
  }
  return attributes
}

/** Semantic surfaces: walls, roofs and the like, which bound the object. */
const boundariesOf = (element: XmlElement): XmlElement[] =>
  element.children
    .filter(({name}) => name === 'boundedBy' || name === 'boundary')
    .flatMap(({children}) => children)

function geometriesOf(element: XmlElement, vertices: Vertices, linked: Linked): Geometry[] {
  const surfaces = boundariesOf(element).filter(({name}) => name !== 'Envelope')
  const geometries: Geometry[] = []
  for (const level of ['0', '1', '2', '3', '4']) {
    // What is drawn with its insides has an outside as well, which CityGML 3.0 and CityJSON call level 3.
    if (level === '4' && geometries.some(({lod}) => lod !== '0')) break
    const lod = level === '4' ? '3' : level
    const named = surfaces.flatMap(surface =>
      surface.children
        .filter(({name}) => geometryName.exec(name)?.[1] === level)
        .map(one => ({surface, faces: one.children.flatMap(child => facesOf(child, vertices, linked))})),
    )
    const meanings = new Map<string, number>()
    for (const [place, {faces}] of named.entries())
      for (const {id} of faces) if (id !== null) meanings.set(id, place)
    const semantics = named.map(({surface}) => ({
      type: surface.name,
      ...(surface.attributes.id === undefined ? {} : {id: surface.attributes.id}),
    }))
    const meaningOf = ({id}: Face) => (id === null ? null : (meanings.get(id) ?? null))

    const own = element.children.filter(({name}) => geometryName.exec(name)?.[1] === level)
    // A footprint and an edge of the roof are two drawings of one thing.
    const drawn = own.some(({name}) => name === 'lod0FootPrint')
      ? own.filter(({name}) => name !== 'lod0RoofEdge')
      : own
    const bodies = drawn.flatMap(({children}) => children).flatMap(child => bodyOf(child, vertices, linked))
    const isMeant = bodies.some(({shells}) => shells.flat().some(face => meaningOf(face) !== null))
    const namedFaces = named.flatMap(({faces}, place) => faces.map(face => ({face, place})))
    // Surfaces that bound an object but are no part of its solid draw it a second time: with their meaning.
    if (namedFaces.length > 0 && !isMeant)
      geometries.push({
        type: 'MultiSurface',
        lod,
        boundaries: namedFaces.map(({face}) => ringsOf(face)),
        semantics: {surfaces: semantics, values: namedFaces.map(({place}) => place)},
      })
    else
      for (const {type, shells} of bodies) {
        const faces = shells.map(shell => shell.map(ringsOf))
        const values = shells.map(shell => shell.map(meaningOf))
        geometries.push({
          type,
          lod,
          boundaries: type === 'MultiSurface' ? faces.flat() : faces,
          ...(isMeant
            ? {semantics: {surfaces: semantics, values: type === 'MultiSurface' ? values.flat() : values}}
            : {}),
        })
      }
  }
  return geometries
}

type Body = {type: 'Solid' | 'MultiSurface'; shells: Face[][]}

/** Solids, one each, and everything else as its faces. */
function bodyOf(element: XmlElement, vertices: Vertices, linked: Linked): Body[] {
  const target = element.attributes.href === undefined ? null : linked(element.attributes.href)
  if (target) return bodyOf(target, vertices, linked)
  if (element.name === 'Solid') {
    const shells = shellsOf(element, vertices, linked)
    return shells.length > 0 ? [{type: 'Solid', shells}] : []
  }
  if (/^(Composite|Multi)Solid$|^solidMembers?$|^MultiGeometry$|^geometryMembers?$/.test(element.name))
    return element.children.flatMap(child => bodyOf(child, vertices, linked))
  const faces = facesOf(element, vertices, linked)
  return faces.length > 0 ? [{type: 'MultiSurface', shells: [faces]}] : []
}
