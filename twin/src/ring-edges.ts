/** The edges of a ring, each as its two corners, the last one back to the first. */
export function* ringEdges<T>(ring: readonly T[]): Generator<[from: T, to: T]> {
  let from = ring[ring.length - 1]
  for (const to of ring) {
    yield [from as T, to]
    from = to
  }
}
