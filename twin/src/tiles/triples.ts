/** A list of indices three by three: its triangles. */
export function* triples(indices: ArrayLike<number>): Generator<[number, number, number]> {
  for (let t = 0; t + 2 < indices.length; t += 3) yield [indices[t]!, indices[t + 1]!, indices[t + 2]!]
}
