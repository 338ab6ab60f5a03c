import type {Mesh} from './mesh.ts'

/** Whether every edge is passed as often one way as the other: then the triangles enclose something. */
export function isClosed({triangles}: Mesh): boolean {
  const balance = new Map<number, number>()
  for (let t = 0; t < triangles.length; t += 3)
    for (let i = 0; i < 3; i++) {
      const [a, b] = [triangles[t + i]!, triangles[t + ((i + 1) % 3)]!]
      const key = Math.min(a, b) * 2 ** 26 + Math.max(a, b)
      const now = (balance.get(key) ?? 0) + (a < b ? 1 : -1)
      if (now === 0) balance.delete(key)
      else balance.set(key, now)
    }
  return balance.size === 0
}

/** Volume in cubic metres that closed triangles enclose: the sum of signed tetrahedra to a corner of theirs, exact. */
export function enclosedM3({positions, triangles}: Mesh): number {
  const [ox = 0, oy = 0, oz = 0] = positions
  let six = 0
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t]! * 3, triangles[t + 1]! * 3, triangles[t + 2]! * 3]
    const [ax, ay, az] = [positions[a]! - ox, positions[a + 1]! - oy, positions[a + 2]! - oz]
    const [bx, by, bz] = [positions[b]! - ox, positions[b + 1]! - oy, positions[b + 2]! - oz]
    const [cx, cy, cz] = [positions[c]! - ox, positions[c + 1]! - oy, positions[c + 2]! - oz]
    six += ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)
  }
  return six / 6
}
