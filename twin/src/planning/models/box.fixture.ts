import type {MeshBuilder} from './mesh.ts'

export type Place = [number, number, number]

/** A box, closed, its triangles counter-clockwise seen from outside. */
export function addBox(
  builder: MeshBuilder,
  [x0, y0, z0]: Place,
  [x1, y1, z1]: Place,
  colour = '#808080',
): MeshBuilder {
  const corner = (i: number): Place => [i & 1 ? x1 : x0, i & 2 ? y1 : y0, i & 4 ? z1 : z0]
  for (const [a, b, c, d] of [
    [0, 2, 3, 1],
    [4, 5, 7, 6],
    [0, 1, 5, 4],
    [2, 6, 7, 3],
    [0, 4, 6, 2],
    [1, 3, 7, 5],
  ] as const) {
    builder.add(corner(a), corner(b), corner(c), colour)
    builder.add(corner(a), corner(c), corner(d), colour)
  }
  return builder
}
