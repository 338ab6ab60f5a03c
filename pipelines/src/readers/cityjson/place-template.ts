type Triple = [number, number, number]

/** Shapes that stand in many places, drawn once: CityJSON 1.0 to 2.0, "Geometry templates". */
export type Templates = {templates?: DrawnGeometry[]; 'vertices-templates'?: number[][]}
export type Transform = {scale: Triple; translate: Triple}
export type DrawnGeometry = {
  type: string
  boundaries: unknown
  template?: number
  transformationMatrix?: number[]
}

/**
 * A geometry as it is; an instance of a template as the template's own geometry, moved to where the instance stands. Its
 * corners are added to `vertices`, in the numbers that these are written in: where there is a `transform`, whole ones.
 * Throws where there is no such template, or no such place.
 */
export function placeTemplate<G extends DrawnGeometry>(
  geometry: G,
  shared: Templates | undefined,
  transform: Transform | undefined,
  vertices: number[][],
): G | DrawnGeometry {
  if (geometry?.type !== 'GeometryInstance') return geometry
  const {template: number = -1, transformationMatrix: matrix, boundaries} = geometry
  const template = shared?.templates?.[number]
  const stand = Array.isArray(boundaries) ? vertices[boundaries[0] as number] : undefined
  if (!template || !stand)
    throw new Error(`it is an instance of template ${number}, which has no shape or no place`)
  if (matrix?.length !== 16 || !matrix.every(Number.isFinite))
    throw new Error(`its template ${number} is turned by a matrix that is none`)

  const {scale, translate} = transform ?? {scale: [1, 1, 1], translate: [0, 0, 0]}
  const added = new Map<number, number>()
  const corner = (index: number): number => {
    const known = added.get(index)
    if (known !== undefined) return known
    const [x, y, z] = shared?.['vertices-templates']?.[index] ?? []
    if (x === undefined || y === undefined || z === undefined)
      throw new Error(`its template ${number} names vertex ${index}, which is none`)
    const vertex = [0, 1, 2].map(axis => {
      const [a, b, c, d] = matrix.slice(axis * 4, axis * 4 + 4) as [number, number, number, number]
      const metres = stand[axis]! * scale[axis]! + translate[axis]! + a * x + b * y + c * z + d
      const written = (metres - translate[axis]!) / scale[axis]!
      return transform ? Math.round(written) : written
    })
    const at = vertices.push(vertex) - 1
    added.set(index, at)
    return at
  }
  const placed = (part: unknown): unknown => (Array.isArray(part) ? part.map(placed) : corner(part as number))
  return {...template, boundaries: placed(template.boundaries)}
}
