import {type Mesh, mostReachMetres, mostTriangles} from './mesh.ts'
import {ModelFault} from './model-fault.ts'

/** A mesh as JSON holds it: whole millimetres and corners as differences, in variable bytes, in base64url; colours beside. */
export type PackedMesh = {
  corners: number
  triangles: number
  paints: [colour: string, triangles: number][]
  bytes: string
}

export function packMesh({positions, triangles, paints}: Mesh): PackedMesh {
  const bytes: number[] = []
  const put = (value: number) => {
    // Sign in the lowest bit, seven bits a byte, the eighth says that more follow.
    let rest = value >= 0 ? value * 2 : -value * 2 - 1
    while (rest >= 128) {
      bytes.push((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    bytes.push(rest)
  }
  const millimetres = Array.from(positions, metres => Math.round(metres * 1000))
  for (const [i, value] of millimetres.entries()) put(value - (millimetres[i - 3] ?? 0))
  for (const [i, corner] of triangles.entries()) put(corner - (triangles[i - 1] ?? 0))
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return {
    corners: positions.length / 3,
    triangles: triangles.length / 3,
    paints: paints.map(({colour, triangles: count}) => [colour, count]),
    bytes: btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
  }
}

/** @throws ModelFault for what is none: it comes from files and addresses of strangers */
export function unpackMesh(given: unknown): Mesh {
  const broken = () => new ModelFault('BROKEN', 'the mesh that the document holds is damaged')
  const {corners, triangles: count, paints, bytes} = (given ?? {}) as Record<string, unknown>
  const isCount = (value: unknown, most: number): value is number =>
    Number.isInteger(value) && (value as number) > 0 && (value as number) <= most
  if (!isCount(corners, mostTriangles * 3) || !isCount(count, mostTriangles) || typeof bytes !== 'string')
    throw broken()
  let binary: string
  try {
    binary = atob(bytes.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    throw broken()
  }
  let at = 0
  const take = () => {
    let [value, weight] = [0, 1]
    for (;;) {
      if (at >= binary.length || weight > 2 ** 42) throw broken()
      const byte = binary.charCodeAt(at++)
      value += (byte & 127) * weight
      if (byte < 128) return value % 2 === 0 ? value / 2 : -(value + 1) / 2
      weight *= 128
    }
  }
  const positions = new Float64Array(corners * 3)
  const millimetres = new Float64Array(corners * 3)
  for (let i = 0; i < positions.length; i++) {
    millimetres[i] = take() + (millimetres[i - 3] ?? 0)
    if (!(Math.abs(millimetres[i]!) <= mostReachMetres * 1000)) throw broken()
    positions[i] = millimetres[i]! / 1000
  }
  const triangles = new Uint32Array(count * 3)
  for (let i = 0, before = 0; i < triangles.length; i++) {
    before += take()
    if (!(before >= 0 && before < corners)) throw broken()
    triangles[i] = before
  }
  return {positions, triangles, paints: paintsOf(paints, count) ?? [{colour: '#c8c8c8', triangles: count}]}
}

function paintsOf(given: unknown, count: number): Mesh['paints'] | null {
  if (!Array.isArray(given) || given.length > count) return null
  const paints = given.flatMap((one: unknown) => {
    const [colour, triangles] = Array.isArray(one) ? (one as unknown[]) : []
    return typeof colour === 'string' &&
      /^#[\da-f]{6}$/.test(colour) &&
      Number.isInteger(triangles) &&
      (triangles as number) > 0
      ? [{colour, triangles: triangles as number}]
      : []
  })
  return paints.reduce((sum, {triangles}) => sum + triangles, 0) === count ? paints : null
}
