import {distance, type Point} from '../../../../tools/space/vector.ts'
import type {Network} from '../../ground.ts'
import type {Stroke} from '../name-streets/stroke.ts'

/** A street as one line to count houses along: pieces in order, each with the metres before it. */
export type StreetPiece = {
  street: number
  edge: number
  from: Point
  to: Point
  startMetres: number
  lengthMetres: number
}

/**
 * The pieces of a street, counted from the end that is nearer to the centre. Branches count on where the street's own
 * length ends.
 */
export function streetPieces(
  network: Network,
  street: number,
  paths: readonly Stroke[],
  centre: Point,
): StreetPiece[] {
  const pieces: StreetPiece[] = []
  let startMetres = 0
  for (const {edges, nodes} of inOrder(network, paths, centre)) {
    edges.forEach((edge, index) => {
      const from = network.nodes[nodes[index]!]!.at
      const to = network.nodes[nodes[index + 1]!]!.at
      const lengthMetres = network.edges[edge]!.lengthMetres
      pieces.push({street, edge, from, to, startMetres, lengthMetres})
      startMetres += lengthMetres
    })
  }
  return pieces
}

/** The paths one after the other, each turned so that it leads away from the centre. */
function inOrder(
  network: Network,
  paths: readonly Stroke[],
  centre: Point,
): {edges: number[]; nodes: number[]}[] {
  const away = (node: number) => distance(network.nodes[node]!.at, centre)
  return paths
    .map(({edges, nodes}) =>
      away(nodes[0]!) <= away(nodes[nodes.length - 1]!)
        ? {edges, nodes}
        : {edges: [...edges].reverse(), nodes: [...nodes].reverse()},
    )
    .map((path, index) => ({path, index, isBranch: index > 0 && path.edges.length <= 2}))
    .sort(
      (a, b) =>
        Number(a.isBranch) - Number(b.isBranch) ||
        away(a.path.nodes[0]!) - away(b.path.nodes[0]!) ||
        a.index - b.index,
    )
    .map(({path}) => path)
}
