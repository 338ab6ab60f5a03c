import type {Network} from '../ground.ts'

/** For every node the indices of the edges that meet there and count, in ascending order. */
export function edgesAtNodes(
  {nodes, edges}: Network,
  counts: (edge: Network['edges'][number]) => boolean = () => true,
): number[][] {
  const at: number[][] = nodes.map(() => [])
  edges.forEach((edge, index) => {
    if (!counts(edge)) return
    at[edge.from]!.push(index)
    at[edge.to]!.push(index)
  })
  return at
}
